"""The strip above each page of the demo."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from plaudit.kit.clock import current_shift, now
from plaudit.kit.dates import clock_time, short_day
from plaudit.people.models import Person
from plaudit.sites.demo.cast import role_of

ZONE = ZoneInfo("Europe/London")


class DemoBar:
    """What the bar says. Asks neither the session nor the database by itself."""

    @property
    def today(self) -> str:
        """Return "21 November 2026, 14:02"."""
        at = now()
        return f"{short_day(at, ZONE)}, {clock_time(at, ZONE)}"

    @property
    def is_clock_moved(self) -> bool:
        return bool(current_shift())

    def who(self, person: Person) -> str:
        """Return "the awards director", or the name of somebody who came by themselves."""
        role = role_of(person.email)
        return role.called if role else person.display_name
