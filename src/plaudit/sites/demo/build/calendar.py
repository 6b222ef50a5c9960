"""When everything in the demo happens, counted from the day it is built."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")
YEAR = dt.timedelta(weeks=52)


@dataclass(frozen=True)
class Calendar:
    """The dates of one edition. Entries are open on the day it is built, for two more weeks."""

    name: str
    set_up: dt.datetime
    opens: dt.datetime
    closes: dt.datetime
    judging_opens: dt.datetime
    judging_closes: dt.datetime
    ceremony: dt.datetime

    def into(self, share: float) -> dt.datetime:
        """Return the instant at this share of the time in which entries are taken."""
        return self.opens + (self.closes - self.opens) * share


def this_calendar(today: dt.datetime) -> Calendar:
    """Return the open edition's dates: at `today` it has been open for three weeks and has two to go."""
    return _calendar(today.astimezone(ZONE).date(), str((today + 9 * dt.timedelta(weeks=1)).year))


def last_calendar(today: dt.datetime) -> Calendar:
    """Return the edition's dates of a year before, all of them past."""
    year = int(this_calendar(today).name) - 1
    return _calendar((today - YEAR).astimezone(ZONE).date(), str(year))


def _calendar(day: dt.date, name: str) -> Calendar:
    """Lay the dates out around the Monday of the week: no deadline falls on a weekend."""
    monday = day - dt.timedelta(days=day.weekday())
    return Calendar(
        name=name,
        set_up=_at(monday, weeks=-6, hour=10),
        opens=_at(monday, weeks=-3, hour=9),
        closes=_at(monday, weeks=2, days=4, hour=17),
        judging_opens=_at(monday, weeks=3, days=1, hour=9),
        judging_closes=_at(monday, weeks=6, days=4, hour=17),
        ceremony=_at(monday, weeks=9, days=3, hour=20),
    )


def _at(monday: dt.date, *, hour: int, weeks: int = 0, days: int = 0) -> dt.datetime:
    moved = monday + dt.timedelta(weeks=weeks, days=days)
    return dt.datetime.combine(moved, dt.time(hour), ZONE).astimezone(dt.UTC)
