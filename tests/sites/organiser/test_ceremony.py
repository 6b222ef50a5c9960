from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html
from python_calamine import CalamineWorkbook

from plaudit.ceremony.holdings import amount_due
from plaudit.ceremony.models import Booking, BookingPayment, Event
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Edition
from tests.factories.ceremony import CEREMONY, SALE_CLOSES, a_booking, a_guest, an_event
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, an_edition, director_of
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
TYPED = {
    "name": "The Neighbours’ Supper",
    "venue": "Sample Hall",
    "address": "1 Sample Square",
    "starts_at": "2027-06-10T19:30",
    "booking_opens_at": "2027-01-20T09:00",
    "booking_closes_at": "2027-05-20T17:00",
    "names_due_at": "2027-05-27T12:00",
    "tables": "40",
    "places_at_table": "10",
    "most_places": "",
    "table_price": "£1,250",
    "place_price": "0",
    "currency": "GBP",
    "vat_percent": "20",
    "payment_days": "30",
    "seller": "Award House",
}


@pytest.fixture(autouse=True)
def _while_on_sale() -> object:
    with frozen_at(WHILE_OPEN):
        yield


def room(edition: Edition, rest: str = "") -> str:
    return f"/organise/{edition.pk}/ceremony/{rest}"


def filled(browser: Client, here: str, /, **given: object) -> dict[str, object]:
    (form,) = html.fromstring(browser.get(here).content).xpath("//main//form[@method='post']")
    return {**{each.name: each.value or "" for each in form.xpath(".//input|.//textarea")}, **given}


def test_the_director_puts_tables_on_sale_and_changes_them(signed_in: SignedIn) -> None:
    edition = an_edition()
    browser = signed_in(director_of(edition))
    assert "Nothing is on sale yet." in words_of(browser.get(room(edition)))
    sent = filled(browser, room(edition, "event/"), **TYPED)
    assert browser.post(room(edition, "event/"), sent).status_code == 302
    event = Event.objects.get(edition=edition)
    assert (event.booking_closes_at, event.edition.ceremony_at) == (SALE_CLOSES, CEREMONY)
    assert (event.table_price, event.place_price, event.most_places) == (125_000, 0, None)
    shown = words_of(browser.get(room(edition)))
    for text in (
        "On sale until 5pm on Thursday 20 May 2027 (UK time).",
        "0 of 400 places booked",
        "£1,250.00 plus VAT",
        "No booking yet",
    ):
        assert text in shown
    standing = filled(browser, room(edition, "event/"))
    assert (standing["table_price"], standing["starts_at"]) == ("1250.00", "2027-06-10T19:30")
    again = browser.post(room(edition, "event/"), {**standing, **TYPED, "tables": "41"})
    assert again.status_code == 302
    late = browser.post(room(edition, "event/"), {**standing, **TYPED, "tables": "42"})
    assert (late.status_code, "Somebody has changed the event" in words_of(late)) == (422, True)
    page = html.fromstring(late.content)
    assert page.xpath("//input[@name='tables']/@value") == ["42"]
    assert page.xpath("//input[@name='version']/@value") == ["2"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"table_price": "a lot"}, "Enter an amount like 250 or 99.50."),
        ({"tables": "0"}, "Enter a whole number from 1 to 1,000."),
        ({"most_places": "x"}, "Enter a whole number from 1 to 30,000."),
        ({"booking_closes_at": "2027-01-01T00:00"}, "must open before it closes"),
        ({"starts_at": "2027-03-28T01:30"}, "The clocks go forward"),
        ({"starts_at": "soon"}, "Enter a day and a time"),
        ({"seller": ""}, "name and address, as on invoices"),
        ({"venue": ""}, "Fill in “Venue”."),
    ],
)
def test_what_cannot_be_is_said_and_puts_nothing_on_sale(
    typed: dict[str, str], said: str, signed_in: SignedIn
) -> None:
    edition = an_edition()
    browser = signed_in(director_of(edition))
    answer = browser.post(room(edition, "event/"), {**TYPED, "version": "0", **typed})
    assert (answer.status_code, said in words_of(answer)) == (422, True)
    assert not Event.objects.exists()


