from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

UTC = dt.UTC


@dataclass(frozen=True)
class Plan:
    """How large the edition is, by which seed chance is drawn, and when everything happens.

    The dates are fixed, so that a rehearsal is the same on any day. Entries close on the evening of a
    change to winter time in the United Kingdom, when the clock on the wall jumps back an hour.
    """

    entries: int = 200
    judges: int = 30
    seed: int = 1
    set_up: dt.datetime = dt.datetime(2031, 9, 1, 9, tzinfo=UTC)
    opens: dt.datetime = dt.datetime(2031, 9, 15, 8, tzinfo=UTC)
    closes: dt.datetime = dt.datetime(2031, 10, 26, 17, tzinfo=UTC)
    judging_opens: dt.datetime = dt.datetime(2031, 11, 3, 9, tzinfo=UTC)
    judging_closes: dt.datetime = dt.datetime(2031, 12, 1, 17, tzinfo=UTC)
    release: dt.datetime = dt.datetime(2032, 2, 12, 20, 30, tzinfo=UTC)

    @property
    def people(self) -> int:
        """How many people lead an entry; some lead several."""
        return max(2, self.entries * 7 // 10)

    @property
    def organisations(self) -> int:
        return max(8, self.entries // 2)

    @property
    def enquiries(self) -> int:
        return max(3, self.entries // 8)
