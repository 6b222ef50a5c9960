from __future__ import annotations

import datetime as dt

import pytest

from plaudit.sites.demo.build.calendar import ZONE, last_calendar, this_calendar

DAYS = [
    dt.datetime(2026, 11, 21, 22, tzinfo=dt.UTC) + dt.timedelta(days=17 * n, hours=n)
    for n in range(45)
]


@pytest.mark.parametrize("today", DAYS, ids=lambda day: f"{day:%Y-%m-%d}")
def test_whatever_the_day_one_edition_is_open_and_the_last_is_over(today: dt.datetime) -> None:
    this, last = this_calendar(today), last_calendar(today)
    assert this.into(0.5) < today < this.closes - dt.timedelta(days=11)
    assert last.ceremony < today - dt.timedelta(weeks=26)
    assert last.name == str(int(this.name) - 1)
    dates = (
        this.set_up,
        this.opens,
        this.closes,
        this.judging_opens,
        this.judging_closes,
        this.ceremony,
    )
    assert list(dates) == sorted(dates)
    assert this.closes.astimezone(ZONE).strftime("%A %H") == "Friday 17"
