"""How long a public page may be kept by caches: never past the instant at which it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.http import HttpResponse

LONGEST = 60


def seconds_fresh(at: dt.datetime, changes: Iterable[dt.datetime | None]) -> int:
    """Return for how many whole seconds a page made at `at` stays true, a minute at the most.

    It ends with the clock's minute whatever is planned, so that its length betrays no plan set to a
    minute. Of `changes` those that are past do not matter; one that is `at` itself takes effect right
    after it, as closing does.
    """
    rest_of_minute = LONGEST - at.second
    ahead = [
        int((change - at).total_seconds())
        for change in changes
        if change is not None and change >= at
    ]
    return min([rest_of_minute, *ahead])


def keep(response: HttpResponse, seconds: int) -> HttpResponse:
    """Let browsers and shared caches keep the page for so long."""
    response["Cache-Control"] = f"public, max-age={seconds}"
    return response
