"""What of the desks moves when two organisations of the register are made one."""

from __future__ import annotations

import datetime as dt

from plaudit.enquiries.models import InterestRegistration
from plaudit.people.models import Organisation, Person


def count_places(organisation: Organisation) -> int:
    """Return how often places at a ceremony were asked for the organisation."""
    return InterestRegistration.objects.filter(on_register=organisation).count()


def move_places(kept: Organisation, merged: Organisation, by: Person, at: dt.datetime) -> int:
    """Move what `merged` asked for, but in editions where `kept` asked too: there both stay to be read."""
    own = InterestRegistration.objects.filter(on_register=kept).values("edition")
    asked = InterestRegistration.objects.filter(on_register=merged)
    return asked.exclude(edition__in=own).update(on_register=kept)
