from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.actions.measure import change_measure
from plaudit.entries.actions.partner_request import ask_partner
from plaudit.entries.models import (
    ContributorLevel,
    Entry,
    PartnerConfirmation,
    PartnerRequest,
)
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_contributor
from tests.factories.evidence import a_measure, a_series, measure_facts
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN
from tests.sites.entrant.reading import hidden, links_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def a_joint_entry(name: str = "Harbour Housing") -> Entry:
    return a_complete_entry(partners=(an_organisation(name, "charity"),))


def asked(entry: Entry) -> PartnerRequest:
    partner = entry.partners.select_related("entry", "organisation").get(role="joint")
    return ask_partner(
        partner, name="Ada Vale", email="ada@example.org", by=entry.started_by, at=WHILE_OPEN
    )


def test_a_partner_confirms_by_a_mailed_link_without_an_account(
    client: Client, signed_in: SignedIn
) -> None:
    entry = a_joint_entry()
    browser = signed_in(entry.started_by)
    partner = entry.partners.get(role="joint")
    here = f"/entries/{entry.pk}/organisations/"
    assert "Not asked yet" in words_of(browser.get(here))
    page = f"{here}{partner.pk}/confirmation/"
    assert page in links_of(browser.get(here))
    form = {"name": "Ada Vale", "email": "ada@example.org"}
    assert browser.post(f"{here}{partner.pk}/requests", form)["Location"] == page
    (link,) = re.findall(r"/entries/confirmations/\S+", OutboxMessage.objects.get().body)
    shown = client.get(link)
    assert entry.title in words_of(shown)
    assert "Harbour Housing is named as joint partner" in words_of(shown)
    client.get(link)
    assert not PartnerConfirmation.objects.exists(), "a GET never confirms"
    answer = {"facts": "yes", "credit": "yes", "substance": hidden(shown, "substance"), "note": ""}
    assert client.post(f"{link}answer", answer)["Location"] == link
    assert "You confirmed the facts and the credit" in words_of(client.get(link))
    assert "Confirmed Ada Vale confirmed on 1 February 2027." in words_of(browser.get(here))


def test_after_a_change_the_page_shows_what_reads_differently(
    client: Client, signed_in: SignedIn
) -> None:
    entry = a_joint_entry()
    link = f"/entries/confirmations/{asked(entry).token}/"
    substance = hidden(client.get(link), "substance")
    client.post(f"{link}answer", {"facts": "yes", "credit": "yes", "substance": substance})
    Entry.objects.filter(pk=entry.pk).update(summary="Damp homes made warm, together.")
    page = words_of(client.get(link))
    assert "What reads differently since then" in page
    assert "removed: dry, (end of removed) added: warm, (end of added)" in page
    browser = signed_in(entry.started_by)
    partner = entry.partners.get(role="joint")
    told = words_of(browser.get(f"/entries/{entry.pk}/organisations/{partner.pk}/confirmation/"))
    assert "Asked again" in told
    assert "What changed since they confirmed" in told
    stale = {"facts": "yes", "credit": "yes", "substance": substance}
    refused = client.post(f"{link}answer", stale)
    assert refused.status_code == 422
    assert "changed while you were reading" in words_of(refused)
    assert PartnerConfirmation.objects.count() == 1


def test_a_series_that_changed_since_is_a_table_for_the_partner_and_the_entrant(
    client: Client, signed_in: SignedIn
) -> None:
    entry = a_joint_entry()
    piece = a_measure(entry, series=a_series())
    link = f"/entries/confirmations/{asked(entry).token}/"
    substance = hidden(client.get(link), "substance")
    client.post(f"{link}answer", {"facts": "yes", "credit": "yes", "substance": substance})
    facts = measure_facts(series=[*a_series()[:-1], ["2025-12-01", "65"], ["2026-01-01", "66"]])
    change_measure(piece, piece.title, facts, by=entry.started_by, at=WHILE_OPEN, version=1)
    told = (
        "Values by date: 1 added, 1 changed; 23 unchanged. Dates of E1 that differ "
        "Date Before After 1 December 2025 64% 65% 1 January 2026 none 66%"
    )
    assert told in words_of(client.get(link))
    partner = entry.partners.get(role="joint")
    here = f"/entries/{entry.pk}/organisations/{partner.pk}/confirmation/"
    assert told in words_of(signed_in(entry.started_by).get(here))