def test_bookings_are_listed_searched_and_paid(signed_in: SignedIn) -> None:
    event = an_event()
    booking = a_booking(event, an_organisation("Fen Trust"), tables=1)
    a_booking(event, an_organisation("Moor Trust"), tables=0, places=2)
    a_guest(booking, "Ada Byron", "vegan", "ramp")
    browser = signed_in(director_of(event.edition))
    here = room(event.edition)
    shown = words_of(browser.get(here))
    assert "Fen Trust" in shown
    assert "1 of 10" in shown
    assert "£1,200.00 owed" in shown
    assert "12 of 30 places booked" in shown
    assert "Fen Trust" not in words_of(browser.get(f"{here}?search=moor"))
    assert "Nothing fits" in words_of(browser.get(f"{here}?search=zebra"))
    one = f"{here}bookings/{booking.pk}/"
    shown = words_of(browser.get(one))
    assert "Ada Byron vegan ramp" in shown
    form = filled(browser, one, amount="1,200", note="BACS 1")
    assert [browser.post(f"{one}payments/", form).status_code for _ in range(2)] == [302, 302]
    assert BookingPayment.objects.count() == 1
    assert "£1,200.00 came in" in words_of(browser.get(one))
    late = browser.post(f"{one}payments/", {**form, "key": "01900000-0000-7000-8000-000000000000"})
    assert (late.status_code, "Nothing is owed" in words_of(late)) == (422, True)
    assert 'value="BACS 1"' in late.content.decode()
    assert "Fen Trust" not in words_of(browser.get(f"{here}?show=owed"))
    assert "Paid" in words_of(browser.get(here))


def test_a_booking_is_cancelled_with_a_reason(signed_in: SignedIn) -> None:
    booking = a_booking()
    edition = booking.event.edition
    browser, here = signed_in(director_of(edition)), room(edition, f"bookings/{booking.pk}/")
    ending = f"{here}cancellation/"
    assert "Say why" in words_of(browser.post(ending, filled(browser, ending)))
    stale = browser.post(ending, filled(browser, ending, version="9", reason="Never paid"))
    assert "has changed since" in words_of(stale)
    assert browser.post(ending, filled(browser, ending, reason="Never paid")).status_code == 302
    assert "Never paid" in words_of(browser.get(here))
    assert amount_due(Booking.objects.get()).total == 0
    assert "Cancelled" in words_of(browser.get(room(edition)))
    assert not html.fromstring(browser.get(ending).content).xpath("//main//form")


def test_guests_leave_for_the_caterer_as_text_that_runs_nothing(signed_in: SignedIn) -> None:
    event = an_event()
    booking = a_booking(event, an_organisation("Fen Trust"), tables=0, places=2)
    a_guest(booking, "=Ada", "vegan", "ramp")
    browser = signed_in(director_of(event.edition))
    answer = browser.get(room(event.edition, "guests/export.csv"))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    first, second = csv.DictReader(io.StringIO(text))
    assert (first["Guest"], first["Dietary needs"], first["Access needs"]) == (
        "'=Ada",
        "vegan",
        "ramp",
    )
    assert (second["Organisation"], second["Guest"]) == ("Fen Trust", "")
    answer = browser.get(room(event.edition, "bookings/export.xlsx"))
    content = io.BytesIO(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    rows = CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows] == ["Organisation", "Fen Trust"]


def test_the_list_asks_as_often_for_one_booking_as_for_three(signed_in: SignedIn) -> None:
    event = an_event(tables=9)
    a_booking(event)
    browser = signed_in(director_of(event.edition))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            browser.get(room(event.edition))
        counts.append(len(queries))
        for _ in range(2):
            a_booking(event)
    assert counts == [12, 12]


def test_the_home_page_leads_to_what_is_booked_and_to_names_that_are_missing(
    signed_in: SignedIn,
) -> None:
    event = an_event()
    a_booking(event)
    home = f"/organise/{event.edition_id}/"
    browser = signed_in(director_of(event.edition))
    page = browser.get(home)
    assert "10 of 30 places at the ceremony booked" in words_of(page)
    assert "names are due soon" not in words_of(page)
    with frozen_at(SALE_CLOSES):
        page = signed_in(director_of(event.edition)).get(home)
    assert "10 places have no guest yet, and names are due soon" in words_of(page)
    assert room(event.edition) in page.content.decode()
