from __future__ import annotations

import pytest

from plaudit.entries.actions.confirmation import confirm_part
from plaudit.entries.actions.membership import ask_to_lead, grant_membership
from plaudit.entries.actions.partner_request import ask_partner
from plaudit.entries.invariants import INVARIANTS
from plaudit.entries.models import Partner, PartnerConfirmation
from plaudit.entries.reading import reading_of
from plaudit.entries.substance import substance_digest
from plaudit.judging.actions.interest import DeclaredInterest
from plaudit.judging.models import Interest, InterestKind, Judge
from plaudit.kit.verdict import Refused
from plaudit.people.actions.merge import merge_organisations
from plaudit.people.models import Membership, Organisation, OrganisationCode, OrganisationMerge
from plaudit.people.queries import find_organisation, organisation_named, search_organisations
from tests.factories.entries import a_complete_entry, an_entry
from tests.factories.judging import a_judge
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_JUDGING, WHILE_OPEN, a_category, director_of

pytestmark = pytest.mark.django_db


def a_pair() -> tuple[Organisation, Organisation]:
    return an_organisation("Leeford Trust"), an_organisation("Leeford NHS", aliases=["LNT"])


def test_everything_moves_and_both_names_lead_to_the_kept() -> None:
    kept, merged = a_pair()
    category = a_category()
    director = director_of(category.edition)
    entry = a_complete_entry(category, lead=merged)
    OrganisationCode.objects.create(organisation=merged, scheme="ods", code="RX1")
    part = an_organisation("Ward", parent=merged)
    person = a_person()
    grant_membership(merged, email=person.email, role="awards_lead", by=director, at=WHILE_OPEN)
    judge = a_judge(
        category,
        employer=merged,
        interests=[DeclaredInterest(InterestKind.ADVISER, organisation=merged)],
    )
    merge = merge_organisations(kept, merged, by=director, at=WHILE_OPEN)
    assert entry.partners.get().organisation == kept
    assert OrganisationCode.objects.get().organisation == kept
    assert Membership.objects.get().organisation == kept
    assert Judge.objects.get(pk=judge.pk).employer == kept
    assert set(Interest.objects.values_list("organisation", flat=True)) == {kept.pk}
    part.refresh_from_db()
    assert part.parent == kept
    assert merge.moved == {
        "Codes": 1, "People": 1, "Parts": 1, "Entries": 1, "Places asked for": 0, "Judges’ ties": 3,
        "Bookings at ceremonies": 0,
    }  # fmt: skip
    for text in ("Leeford NHS", "LNT", "Leeford Trust"):
        assert organisation_named(text) == kept
        assert search_organisations(text) == [kept]
    assert search_organisations("rx1") == [kept]
    assert find_organisation(str(merged.pk)) == kept
    assert [sentence for rule in INVARIANTS for sentence in rule()] == []
    with pytest.raises(TypeError):
        merge.delete()


@pytest.mark.parametrize("lead_is_merged", [True, False])
def test_an_entry_that_names_both_keeps_one_partner_and_loses_no_word(lead_is_merged: bool) -> None:
    kept, merged = a_pair()
    third = an_organisation("Third")
    first, second = (merged, kept) if lead_is_merged else (kept, merged)
    entry = a_complete_entry(lead=first, partners=(third, second))
    joint = entry.partners.select_related("entry", "organisation").get(organisation=second)
    request = ask_partner(
        joint, name="Ada", email="ada@example.org", by=entry.started_by, at=WHILE_OPEN
    )
    confirm_part(
        request,
        facts_are_right=True,
        credit_is_right=True,
        substance=substance_digest(reading_of(entry, WHILE_OPEN)),
        at=WHILE_OPEN,
    )
    merge_organisations(kept, merged, by=director_of(entry.edition), at=WHILE_OPEN)
    rows = Partner.objects.filter(entry=entry).order_by("position")
    assert [(row.organisation, row.role, row.position) for row in rows] == [
        (kept, "lead", 1),
        (third, "joint", 2),
    ]
    assert PartnerConfirmation.objects.get().partner == rows[0]
    assert [sentence for rule in INVARIANTS for sentence in rule()] == []


def test_a_merge_brings_conflicts_to_light_and_recuses() -> None:
    from tests.factories.entries import a_submission
    from tests.factories.judging import allocated

    kept, merged = a_pair()
    category = a_category()
    entry = a_complete_entry(category, lead=merged)
    a_submission(entry)
    judge = a_judge(category, employer=kept)
    round_ = allocated(category.edition)
    assignment = judge.assignments.get(round=round_)
    merge_organisations(kept, merged, by=director_of(category.edition), at=WHILE_JUDGING)
    assignment.refresh_from_db()
    assert assignment.recusal.reason


def test_the_same_person_at_both_has_one_standing_membership() -> None:
    kept, merged = a_pair()
    director, person = director_of(an_entry().edition), a_person()
    ask_to_lead(kept, by=person, at=WHILE_OPEN)
    grant_membership(merged, email=person.email, role="awards_lead", by=director, at=WHILE_OPEN)
    merge_organisations(kept, merged, by=director, at=WHILE_OPEN)
    standing = Membership.objects.filter(organisation=kept, ended_at=None)
    assert [each.granted_at for each in standing] == [WHILE_OPEN]
    assert Membership.objects.filter(organisation=kept).count() == 2


def test_who_may_not_and_what_cannot_be_merged() -> None:
    kept, merged = a_pair()
    director = director_of(an_entry().edition)
    with pytest.raises(Refused, match="look after entries"):
        merge_organisations(kept, merged, by=a_person(), at=WHILE_OPEN)
    with pytest.raises(Refused, match="two different"):
        merge_organisations(kept, kept, by=director, at=WHILE_OPEN)
    merge_organisations(kept, merged, by=director, at=WHILE_OPEN)
    with pytest.raises(Refused, match="merged already"):
        merge_organisations(kept, merged, by=director, at=WHILE_OPEN)
    assert OrganisationMerge.objects.count() == 1


def test_a_chain_of_merges_leads_to_its_end() -> None:
    first, second = a_pair()
    third = an_organisation("Third")
    director = director_of(an_entry().edition)
    merge_organisations(second, first, by=director, at=WHILE_OPEN)
    merge_organisations(third, second, by=director, at=WHILE_OPEN)
    assert find_organisation(str(first.pk)) == third
    assert organisation_named("LNT") == third
