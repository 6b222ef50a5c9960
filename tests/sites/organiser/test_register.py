from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plaudit.entries.actions.membership import ask_to_lead
from plaudit.entries.leads import leads_awards_of
from plaudit.kit.clock import frozen_at
from plaudit.people.actions.register_storing import store_waiting
from plaudit.people.models import Organisation, OrganisationCode, Person, RegisterImport
from plaudit.programmes.models import Edition, TeamRole
from tests.factories.entries import an_entry
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, a_team_member, an_edition
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


@pytest.fixture
def edition() -> Iterator[Edition]:
    with frozen_at(WHILE_OPEN):
        yield an_edition()


@pytest.fixture
def browser(edition: Edition, signed_in: SignedIn) -> Client:
    desk = a_person("Tess Desk")
    a_team_member(edition.programme, desk, TeamRole.ENTRIES)
    return signed_in(desk)


@pytest.fixture
def here(edition: Edition) -> str:
    return f"/organise/{edition.pk}/organisations/"


def test_the_register_is_searched_by_any_name_or_code(browser: Client, here: str) -> None:
    council = an_organisation("Fenmarsh Borough Council", "council", aliases=["FBC"])
    OrganisationCode.objects.create(organisation=council, scheme="gss", code="E07000001")
    an_organisation("Leeford Trust")
    for find in ("fbc", "fenmarsh", "e07000001"):
        page = words_of(browser.get(f"{here}?find={find}"))
        assert "Fenmarsh Borough Council" in page
        assert "Leeford Trust" not in page
    assert "Leeford Trust" in words_of(browser.get(f"{here}?kind=nhs_provider"))


def test_an_organisation_is_changed_and_its_old_name_still_finds_it(
    browser: Client, here: str
) -> None:
    parent, trust = an_organisation("Parent Board"), an_organisation("Old Name Trust")
    form = {
        "name": "New Name Trust",
        "kind": "nhs_provider",
        "aliases": "NNT\nNew Name",
        "parent": "parent board",
        "closed_on": "",
        "code_ods": "rx1, rx2",
    }
    assert browser.post(f"{here}{trust.pk}/", form).status_code == 302
    trust.refresh_from_db()
    assert (trust.name, trust.aliases) == ("New Name Trust", ["NNT", "New Name", "Old Name Trust"])
    assert trust.parent == parent
    assert {code.code for code in trust.codes.all()} == {"RX1", "RX2"}
    clash = browser.post(f"{here}{parent.pk}/", {**form, "name": "Parent Board", "aliases": "NNT"})
    assert clash.status_code == 422
    assert "Merge the two instead" in words_of(clash)
    circle = {**form, "name": "Parent Board", "aliases": "", "parent": "NNT", "code_ods": ""}
    assert "part of itself" in words_of(browser.post(f"{here}{parent.pk}/", circle))


def test_two_are_compared_and_merged(browser: Client, here: str) -> None:
    kept, merged = an_organisation("Leeford Trust"), an_organisation("Leeford NHS Trust")
    entry = an_entry()
    entry.partners.create(organisation=merged, role="lead", position=1)
    page = words_of(browser.get(f"{here}{kept.pk}/merging/?find=leeford"))
    assert "Leeford NHS Trust" in page
    page = words_of(browser.get(f"{here}{kept.pk}/merging/?other={merged.pk}"))
    assert "Name Leeford Trust Leeford NHS Trust" in page
    assert "Entries 0 1" in page
    assert browser.post(f"{here}{kept.pk}/merges/", {"other": str(merged.pk)}).status_code == 302
    assert entry.partners.get().organisation == kept
    assert "Merged into it" in words_of(browser.get(f"{here}{merged.pk}/"))
    assert browser.post(f"{here}{kept.pk}/merges/", {"other": str(merged.pk)}).status_code == 403


def test_a_file_is_looked_at_before_it_is_stored(browser: Client, here: str) -> None:
    file = SimpleUploadedFile(
        "bodies.csv", b"name,kind,ods\nLeeford Trust,NHS provider,RX1\n,,\nX,moon,"
    )
    answer = browser.post(f"{here}imports/", {"file": file, "ods_kind": ""})
    review = answer["Location"].partition("?")[0]
    page = words_of(browser.get(review))
    assert "1 new, 0 changed, 0 as they were. 1 problem." in page
    assert re.search(r"4 “moon” is no kind", page)
    assert not Organisation.objects.filter(name="Leeford Trust").exists()
    browser.post(f"{review}storing/")
    assert "Waiting to begin" in words_of(browser.get(review))
    again = SimpleUploadedFile("more.csv", b"name,kind\nA,charity")
    refused = browser.post(f"{here}imports/", {"file": again, "ods_kind": ""})
    assert refused.status_code == 422
    assert "“bodies.csv”, which" in words_of(refused)
    store_waiting(at=WHILE_OPEN)
    assert Organisation.objects.get(codes__code="RX1").name == "Leeford Trust"
    page = words_of(browser.get(review))
    assert "Stored in the register." in page
    assert re.search(r"Rows left out.*4 “moon” is no kind", page)
    assert bytes(RegisterImport.objects.get().content) == b""
    broken = SimpleUploadedFile("bodies.xlsx", b"PK\x03\x04nothing")
    assert browser.post(f"{here}imports/", {"file": broken}).status_code == 422


def test_awards_leads_are_named_and_requests_answered(browser: Client, here: str) -> None:
    trust, asking = an_organisation("Leeford Trust"), a_person("Ash Asking")
    row = ask_to_lead(trust, by=asking, at=WHILE_OPEN, note="Comms")
    assert "Ash Asking , for Leeford Trust" in words_of(browser.get(here))
    browser.post(f"{here}{trust.pk}/members/{row.pk}/answer/", {"answer": "yes"})
    assert leads_awards_of(asking, trust)
    browser.post(f"{here}{trust.pk}/members/", {"email": "bo@example.org", "role": "awards_lead"})
    page = words_of(browser.get(f"{here}{trust.pk}/"))
    assert "bo@example.org Awards lead" in page
    browser.post(f"{here}{trust.pk}/members/{row.pk}/end/")
    assert not leads_awards_of(asking, trust)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_register_costs_the_same_for_many(
    rows: int, browser: Client, here: str, django_assert_num_queries: Callable[[int], object]
) -> None:
    for number in range(rows):
        body = an_organisation(f"Body {number}")
        OrganisationCode.objects.create(organisation=body, scheme="ods", code=f"R{number}")
        ask_to_lead(body, by=a_person(), at=WHILE_OPEN)
    with django_assert_num_queries(7):
        browser.get(here)
