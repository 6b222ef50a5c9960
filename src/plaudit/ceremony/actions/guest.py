from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID, uuid5

from django.db import transaction

from plaudit.ceremony.actions.booking import locked_booking
from plaudit.ceremony.actions.reminder import forget_name_reminders
from plaudit.ceremony.guest_list import LONGEST_NAME, LONGEST_NEED, Named, is_too_long
from plaudit.ceremony.holdings import holding_of
from plaudit.ceremony.keys import require_unused
from plaudit.ceremony.mail import tell_of_guest_change
from plaudit.ceremony.models import Booking, Guest, GuestChange
from plaudit.ceremony.rules import may_change_guests_for, may_name_guests, may_remove_guests
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person

NEEDS_KEPT = dt.timedelta(days=30)
CHANGED_MEANWHILE = (
    "Somebody has changed this guest since you opened the page. Nothing was saved. "
    "Compare what you typed with what stands there now, and save again."
)
SENT_BEFORE = (
    "This form was sent before, and its guests were added. Leave out those who are on the list already, "
    "and send the others once more."
)


@transaction.atomic
def add_guests(
    booking: Booking, guests: Sequence[Named], *, by: Person, at: dt.datetime, key: UUID
) -> list[Guest]:
    """Name guests, after those who are named. A second call with `key` for the same returns those of the first.

    Checks that `by` leads the organisation's awards, that names are open at `at`, that each guest has a name
    and no text is too long, and that each has a place. Locks the booking. Once every place has a guest, reminders
    that have not left yet are taken out of the outbox. Raises Refused, and then adds none.
    """
    require(may_name_guests(by, booking, at))
    keys = [uuid5(key, str(place)) for place in range(len(guests))]
    locked = locked_booking(booking)
    made = list(Guest.objects.filter(booking=locked, key__in=keys))
    if made:
        if {_as_named(each) for each in made} == set(guests):
            return made
        raise Refused(SENT_BEFORE)
    require(may_name_guests(by, locked, at))
    require_unused(keys)
    if not guests:
        raise Refused("Name a guest.")
    for number, guest in enumerate(guests, start=1):
        _require_sound(guest, f"Line {number}: " if len(guests) > 1 else "")
    if not _places_left(locked, len(guests)):
        forget_name_reminders(locked)
    return Guest.objects.bulk_create(
        Guest(
            booking=locked,
            name=guest.name,
            dietary=guest.dietary,
            access=guest.access,
            key=each,
            added_at=at,
        )
        for guest, each in zip(guests, keys, strict=True)
    )


@transaction.atomic
def change_guest(guest: Guest, named: Named, *, version: int, by: Person, at: dt.datetime) -> Guest:
    """Change a guest's name, or what they eat or need.

    Checks that `by` leads the organisation's awards, that names are open at `at`, that the guest has a name, and
    that they are still at `version`. Locks the booking. Raises Refused.
    """
    require(may_name_guests(by, guest.booking, at))
    locked = locked_booking(guest.booking)
    require(may_name_guests(by, locked, at))
    _require_sound(named)
    stored = _as_stored(guest, locked, version)
    if stored is None:
        raise Refused("This guest was removed meanwhile. Add them again if they come after all.")
    _write(stored, named)
    return stored


@transaction.atomic
def change_guest_for_organisation(
    guest: Guest, named: Named, *, version: int, by: Person, at: dt.datetime
) -> Guest:
    """Change a guest's name, or what they eat or need, for an organisation whose own time for it is over.

    Checks that `by` runs the ceremony, that the booking stands and names were due before `at`, that the guest has
    a name, and that they are still at `version`. Locks the booking. Does nothing when nothing differs; otherwise
    records who changed it, and queues mail to the organisation's awards leads. Raises Refused.
    """
    require(may_change_guests_for(by, guest.booking, at))
    locked = locked_booking(guest.booking)
    require(may_change_guests_for(by, locked, at))
    _require_sound(named)
    stored = _as_stored(guest, locked, version)
    if stored is None:
        raise Refused("This guest was removed meanwhile. Nothing was saved.")
    before = _as_named(stored)
    if before == named:
        return stored
    _write(stored, named)
    change = GuestChange.objects.create(
        booking=locked,
        name_changed=before.name != named.name,
        needs_changed=(before.dietary, before.access) != (named.dietary, named.access),
        changed_by=by,
        changed_at=at,
    )
    tell_of_guest_change(locked, change, at=at)
    return stored


@transaction.atomic
def remove_guest(guest: Guest, *, by: Person, at: dt.datetime) -> None:
    """Take a guest off the list, and all that was known of them. Removing twice changes nothing.

    Checks that `by` leads the organisation's awards, and that names or booking are open at `at`. Locks the
    booking. Raises Refused.
    """
    require(may_remove_guests(by, guest.booking, at))
    locked = locked_booking(guest.booking)
    require(may_remove_guests(by, locked, at))
    Guest.objects.filter(pk=guest.pk, booking=locked).delete()


def forget_needs(*, at: dt.datetime) -> int:
    """Forget what guests ate and needed, a month after their ceremony. Returns of how many; names stay."""
    over = Guest.objects.filter(booking__event__edition__ceremony_at__lt=at - NEEDS_KEPT)
    return over.exclude(dietary="", access="").update(dietary="", access="")


def _as_stored(guest: Guest, booking: Booking, version: int) -> Guest | None:
    stored = Guest.objects.filter(pk=guest.pk, booking=booking).first()
    if stored is not None and stored.version != version:
        raise Refused(CHANGED_MEANWHILE)
    return stored


def _write(guest: Guest, named: Named) -> None:
    guest.name, guest.dietary, guest.access = named.name, named.dietary, named.access
    guest.version += 1
    guest.save(update_fields=["name", "dietary", "access", "version"])


def _as_named(guest: Guest) -> Named:
    return Named(guest.name, guest.dietary, guest.access)


def _require_sound(guest: Named, where: str = "") -> None:
    if not guest.name:
        raise Refused(f"{where}Enter the guest's name.")
    if is_too_long(guest):
        raise Refused(
            f"{where}A name can have {LONGEST_NAME} characters, and each need {LONGEST_NEED}. Shorten it."
        )


def _places_left(booking: Booking, more: int) -> int:
    """Return how many places have no guest once `more` guests have theirs."""
    places, named = holding_of(booking).places, booking.guests.count()
    free = max(0, places - named)
    if more <= free:
        return free - more
    if not free:
        raise Refused(f"All {places} places have a guest. Remove one, or book another place.")
    left = "1 place is" if free == 1 else f"{free} places are"
    raise Refused(f"{left} without a guest, and you named {more}. None was added.")
