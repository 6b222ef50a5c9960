from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.reminders import reminder_due

CLOSING = dt.datetime(2027, 3, 12, 17, tzinfo=dt.UTC)
LONG_AGO = CLOSING - dt.timedelta(days=60)


@pytest.mark.parametrize(
    ("hours_left", "due"),
    [
        (169, None),
        (168, 168),
        (49, 168),
        (48, 48),
        (4.01, 48),
        (4, 4),
        (0.01, 4),
        (0, None),
        (-1, None),
    ],
)
def test_the_latest_passed_moment_is_due(hours_left: float, due: int | None) -> None:
    at = CLOSING - dt.timedelta(hours=hours_left)
    assert reminder_due([168, 48, 4], closing=CLOSING, begun_at=LONG_AGO, at=at) == due


def test_a_draft_begun_after_a_moment_is_not_reminded_of_it() -> None:
    begun = CLOSING - dt.timedelta(hours=47)
    hours = [168, 48, 4]
    at = CLOSING - dt.timedelta(hours=20)
    assert reminder_due(hours, closing=CLOSING, begun_at=begun, at=at) is None
    at = CLOSING - dt.timedelta(hours=3)
    assert reminder_due(hours, closing=CLOSING, begun_at=begun, at=at) == 4


def test_an_edition_may_send_none() -> None:
    at = CLOSING - dt.timedelta(hours=1)
    assert reminder_due([], closing=CLOSING, begun_at=LONG_AGO, at=at) is None
