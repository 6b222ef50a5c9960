from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from plaudit.ceremony.actions.booking import (
    Billing,
    Wanted,
    book,
    change_billing,
    change_booking,
    prices_of,
)
from plaudit.ceremony.actions.cancellation import give_up_booking
from plaudit.ceremony.holdings import Amount, amount_due, holding_of
from plaudit.ceremony.invariants import INVARIANTS
from plaudit.ceremony.models import Booking, BookingMovement, Event
from plaudit.ceremony.queries import places_left, places_sold
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Edition
from tests.factories.ceremony import (
    MOMENT,
    SALE_CLOSES,
    SALE_OPENS,
    a_booking,
    a_free_event,
    a_guest,
    a_lead,
    an_event,
)
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, an_edition, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def change(booking: Booking, tables: int, places: int = 0, **given: Any) -> Booking:
    given = {"by": booking.booked_by, "at": WHILE_OPEN, "version": booking.version} | given
    key = given.pop("key", new_identifier())
    return change_booking(booking, Wanted(tables, places), key=key, **given)


def test_a_lead_books_a_table_and_hears_of_it_and_so_does_the_desk() -> None:
    event, trust = an_event(an_edition(slug="2027")), an_organisation("Fen Trust")
    billing = {"purchase_order": " PO  7 ", "bill_to": "Fen Trust\r\n\n Finance "}
    booking = a_booking(event, trust, tables=2, places=1, **billing)
    assert booking.reference == f"{event.stem}-T0001"
    held = holding_of(booking)
    assert (held.tables, held.singles, held.places) == (2, 1, 21)
    assert amount_due(booking) == Amount(212_000, 42_400)
    assert (booking.purchase_order, booking.bill_to) == ("PO 7", "Fen Trust\nFinance")
    assert (places_sold(event), places_left(event)) == (21, 9)
    mails = dict(
        OutboxMessage.objects.filter(kind__contains="book").values_list("kind", "recipient")
    )
    assert mails == {
        "booking_booked": booking.booked_by.email,
        "desk_booking": director_of(event.edition).email,
    }
    confirmation = OutboxMessage.objects.get(kind="booking_booked")
    assert "£2,544.00" in confirmation.body
    assert confirmation.attachment_kind == "booking_paper"


def test_sent_twice_is_booked_once() -> None:
    event, trust = an_event(), an_organisation()
    lead, key = a_lead(event, trust), new_identifier()
    given = {"seen": prices_of(event), "by": lead, "at": WHILE_OPEN, "key": key}
    first, second = (book(event, trust, Wanted(1), Billing(), **given) for _ in range(2))
    assert first == second
    assert BookingMovement.objects.count() == 1
    with pytest.raises(Refused, match="has changed since you opened"):
        book(event, trust, Wanted(2), Billing(), **given)
    change(first, 3)
    assert book(event, trust, Wanted(1), Billing(), **given) == first
    give_up_booking(first, version=2, by=lead, at=WHILE_OPEN)
    with pytest.raises(Refused, match="has changed since you opened"):
        book(event, trust, Wanted(1), Billing(), **given)


def test_booking_is_open_from_its_first_instant_to_before_its_last() -> None:
    event = an_event()
    for wrong, said in ((SALE_OPENS - MOMENT, "opens at"), (SALE_CLOSES, "closed at")):
        with pytest.raises(Refused, match=said):
            a_booking(event, at=wrong)
    a_booking(event, at=SALE_OPENS)
    last = a_booking(event, at=SALE_CLOSES - MOMENT)
    with pytest.raises(Refused, match="Booking closed"):
        change(last, 0, 1, at=SALE_CLOSES)
    assert change(last, 0, 1, at=SALE_CLOSES - MOMENT).version == 2


def test_nobody_books_before_the_edition_is_public() -> None:
    with pytest.raises(Refused, match="not public yet"):
        a_booking(an_event(an_edition(published_at=None)))


def test_who_does_not_lead_the_awards_books_nothing() -> None:
    event = an_event()
    stranger = a_lead(event, an_organisation())
    for somebody in (a_person(), stranger, director_of(event.edition)):
        with pytest.raises(Refused, match="awards lead"):
            a_booking(event, an_organisation(), by=somebody)
    booking = a_booking(event)
    for act in (
        lambda: change(booking, 2, by=stranger),
        lambda: change_billing(booking, Billing("1"), version=1, by=stranger, at=WHILE_OPEN),
    ):
        with pytest.raises(Refused, match="awards lead"):
            act()


def test_no_more_is_sold_than_there_is_and_the_refusal_says_what_is_left() -> None:
    event = an_event(tables=2)
    booking = a_booking(event, tables=1, places=3)
    with pytest.raises(Refused, match="Only 7 places are left"):
        a_booking(event)
    a_booking(event, tables=0, places=6)
    with pytest.raises(Refused, match="Only 1 place is left"):
        change(booking, 1, 5)
    change(booking, 1, 4)
    with pytest.raises(Refused, match=r"No places are left"):
        a_booking(event, tables=0, places=1)
    assert places_left(event) == 0


