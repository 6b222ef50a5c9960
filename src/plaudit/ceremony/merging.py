"""What of ceremonies moves when two organisations of the register are made one."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef

from plaudit.ceremony.models import Booking
from plaudit.people.models import Organisation, Person


def count_bookings(organisation: Organisation) -> int:
    """Return how many bookings the organisation has, cancelled ones too."""
    return Booking.objects.filter(organisation=organisation).count()


def move_bookings(kept: Organisation, merged: Organisation, by: Person, at: dt.datetime) -> int:
    """Move the bookings of `merged`, but a live one where `kept` has one at the same event.

    Two live bookings stay two: each has prices, invoices and payments of its own. That of `merged` stays with
    it, and is reached through `kept` (`ceremony.queries.bookings_of`).
    """
    own = Booking.objects.filter(
        event=OuterRef("event"), organisation=kept, cancelled_at__isnull=True
    )
    rivals = Booking.objects.filter(
        Exists(own), organisation=merged, cancelled_at__isnull=True
    ).values("pk")
    rows = Booking.objects.filter(organisation=merged).exclude(pk__in=rivals)
    return rows.update(organisation=kept)
