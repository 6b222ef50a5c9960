"""Keys by which a form that is sent twice is known. Each belongs to one form of one booking."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from plaudit.ceremony.models import Booking, BookingMovement, BookingPayment, Guest
from plaudit.kit.verdict import Refused

KEYED = (Booking, BookingMovement, BookingPayment, Guest)


def require_unused(keys: Sequence[UUID]) -> None:
    """Raise Refused if something else was made by one of the keys: no form of ours sends it there."""
    if any(model.objects.filter(key__in=keys).exists() for model in KEYED):
        raise Refused(
            "This form was sent from another page before. Nothing was done. Send it once more."
        )
