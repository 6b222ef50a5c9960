"""The deadline is a fact of the clock, also on the two nights a year when the clock is changed."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from plaudit.kit.verdict import Refused
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.programmes import a_category, an_edition

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
SECOND = dt.timedelta(seconds=1)
DAY = dt.timedelta(days=1)

# Spring: 01:00 becomes 02:00 on 28 March 2027. Autumn: 02:00 becomes 01:00 on 31 October 2027, so 01:30
# comes twice; `fold` tells which.
CLOSINGS = {
    "just before the spring change": dt.datetime(2027, 3, 28, 0, 59, 59, tzinfo=LONDON),
    "the first instant of summer time": dt.datetime(2027, 3, 28, 2, 0, tzinfo=LONDON),
    "the evening after the spring change": dt.datetime(2027, 3, 28, 17, 0, tzinfo=LONDON),
    "the first half past one of autumn": dt.datetime(2027, 10, 31, 1, 30, fold=0, tzinfo=LONDON),
    "the second half past one of autumn": dt.datetime(2027, 10, 31, 1, 30, fold=1, tzinfo=LONDON),
    "the evening after the autumn change": dt.datetime(2027, 10, 31, 17, 0, tzinfo=LONDON),
}


@pytest.mark.parametrize("closing", CLOSINGS.values(), ids=CLOSINGS)
def test_submissions_are_taken_to_the_second_across_clock_changes(closing: dt.datetime) -> None:
    closes = closing.astimezone(dt.UTC)
    edition = an_edition(
        opens_at=closes - 30 * DAY,
        closes_at=closes,
        judging_opens_at=closes + DAY,
        judging_closes_at=closes + 9 * DAY,
    )
    category, started = a_category(edition), closes - DAY
    for at in (closes - SECOND, closes):
        submission = a_submission(a_complete_entry(category, at=started), at=at)
        submission.refresh_from_db()
        assert submission.submitted_at == at
    with pytest.raises(Refused, match="Entries closed"):
        a_submission(a_complete_entry(category, at=started), at=closes + SECOND)


def test_the_two_half_past_ones_of_autumn_are_an_hour_apart() -> None:
    first = CLOSINGS["the first half past one of autumn"].astimezone(dt.UTC)
    second = CLOSINGS["the second half past one of autumn"].astimezone(dt.UTC)
    assert second - first == dt.timedelta(hours=1)
