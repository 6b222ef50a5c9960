"""When a draft is reminded that entries close."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable


def reminder_due(
    hours_before: Iterable[int], *, closing: dt.datetime, begun_at: dt.datetime, at: dt.datetime
) -> int | None:
    """Return which reminder is due at `at`, in hours before closing, or None.

    Of those whose moment has passed, the latest: a worker that was away sends one, not all. A draft that was
    begun after a reminder's moment does not get that one. Nothing is due once entries have closed.
    """
    if at >= closing:
        return None
    passed = [
        hours for hours in hours_before if begun_at < closing - dt.timedelta(hours=hours) <= at
    ]
    return min(passed, default=None)
