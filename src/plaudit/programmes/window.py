"""When an entry is taken: a pure rule, the same for a page, a save from a script and a submission."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from plaudit.kit.dates import moment
from plaudit.kit.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True)
class Window:
    """When entries are taken. `closes_at` includes extensions; the closing instant itself is still in time.

    `grace` is for people who had their form open at closing, and is nothing unless the edition published one.
    `opened_at` is when the reader opened theirs, where that is known.
    """

    is_published: bool
    opens_at: dt.datetime
    closes_at: dt.datetime
    grace: dt.timedelta
    zone: ZoneInfo
    opened_at: dt.datetime | None = None

    def verdict(self, at: dt.datetime, opened_at: dt.datetime | None = None) -> Verdict:
        """Whether entries are taken at `at` from somebody whose form was opened at `opened_at`, if that is known."""
        if not self.is_published:
            return refused("This category is not published yet.")
        if at < self.opens_at:
            return refused(f"Entries open at {moment(self.opens_at, self.zone)}.")
        if at <= self.closes_at or self._is_in_grace(at, opened_at or self.opened_at):
            return ALLOWED
        return refused(f"Entries closed at {moment(self.closes_at, self.zone)}.")

    def _is_in_grace(self, at: dt.datetime, opened_at: dt.datetime | None) -> bool:
        if opened_at is None or opened_at > self.closes_at:
            return False
        return at <= self.closes_at + self.grace
