"""The named moments of the demo edition, and how the page tells of the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.kit.dates import clock_time, day, zone_name
from plaudit.programmes.models import Edition
from plaudit.results.rules import release_instant
from plaudit.sites.demo.pages.bar import ZONE

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
NEAR = dt.timedelta(minutes=5)


@dataclass(frozen=True)
class Moment:
    """A point in the edition's life that is worth seeing."""

    slug: str
    name: str
    to_see: str
    instant: dt.datetime

    @property
    def when(self) -> str:
        return _in_words(self.instant)


@dataclass(frozen=True)
class ClockPage:
    today: str
    is_moved: bool
    moments: Sequence[Moment]
    current: Moment | None
    unread: int


def moments_of(edition: Edition) -> list[Moment]:
    """Return the edition's moments in order. The last two need a planned ceremony or a set release."""
    closes, opens = edition.closes_at, edition.opens_at
    moments = [
        Moment("before-opening", "The day before entries open", "Everything can be read.", opens - DAY),
        Moment("open", "Entries are open", "Start, write and submit.", opens + 14 * DAY),
        Moment("last-hour", "An hour before the deadline", "What the last hour looks like.", closes - HOUR),
        Moment("last-minute", "One minute before the deadline", "Stay on a page and let it close.", closes - MINUTE),
        Moment("closed", "After the deadline", "Drafts can be read, not changed.", closes + HOUR),
        Moment(
            "judging", "Judging", "Allocate the entries, then read and score.", edition.judging_opens_at + DAY
        ),
        Moment(
            "deciding", "Judging is over", "See the ranking, record decisions and set the announcement.",
            edition.judging_closes_at + DAY,
        ),
    ]  # fmt: skip
    release = release_instant(edition) or edition.ceremony_at
    if release is not None:
        moments += [
            Moment(
                "before-release",
                "One minute before the release",
                "Nobody knows yet. Wait for it.",
                release - MINUTE,
            ),
            Moment(
                "released", "After the release", "Winners, mails and feedback.", release + MINUTE
            ),
        ]
    return moments


def clock_page(
    moments: Sequence[Moment], *, at: dt.datetime, shift: dt.timedelta, unread: int
) -> ClockPage:
    near = [moment for moment in moments if shift and abs(moment.instant - at) < NEAR]
    current = min(near, key=lambda moment: abs(moment.instant - at)) if near else None
    return ClockPage(
        today=_in_words(at), is_moved=bool(shift), moments=moments, current=current, unread=unread
    )


def _in_words(instant: dt.datetime) -> str:
    return f"{day(instant, ZONE)}, {clock_time(instant, ZONE)} ({zone_name(ZONE)})"
