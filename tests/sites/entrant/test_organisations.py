from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.actions.partner import add_partner, set_lead
from plaudit.entries.models import Entry
from plaudit.people.models import Organisation, Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, a_category
from tests.sites.entrant.reading import form_of, page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def credits_of(entry: Entry) -> list[tuple[str, str, str]]:
    rows = entry.partners.order_by("position").select_related("organisation")
    return [(each.organisation.name, each.role, each.credit_line) for each in rows]


def test_an_organisation_is_found_by_its_alias_and_added_as_lead(signed_in: SignedIn) -> None:
    entry = an_entry()
    council = an_organisation("Fenmarsh Borough Council", "council", aliases=["FBC"])
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    assert "No organisation yet" in words_of(browser.get(address))
    assert "Fenmarsh Borough Council Council. Also FBC Add as lead" in words_of(
        browser.get(f"{address}?find=fbc")
    )
    form = {"organisation": str(council.pk), "role": "lead"}
    assert browser.post(f"{address}partners", form)["Location"] == f"{address}?said=organisation"
    assert credits_of(entry) == [("Fenmarsh Borough Council", "lead", "")]
    assert "Add a partner" in words_of(browser.get(address))


def test_an_unknown_organisation_joins_the_register(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    words = words_of(browser.get(f"{address}?find=Open+Door"))
    assert "Nothing in the register is called “Open Door”." in words
    page = browser.post(f"{address}new", {"name": "Open Door", "kind": "", "role": "lead"})
    assert page.status_code == 422
    assert "Choose what kind of organisation it is." in words_of(page)
    browser.post(f"{address}new", {"name": "Open Door", "kind": "charity", "role": "lead"})
    assert credits_of(entry) == [("Open Door", "lead", "")]
    assert Organisation.objects.get().kind == "charity"


def test_a_name_as_phones_type_it_is_the_organisation_that_is_there(signed_in: SignedIn) -> None:
    entry, name = an_entry(), "Copsley Women's and Children's NHS Trust"
    there = an_organisation(name, "nhs_provider")
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    assert name in words_of(browser.get(address, {"find": "Women’s & Children’s"}))
    form = {"name": name.replace("'", "’"), "kind": "nhs_provider", "role": "lead"}
    browser.post(f"{address}new", form)
    assert credits_of(entry) == [(name, "lead", "")]
    assert list(Organisation.objects.filter(name__contains="Copsley")) == [there]


def test_partners_are_credited_ordered_promoted_and_removed(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    for name, role in (("Lead", "lead"), ("One", "joint"), ("Two", "joint")):
        form = {"organisation": str(an_organisation(name).pk), "role": role}
        browser.post(f"{address}partners", form)
    two = entry.partners.get(organisation__name="Two").pk
    credit = f"{address}{two}/credit"
    form = form_of(browser.get(address), credit) | {"credit_line": "Ran the visits"}
    browser.post(credit, form)
    browser.post(f"{address}{two}/place")
    assert credits_of(entry) == [
        ("Lead", "lead", ""),
        ("Two", "joint", "Ran the visits"),
        ("One", "joint", ""),
    ]
    browser.post(f"{address}{two}/lead")
    browser.post(f"{address}{entry.partners.get(organisation__name='Lead').pk}/removal")
    assert credits_of(entry) == [("Two", "lead", "Ran the visits"), ("One", "joint", "")]


def test_a_credit_line_that_two_people_had_open_is_saved_at_the_second_press(
    signed_in: SignedIn,
) -> None:
    entry = an_entry()
    council, other = an_organisation("Fenmarsh Council"), an_organisation("Harbour Trust")
    set_lead(entry, council, by=entry.started_by, at=WHILE_OPEN)
    add_partner(entry, other, by=entry.started_by, at=WHILE_OPEN)
    address, mine = f"/entries/{entry.pk}/organisations/", signed_in(entry.started_by)
    credit = f"{address}{entry.partners.get(role='lead').pk}/credit"
    beside = f"{address}{entry.partners.get(role='joint').pk}/credit"
    form = form_of(mine.get(address), credit)
    theirs = signed_in(a_contributor(entry))
    theirs.post(credit, form | {"credit_line": "Ran the old kitchen"})
    theirs.post(beside, form_of(theirs.get(address), beside) | {"credit_line": "Paid for it"})

    page = mine.post(credit, form | {"credit_line": "Ran the new kitchen"})
    assert page.status_code == 409
    assert words_of(page).startswith(
        "There is a problem Somebody else saved “Ran the old kitchen” here while you had it open. "
        "Save again to keep yours."
    )
    assert page_of(page).xpath("//details[@open]//input[@name='credit_line']/@value") == [
        "Ran the new kitchen"
    ]
    assert mine.post(credit, form_of(page, credit)).status_code == 302
    assert [line for _, _, line in credits_of(entry)] == ["Ran the new kitchen", "Paid for it"]


def test_a_credit_line_that_is_too_long_stays_in_its_field(signed_in: SignedIn) -> None:
    entry = an_entry()
    lead = set_lead(entry, an_organisation(), by=entry.started_by, at=WHILE_OPEN)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    credit = f"{address}{lead.pk}/credit"
    form = form_of(browser.get(address), credit) | {"credit_line": "x" * 241}
    page = browser.post(credit, form)
    assert page.status_code == 422
    assert "The credit line must be 240 characters or fewer." in words_of(page)
    assert form_of(page, credit) == form
    assert credits_of(entry)[0][2] == ""


def test_the_categorys_rules_are_told_at_once(signed_in: SignedIn) -> None:
    entry = an_entry(a_category(lead_kinds=["council"], minimum_organisations=2))
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    form = {"organisation": str(an_organisation("Bright Kettle", "company").pk), "role": "lead"}
    browser.post(f"{address}partners", form)
    words = words_of(browser.get(address))
    assert "The lead organisation must be a council. Bright Kettle is listed as a company." in words
    assert "Add 1 more partner." in words


def test_the_page_costs_the_same_with_one_and_three_partners(
    signed_in: SignedIn, django_assert_num_queries: Callable[..., object]
) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    browser.post(f"{address}partners", {"organisation": str(an_organisation().pk), "role": "lead"})
    for _ in range(2):
        form = {"organisation": str(an_organisation().pk), "role": "joint"}
        browser.post(f"{address}partners", form)
        with django_assert_num_queries(6):  # session, entry, parts, register, requests, words
            browser.get(f"{address}?find=northmoor")
        browser.post(f"{address}partners", {"organisation": str(an_organisation().pk)})


@pytest.mark.parametrize(
    "organisation", ["", "no-identifier", "01a20034-18bb-73e5-9efb-adef6639165f"]
)
def test_an_organisation_that_is_not_in_the_register_is_not_found(
    signed_in: SignedIn, organisation: str
) -> None:
    entry = an_entry()
    address = f"/entries/{entry.pk}/organisations/partners"
    response = signed_in(entry.started_by).post(address, {"organisation": organisation})
    assert response.status_code == 404


def test_what_may_identify_a_patient_is_pointed_out_of_a_credit_line(signed_in: SignedIn) -> None:
    entry, one = an_entry(), an_organisation("One")
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    browser.post(f"{address}partners", {"organisation": str(one.pk), "role": "lead"})
    partner = entry.partners.get()
    credit = f"{address}{partner.pk}/credit"
    form = form_of(browser.get(address), credit) | {"credit_line": "Ring 07700 900123"}
    browser.post(credit, form)
    assert "looks like a person’s own telephone number" in words_of(browser.get(address))