def test_wrong_facts_need_words_and_a_dead_link_shows_nothing(client: Client) -> None:
    entry = a_joint_entry()
    request = asked(entry)
    link = f"/entries/confirmations/{request.token}/"
    substance = hidden(client.get(link), "substance")
    form = {"facts": "no", "credit": "yes", "substance": substance}
    assert client.post(f"{link}answer", form).status_code == 422
    assert client.post(f"{link}answer", {}).status_code == 422
    PartnerRequest.objects.update(replaced_at=WHILE_OPEN)
    dead = client.get(link)
    assert dead.status_code == 403
    assert entry.title not in words_of(dead)
    assert client.get("/entries/confirmations/nothing/").status_code == 404


def test_the_link_opens_its_own_entry_alone(client: Client) -> None:
    entry, other = a_joint_entry(), a_joint_entry("Quay Housing")
    token = asked(entry).token
    assert client.get(f"/entries/confirmations/{token}/files/{other.pk}").status_code == 404
    page = client.get(f"/entries/confirmations/{token}/").content.decode()
    assert str(other.pk) not in page
    assert entry.started_by.email not in page


def test_readers_see_where_partners_stand_but_cannot_ask(signed_in: SignedIn) -> None:
    entry = a_joint_entry()
    partner = entry.partners.get(role="joint")
    reader = a_contributor(entry, a_person(), "comment")
    here = f"/entries/{entry.pk}/organisations/{partner.pk}/"
    browser = signed_in(reader)
    assert "not change it" in words_of(browser.get(f"{here}confirmation/"))
    form = {"name": "Ada", "email": "ada@example.org"}
    assert browser.post(f"{here}requests", form).status_code == 422
    assert not PartnerRequest.objects.exists()


@pytest.mark.parametrize("partners", [1, 3])
def test_the_list_of_organisations_costs_the_same_for_many(
    partners: int, signed_in: SignedIn, django_assert_num_queries: Callable[[int], object]
) -> None:
    entry = a_complete_entry(partners=tuple(an_organisation() for _ in range(partners)))
    for partner in entry.partners.select_related("entry", "organisation").filter(role="joint"):
        ask_partner(partner, name="A", email="a@example.org", by=entry.started_by, at=WHILE_OPEN)
    browser = signed_in(entry.started_by)
    with django_assert_num_queries(5):  # session, entry, parts, requests, words
        browser.get(f"/entries/{entry.pk}/organisations/")


def test_a_partner_who_was_asked_is_taken_off_only_after_a_second_look(
    signed_in: SignedIn,
) -> None:
    entry = a_joint_entry()
    partner = asked(entry).partner
    browser, here = signed_in(entry.started_by), f"/entries/{entry.pk}/organisations/"
    page = browser.post(f"{here}{partner.pk}/removal")
    assert "Take Harbour Housing off?" in words_of(page)
    assert hidden(page, "sure") == "yes"
    assert entry.partners.filter(pk=partner.pk).exists()
    for _ in range(2):  # a second click, too
        assert browser.post(f"{here}{partner.pk}/removal", {"sure": "yes"})["Location"] == (
            f"{here}?said=organisation-off"
        )
    assert not entry.partners.filter(pk=partner.pk).exists()
    reader = signed_in(a_contributor(entry, level=ContributorLevel.READ))
    assert reader.post(f"{here}{partner.pk}/removal").status_code == 403
