from __future__ import annotations

import pytest

from plaudit.entries.actions.eligibility import answer_eligibility
from plaudit.entries.completeness import kinds_in_words, missing_parts
from plaudit.entries.models import Entry
from plaudit.people.models import OrganisationKind
from tests.factories.entries import a_complete_entry, an_entry
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, a_category, an_eligibility_question

pytestmark = pytest.mark.django_db


def sentences(entry: Entry) -> list[str]:
    return [part.sentence for part in missing_parts(entry)]


def test_a_fresh_entry_lacks_everything_in_the_order_of_its_pages() -> None:
    category = a_category()
    an_eligibility_question(category)
    assert sentences(an_entry(category)) == [
        "Give the project a title.",
        "Write a summary of the project.",
        "Choose the lead organisation.",
        "Answer the eligibility question.",
        "Answer “Ambition”.",
        "Answer “Outcome”.",
        "Answer “Involvement”.",
    ]


def test_a_complete_entry_lacks_nothing() -> None:
    category = a_category()
    an_eligibility_question(category, required_answer=False)
    assert sentences(a_complete_entry(category)) == []


def test_missing_answers_lead_to_their_criterion() -> None:
    entry = an_entry()
    places = {part.criterion_id for part in missing_parts(entry) if part.criterion_id}
    assert places == set(entry.category.criteria.values_list("pk", flat=True))


def test_texts_over_their_limits_are_named_with_how_far() -> None:
    category = a_category(whole_entry_word_limit=30)
    ambition = category.criteria.get(criterion__name="Ambition")
    ambition.word_limit = 16
    ambition.save()
    entry = a_complete_entry(category, summary="word " * 101)
    assert sentences(entry) == [
        "The summary is 1 word over its limit of 100.",
        "“Ambition” is 1 word over its limit of 16.",
        "The answers together are 21 words over the limit of 30 for the whole entry.",
    ]


def test_words_are_counted_as_on_the_page_so_dashes_alone_are_no_answer() -> None:
    entry = a_complete_entry(texts={"Outcome": "– – …"})
    assert sentences(entry) == ["Answer “Outcome”."]


def test_a_joint_category_wants_its_partners() -> None:
    category = a_category(minimum_organisations=3)
    entry = a_complete_entry(category, partners=(an_organisation(),))
    assert sentences(entry) == [
        "This category is for joint entries by at least 3 organisations. Add 1 more partner."
    ]


def test_a_lead_of_the_wrong_kind_is_told_why() -> None:
    category = a_category(lead_kinds=["nhs_provider", "council"])
    lead = an_organisation("Bright Kettle Ltd", OrganisationKind.COMPANY)
    assert sentences(a_complete_entry(category, lead=lead)) == [
        (
            "The lead organisation must be an NHS provider or a council. "
            "Bright Kettle Ltd is listed as a company."
        )
    ]


def test_a_wrong_eligibility_answer_gives_the_categorys_reason() -> None:
    category = a_category()
    question = an_eligibility_question(
        category, reason="Only work of the last two years can enter."
    )
    entry = a_complete_entry(category)
    answer_eligibility(entry, {question.pk: False}, by=entry.started_by, at=WHILE_OPEN)
    assert sentences(entry) == ["Only work of the last two years can enter."]


def test_every_kind_reads_well() -> None:
    assert kinds_in_words(OrganisationKind.values) == (
        "an NHS provider, an integrated care board, a GP practice or primary care network, a council, "
        "a national or arm's-length body, a charity or voluntary group, a social enterprise, "
        "a university or college or a company"
    )


def test_the_categorys_rules_on_kinds_of_partners() -> None:
    company = an_organisation("Quill Ltd", OrganisationKind.COMPANY)
    charity = an_organisation("Harbour", OrganisationKind.CHARITY)
    council = an_organisation("Fenmarsh", OrganisationKind.COUNCIL)
    alone = a_category(company_needs_public_body=True)
    assert sentences(a_complete_entry(alone, lead=company, partners=(charity,))) == [
        (
            "A company can enter this category only together with a public body, such as an NHS "
            "organisation or a council. Add one."
        )
    ]
    assert sentences(a_complete_entry(alone, lead=company, partners=(council,))) == []
    assert sentences(a_complete_entry(alone, lead=charity)) == []
    kinds = a_category(partner_kinds=["council", "charity"])
    assert sentences(a_complete_entry(kinds, lead=council, partners=(charity, company))) == [
        (
            "Quill Ltd is listed as a company. Each organisation in this category must be a council "
            "or a charity or voluntary group."
        )
    ]
