from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from lxml import html

from plaudit.ceremony.holdings import holding_of
from plaudit.ceremony.models import Booking, Event
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category
from tests.factories.ceremony import MOMENT, SALE_CLOSES, a_booking, a_lead, an_event
from tests.factories.entries import a_complete_entry
from tests.factories.people import an_organisation
from tests.factories.programmes import a_category
from tests.sites.entrant.reading import words_of
from tests.sites.entrant.test_workspace_places import filled

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


@pytest.fixture
def category() -> Category:
    return a_category()


@pytest.fixture
def event(category: Category) -> Event:
    return an_event(category.edition)


@pytest.fixture
def trust(category: Category) -> Organisation:
    trust = an_organisation("Alder Trust")
    a_complete_entry(category, lead=trust)
    return trust


@pytest.fixture
def lead(event: Event, trust: Organisation) -> Person:
    return a_lead(event, trust)


def tables(trust: Organisation, event: Event) -> str:
    return f"/workspace/{trust.pk}/tables/{event.edition_id}/"


def places(trust: Organisation, event: Event) -> str:
    return f"/workspace/{trust.pk}/places/{event.edition_id}/"


def test_a_lead_is_led_to_what_is_on_sale_and_books_it(
    signed_in: SignedIn, lead: Person, trust: Organisation, event: Event
) -> None:
    browser, here = signed_in(lead), tables(trust, event)
    assert here in browser.get(f"/workspace/{trust.pk}/").content.decode()
    assert browser.get(places(trust, event))["Location"] == here
    shown = words_of(browser.get(here))
    for text in (
        "You can book until 5pm on Thursday 20 May 2027 (UK time).",
        "30 places are left, enough for 3 tables.",
        "£1,000.00 plus VAT",
        "£120.00 plus VAT",
        "Sample Hall",
    ):
        assert text in shown
    form = filled(browser, here, tables=2, places="", purchase_order="PO 5")
    answers = [browser.post(f"{here}bookings", form) for _ in range(2)]
    booking = Booking.objects.get()
    assert {answer["Location"] for answer in answers} == {
        f"/workspace/{trust.pk}/bookings/{booking.pk}/?said=booked"
    }
    assert (holding_of(booking).tables, booking.purchase_order) == (2, "PO 5")
    shown = words_of(browser.get(answers[0]["Location"]))
    assert "Booked: 2 tables, 20 places in all. 0 of 20 guests named." in shown
    assert "£2,400.00" in shown
    assert "Booked: 2 tables" in words_of(browser.get(f"/workspace/{trust.pk}/"))
    again = words_of(browser.get(here))
    assert "10 places are left" in again
    assert "Book for Alder Trust" not in again


def test_what_was_typed_comes_back_with_a_refusal(
    signed_in: SignedIn, lead: Person, trust: Organisation, event: Event
) -> None:
    Event.objects.update(terms="Pay in a month.")
    browser, here = signed_in(lead), tables(trust, event)
    typed = {"tables": "4", "places": "1", "purchase_order": "PO 6", "bill_to": "Desk 9"}
    form = filled(browser, here, **typed)
    assert "Accept the terms" in words_of(browser.post(f"{here}bookings", {**form, "accepted": ""}))
    form["accepted"] = "on"
    Event.objects.update(table_price=1)
    refused = browser.post(f"{here}bookings", form)
    assert "prices or the terms have changed" in words_of(refused)
    (box,) = html.fromstring(refused.content).xpath("//input[@name='accepted']")
    assert not box.checked
    for wrong in ("-1", "two", "1.5", "99999999999"):
        answer = browser.post(f"{here}bookings", {**form, "tables": wrong})
        assert (answer.status_code, "Enter a whole number" in words_of(answer)) == (422, True)
    answer = browser.post(f"{here}bookings", filled(browser, here, **typed, accepted="on"))
    assert answer.status_code == 422
    assert "Only 30 places are left" in words_of(answer)
    page = html.fromstring(answer.content)
    assert page.xpath("//input[@name='tables' or @name='purchase_order']/@value") == ["4", "PO 6"]
    assert page.xpath("string(//textarea[@name='bill_to'])").strip() == "Desk 9"
    (form,) = page.xpath("//main//form")
    sent = {each.name: each.value or "" for each in form.xpath(".//input|.//textarea")}
    assert browser.post(f"{here}bookings", {**sent, "tables": "1"}).status_code == 302