def test_one_organisation_books_no_more_than_it_may() -> None:
    event = an_event(most_places=12)
    with pytest.raises(Refused, match="may book 12 places"):
        a_booking(event, tables=2)
    booking = a_booking(event, tables=1, places=2)
    with pytest.raises(Refused, match="may book 12 places"):
        change(booking, 1, 3)
    Event.objects.update(most_places=5)
    booking.refresh_from_db()
    assert holding_of(change(booking, 1, 1)).places == 11


def test_an_organisation_has_one_booking_that_stands() -> None:
    booking = a_booking()
    event, trust = booking.event, booking.organisation
    with pytest.raises(Refused, match="has a booking already"):
        a_booking(event, trust)
    a_booking(an_event(), trust)


def test_nothing_is_no_booking() -> None:
    with pytest.raises(Refused, match="at least one"):
        a_booking(tables=0)
    booking = a_booking()
    with pytest.raises(Refused, match="at least one"):
        change(booking, 0)
    with pytest.raises(Refused, match="booked already"):
        change(booking, 1)


@pytest.mark.parametrize("changed", [{"place_price": 12_001}, {"terms": "No money back."}])
def test_what_changed_since_the_page_was_read_books_nothing(changed: dict[str, Any]) -> None:
    event, trust = an_event(), an_organisation()
    seen, lead = prices_of(event), a_lead(event, trust)
    Event.objects.update(**changed)
    with pytest.raises(Refused, match="prices or the terms have changed"):
        book(
            event, trust, Wanted(1), Billing(), seen=seen, by=lead, at=WHILE_OPEN,
            key=new_identifier(),
        )  # fmt: skip


def test_each_change_is_a_movement_with_an_invoice_or_a_credit_note_of_its_own() -> None:
    booking = a_booking(tables=1, places=2)
    Event.objects.update(table_price=1, place_price=1)
    booking = change(booking, 2, 0)
    booking = change(booking, 1, 0)
    moves = list(booking.movements.values_list("number", "tables", "places"))
    assert moves == [(1, 1, 2), (2, 1, -2), (3, -1, 0)]
    assert amount_due(booking) == Amount(100_000, 20_000)
    assert [each.kind for each in OutboxMessage.objects.filter(attachment_kind="booking_paper")] == [
        "booking_booked", "booking_changed", "booking_changed"
    ]  # fmt: skip


def test_a_free_event_writes_no_invoices() -> None:
    booking = a_booking(a_free_event())
    change(booking, 2)
    assert set(booking.movements.values_list("number", flat=True)) == {None}
    body = OutboxMessage.objects.get(kind="booking_booked").body
    assert "nothing to pay" in body


def test_the_same_change_sent_twice_changes_once_and_another_is_not_lost() -> None:
    booking, key = a_booking(), new_identifier()
    for _ in range(2):
        change(booking, 2, key=key)
    assert holding_of(Booking.objects.get()).tables == 2
    with pytest.raises(Refused, match="has changed since"):
        change(booking, 3, key=key)
    with pytest.raises(Refused, match="has changed since"):
        change(booking, 3)


def test_places_with_a_guest_are_not_given_back() -> None:
    booking = a_booking(tables=0, places=2)
    for name in ("Ada", "Bo"):
        a_guest(booking, name)
    with pytest.raises(Refused, match="Remove 1 of them first"):
        change(booking, 0, 1)


def test_the_order_number_can_come_later() -> None:
    booking = a_booking()
    given: dict[str, Any] = {"version": 1, "by": booking.booked_by, "at": SALE_CLOSES}
    changed = change_billing(booking, Billing("PO 9", "Desk 4"), **given)
    assert (changed.purchase_order, changed.bill_to, changed.version) == ("PO 9", "Desk 4", 2)
    with pytest.raises(Refused, match="has changed since"):
        change_billing(booking, Billing("PO 1"), **given)


def in_its_own_connection(edition: Edition, trust: Organisation, lead: Person) -> str:
    event = Event.objects.select_related("edition__programme").get(edition=edition)
    try:
        return a_booking(event, trust, by=lead).reference
    except Refused as refusal:
        return refusal.reason
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_the_last_table_is_sold_once() -> None:
    event = an_event(tables=2)
    a_booking(event)
    trusts = [an_organisation() for _ in range(4)]
    leads = [a_lead(event, trust) for trust in trusts]
    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(in_its_own_connection, [event.edition] * 4, trusts, leads))
    sold = f"{event.stem}-T0002"
    assert sorted(told) == sorted([sold] + ["No places are left. Nothing was booked."] * 3)
    assert [each for invariant in INVARIANTS for each in invariant()] == []


@pytest.mark.django_db(transaction=True)
def test_two_leads_of_one_organisation_book_once() -> None:
    event, trust = an_event(), an_organisation()
    leads = [a_lead(event, trust) for _ in range(3)]
    with ThreadPoolExecutor(3) as threads:
        told = list(threads.map(in_its_own_connection, [event.edition] * 3, [trust] * 3, leads))
    already = "Your organisation has a booking already. Change that one instead."
    assert sorted(told) == sorted([f"{event.stem}-T0001", already, already])
