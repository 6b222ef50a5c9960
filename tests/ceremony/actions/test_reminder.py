from __future__ import annotations

import datetime as dt

import pytest

from plaudit.ceremony.actions.cancellation import cancel_booking
from plaudit.ceremony.actions.guest import add_guests, remove_guest
from plaudit.ceremony.actions.reminder import KIND, remind_of_names
from plaudit.ceremony.guest_list import Named
from plaudit.ceremony.models import Booking
from plaudit.kit.identifiers import new_identifier
from plaudit.messages.models import OutboxMessage
from tests.factories.ceremony import (
    MOMENT,
    NAMES_DUE,
    SALE_CLOSES,
    a_booking,
    a_guest,
    a_lead,
    an_event,
)
from tests.factories.programmes import WHILE_OPEN, an_edition, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

DAY = dt.timedelta(days=1)
WEEK_BEFORE, TWO_DAYS_BEFORE = NAMES_DUE - 7 * DAY, NAMES_DUE - 2 * DAY


def reminded() -> list[tuple[str, dt.datetime]]:
    rows = OutboxMessage.objects.filter(kind=KIND).order_by("created_at", "recipient")
    return list(rows.values_list("recipient", "created_at"))


def name_all(booking: Booking, count: int, at: dt.datetime = WHILE_OPEN) -> None:
    guests = [Named(f"Guest {n}") for n in range(count)]
    add_guests(booking, guests, by=booking.booked_by, at=at, key=new_identifier())


def test_two_reminders_go_out_each_once_however_often_the_task_runs() -> None:
    booking = a_booking(tables=0, places=3)
    a_guest(booking)
    to = booking.booked_by.email
    assert remind_of_names(WEEK_BEFORE - MOMENT) == 0
    assert [remind_of_names(WEEK_BEFORE) for _ in range(2)] == [1, 0]
    assert remind_of_names(TWO_DAYS_BEFORE - MOMENT) == 0
    assert [remind_of_names(TWO_DAYS_BEFORE) for _ in range(2)] == [1, 0]
    assert remind_of_names(NAMES_DUE - MOMENT) == 0
    assert remind_of_names(NAMES_DUE) == 0
    assert reminded() == [(to, WEEK_BEFORE), (to, TWO_DAYS_BEFORE)]
    mail = OutboxMessage.objects.filter(kind=KIND).order_by("created_at").first()
    assert mail is not None
    assert f"2 places of {booking.organisation.name} at The Neighbours’ Supper have no guest" in (
        mail.body
    )
    assert "before midday on Thursday 27 May 2027 (UK time)" in mail.body
    assert f"/bookings/{booking.pk}/guests/" in mail.body
    assert "Gale" not in mail.body


def test_who_was_away_for_both_gets_the_later_and_who_booked_since_gets_none() -> None:
    booking = a_booking(tables=0, places=1)
    event = an_event(an_edition(), booking_closes_at=NAMES_DUE)
    late = a_booking(event, tables=0, places=1, at=TWO_DAYS_BEFORE + DAY)
    assert remind_of_names(TWO_DAYS_BEFORE + DAY) == 1
    assert remind_of_names(TWO_DAYS_BEFORE + DAY + MOMENT) == 0
    assert [to for to, _ in reminded()] == [booking.booked_by.email] != [late.booked_by.email]


def test_all_named_or_cancelled_is_never_reminded() -> None:
    whole, gone = a_booking(tables=0, places=2), a_booking(tables=0, places=2)
    name_all(whole, 2)
    director = director_of(gone.event.edition)
    cancel_booking(gone, version=1, by=director, at=WHILE_OPEN, reason="Never paid")
    assert remind_of_names(WEEK_BEFORE) == 0
    assert remind_of_names(TWO_DAYS_BEFORE) == 0
    assert reminded() == []


def test_a_reminder_that_has_not_left_is_taken_back_when_there_is_nothing_to_remind_of() -> None:
    named, gone, part = (a_booking(tables=0, places=2) for _ in range(3))
    assert remind_of_names(WEEK_BEFORE) == 3
    name_all(named, 2, at=WEEK_BEFORE + MOMENT)
    director = director_of(gone.event.edition)
    cancel_booking(gone, version=1, by=director, at=WEEK_BEFORE + MOMENT, reason="Never paid")
    name_all(part, 1, at=WEEK_BEFORE + MOMENT)
    assert [to for to, _ in reminded()] == [part.booked_by.email]


def test_a_guest_who_was_removed_leaves_a_place_to_be_named() -> None:
    booking = a_booking(tables=0, places=1)
    guest = a_guest(booking)
    assert remind_of_names(WEEK_BEFORE) == 0
    remove_guest(guest, by=booking.booked_by, at=WEEK_BEFORE + MOMENT)
    assert remind_of_names(WEEK_BEFORE + 2 * MOMENT) == 1


def test_every_awards_lead_is_reminded_and_giving_back_is_offered_while_it_is_possible() -> None:
    event = an_event(names_due_at=SALE_CLOSES + 3 * DAY)
    booking = a_booking(event)
    second = a_lead(event, booking.organisation)
    assert remind_of_names(SALE_CLOSES - 4 * DAY) == 2
    assert remind_of_names(SALE_CLOSES + DAY) == 2
    rows = OutboxMessage.objects.filter(kind=KIND)
    assert {each.recipient for each in rows} == {booking.booked_by.email, second.email}
    assert {(each.created_at, "given back until" in each.body) for each in rows} == {
        (SALE_CLOSES - 4 * DAY, True),
        (SALE_CLOSES + DAY, False),
    }


@pytest.mark.parametrize("bookings", [1, 3])
def test_looking_costs_the_same_when_nobody_is_to_be_reminded(
    bookings: int, django_assert_num_queries: object
) -> None:
    event = an_event()
    for _ in range(bookings):
        a_booking(event, tables=0, places=1)
    with django_assert_num_queries(1):  # type: ignore[operator]
        remind_of_names(WEEK_BEFORE - DAY)
