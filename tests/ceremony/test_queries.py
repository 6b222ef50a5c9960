from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaudit.ceremony.actions.cancellation import give_up_booking
from plaudit.ceremony.actions.payment import record_booking_payment
from plaudit.ceremony.exports import BOOKINGS_HEADER, GUESTS_HEADER, bookings_rows, guests_rows
from plaudit.ceremony.holdings import amount_due, holding_of, paid_for
from plaudit.ceremony.models import Event
from plaudit.ceremony.queries import bookings_in, sales_in, search_bookings, still_to_pay
from plaudit.kit.identifiers import new_identifier
from tests.factories.ceremony import a_booking, a_guest, an_event
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = pytest.mark.django_db


def seen(event: Event) -> list[tuple[str, int, int, int, int]]:
    return [
        (
            each.organisation.merged_into_id or each.booked_by.display_name,
            holding_of(each).places,
            amount_due(each).total,
            paid_for(each),
            each.named,
        )
        for each in bookings_in(event.edition)
    ]


def test_the_list_asks_as_often_for_one_booking_as_for_three() -> None:
    event = an_event(tables=9)
    a_guest(a_booking(event))
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert seen(event)
        assert len(queries) == 3
        for _ in range(2):
            a_booking(event)


def test_bookings_are_found_by_whatever_one_knows_and_never_another_editions() -> None:
    event = an_event()
    booking = a_booking(event, an_organisation("Fen Trust"), purchase_order="PO-88")
    a_booking(event, an_organisation("Moor Trust"))
    a_booking(an_event(), an_organisation("Fen Trust Elsewhere"))
    rows = bookings_in(event.edition)
    for text in ("fen t", booking.reference.lower(), "po-88", booking.booked_by.email, " FEN\x00 "):
        assert [each.pk for each in search_bookings(rows, text)] == [booking.pk]
    assert len(search_bookings(rows, " ")) == 2
    assert not search_bookings(rows, "elsewhere")


def test_what_is_owed_either_way_is_found() -> None:
    event = an_event()
    paid, owed, over = (a_booking(event) for _ in range(3))
    desk = director_of(event.edition)
    for booking in (paid, over):
        record_booking_payment(
            booking, amount=120_000, by=desk, at=WHILE_OPEN, key=new_identifier()
        )
    give_up_booking(over, version=1, by=over.booked_by, at=WHILE_OPEN)
    found = still_to_pay(bookings_in(event.edition))
    assert {each.pk for each in found} == {owed.pk, over.pk}


def test_the_exports_hold_bookings_and_every_place_for_the_caterer() -> None:
    event = an_event()
    booking = a_booking(event, an_organisation("Fen Trust"), tables=0, places=3)
    a_guest(booking, "Ada", "vegan", "ramp")
    a_guest(booking, "Bo")
    gone = a_booking(event, an_organisation("Ash Trust"))
    give_up_booking(gone, version=1, by=gone.booked_by, at=WHILE_OPEN)
    first, second = (
        dict(zip(BOOKINGS_HEADER, row, strict=True)) for row in bookings_rows(event.edition)
    )
    assert (first["Organisation"], first["State"], first["Places"]) == ("Fen Trust", "Booked", 3)
    assert (first["Guests named"], str(first["Total"]), str(first["Still owed"])) == (
        2, "432.00", "432.00"
    )  # fmt: skip
    assert (second["State"], second["Places"], str(second["Total"])) == ("Cancelled", 0, "0.00")
    rows = [dict(zip(GUESTS_HEADER, row, strict=True)) for row in guests_rows(event.edition)]
    assert [(row["Guest"], row["Dietary needs"], row["Access needs"]) for row in rows] == [
        ("Ada", "vegan", "ramp"),
        ("Bo", "", ""),
        ("", "", ""),
    ]
    assert sales_in(event) == {"bookings": 1, "places": 3, "named": 2}