def test_a_request_for_places_that_comes_late_is_given_back(
    signed_in: SignedIn, lead: Person, trust: Organisation, event: Event
) -> None:
    answer = signed_in(lead).post(places(trust, event), {"places": "9", "note": "Near the door"})
    assert answer.status_code == 422
    shown = words_of(answer)
    assert "Tables are on sale now" in shown
    assert "Near the door" in shown


def test_at_closing_the_form_is_gone_and_a_late_one_is_refused(
    signed_in: SignedIn, lead: Person, trust: Organisation, event: Event
) -> None:
    here = tables(trust, event)
    with frozen_at(SALE_CLOSES - MOMENT):
        form = filled(signed_in(lead), here)
    with frozen_at(SALE_CLOSES):
        browser = signed_in(lead)
        page = browser.get(here)
        assert not html.fromstring(page.content).xpath("//main//form")
        assert "Booking closed at 5pm on Thursday 20 May 2027" in words_of(page)
        assert "Booking closed" in words_of(browser.post(f"{here}bookings", form))
    assert not Booking.objects.exists()


def test_a_booking_is_changed_billed_and_given_up(
    signed_in: SignedIn, lead: Person, trust: Organisation, event: Event
) -> None:
    booking = a_booking(event, trust, by=lead)
    browser, here = signed_in(lead), f"/workspace/{trust.pk}/bookings/{booking.pk}/"
    page = html.fromstring(browser.get(here).content)
    billing, change = (
        {each.name: each.value or "" for each in form.xpath(".//input|.//textarea")}
        for form in page.xpath("//main//form")
    )
    stale = {**change, "tables": "9"}
    assert browser.post(f"{here}changes", {**change, "tables": "2"}).status_code == 302
    answer = browser.post(f"{here}changes", stale)
    assert (answer.status_code, "has changed since" in words_of(answer)) == (422, True)
    assert 'value="9"' in answer.content.decode()
    late = browser.post(f"{here}billing", {**billing, "purchase_order": "PO 3"})
    assert (late.status_code, "has changed since" in words_of(late)) == (422, True)
    again = html.fromstring(late.content).xpath("//main//form")[0]
    sent = {each.name: each.value or "" for each in again.xpath(".//input|.//textarea")}
    assert sent["purchase_order"] == "PO 3"
    assert browser.post(f"{here}billing", sent).status_code == 302
    booking.refresh_from_db()
    assert (booking.purchase_order, holding_of(Booking.objects.get()).tables) == ("PO 3", 2)
    ending = f"{here}cancellation"
    sent = filled(browser, ending, reason="A clash")
    assert [browser.post(ending, sent).status_code for _ in range(2)] == [302, 302]
    shown = words_of(browser.get(here))
    assert "Cancelled on 1 February 2027. A clash" in shown
    assert "Credit note" in shown


def test_papers_are_handed_out_to_the_lead_alone(
    signed_in: SignedIn, lead: Person, trust: Organisation, event: Event
) -> None:
    booking = a_booking(event, trust, by=lead)
    movement = booking.movements.get()
    paper = f"/workspace/{trust.pk}/bookings/{booking.pk}/papers/{movement.pk}"
    answer = signed_in(lead).get(paper)
    assert answer.content.startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]
    other = a_lead(event, an_organisation())
    assert signed_in(other).get(paper).status_code == 404


def test_an_edition_without_an_entry_of_theirs_or_without_a_sale_is_not_there(
    signed_in: SignedIn, lead: Person, trust: Organisation
) -> None:
    browser = signed_in(lead)
    other = an_event()
    unsold = a_category()
    a_complete_entry(unsold, lead=trust)
    assert browser.get(tables(trust, other)).status_code == 404
    assert browser.get(f"/workspace/{trust.pk}/tables/{unsold.edition_id}/").status_code == 404
