from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.charts.dates import date_in
from plaudit.entries.engines.charts.series import kept_series, read_series, written_series


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/4/2025", dt.date(2025, 4, 3)),
        ("03/04/25", dt.date(2025, 4, 3)),
        ("3.4.2025", dt.date(2025, 4, 3)),
        ("2025-04-03", dt.date(2025, 4, 3)),
        ("2025-04-03 00:00:00", dt.date(2025, 4, 3)),
        ("2025-04", dt.date(2025, 4, 1)),
        ("04/2025", dt.date(2025, 4, 1)),
        ("Apr 2025", dt.date(2025, 4, 1)),
        ("April 2025", dt.date(2025, 4, 1)),
        ("Apr-25", dt.date(2025, 4, 1)),
        ("Sept ’25", dt.date(2025, 9, 1)),
        ("03-Apr-25", dt.date(2025, 4, 3)),
        ("3rd April 2025", dt.date(2025, 4, 3)),
        ("Thursday 3 April 2025", dt.date(2025, 4, 3)),
        ("w/c 31/03/2025", dt.date(2025, 3, 31)),
        ("45750", dt.date(2025, 4, 3)),
        ("29/2/2024", dt.date(2024, 2, 29)),
    ],
)
def test_days_are_read_as_british_spreadsheets_write_them(text: str, day: dt.date) -> None:
    assert date_in(text) == day


@pytest.mark.parametrize(
    "text", ["13/25/2025", "29/2/2025", "Foo 2025", "yesterday", "", "1/1/1066"]
)
def test_other_days_are_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        date_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Month\tSeen in a day\nJan 2025\t41%\nFeb 2025\t1,200%\n",
        "Jan 2025;41%\r\nFeb 2025;1,200%",
        "Jan 2025,41%\nFeb 2025,1,200%",
        'Jan-25,41%\n\nFeb-25,"1,200%"\n',
        "Feb 2025  1,200%\nJan 2025  41%",
        "Date,Value\n2025-01-01,41%\n2025-02-01,1200%,\n",
        "01/01/2025\t41%\t\n01/02/2025\t1200%\t\n",
    ],
)
def test_two_columns_are_read_however_they_are_apart(text: str) -> None:
    series = read_series(text)
    assert series.faults == ()
    assert kept_series(series) == [["2025-01-01", "41"], ["2025-02-01", "1200"]]
    assert series.unit == "%"


def test_each_bad_line_is_named_and_the_good_ones_are_kept() -> None:
    text = (
        "Month\tValue\nJan 2025\t4\nFebtober\t5\nMar 2025\t\nApr 2025\tn/a\nJan 2025\t9\n"
        "May 2025\t1\t2\nJun 2025\t£7\nJul 2025\t7%"
    )
    series = read_series(text)
    assert [(fault.line, fault.reason) for fault in series.faults] == [
        (3, "“Febtober” could not be read as a date. Write it like 31/01/2025 or Jan 2025."),
        (4, "it has a date but no value. Take the line out if there is none."),
        (5, "“n/a” is not a number."),
        (6, "01/01/2025 is already on line 2."),
        (7, "it has 3 columns. Paste two: the dates and the values."),
        (9, "it is in %, but lines above are in £."),
    ]
    assert kept_series(series) == [["2025-01-01", "4"], ["2025-06-01", "7"]]


def test_a_first_line_with_a_date_is_no_heading() -> None:
    assert [fault.line for fault in read_series("Jan 2025\tdays\nFeb 2025\t3").faults] == [1]


def test_more_than_400_points_are_too_many() -> None:
    lines = [f"{dt.date(2020, 1, 1) + dt.timedelta(days=n)}\t{n}" for n in range(401)]
    assert [fault.line for fault in read_series("\n".join(lines)).faults] == [0]


@given(
    st.dictionaries(
        st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31)),
        st.decimals(min_value=-(10**9), max_value=10**9, places=3),
        max_size=40,
    )
)
def test_what_is_written_back_reads_the_same(points: dict[dt.date, object]) -> None:
    kept = kept_series(read_series("\n".join(f"{day}\t{value}" for day, value in points.items())))
    assert [day for day, _ in kept] == [day.isoformat() for day in sorted(points)]
    again = read_series(written_series(kept))
    assert (kept_series(again), again.faults) == (kept, ())


@given(st.text(alphabet=st.sampled_from("0123456789/-.,;\t\n %£ JanFebm"), max_size=200))
def test_no_paste_breaks_the_reader(text: str) -> None:
    series = read_series(text)
    lines = text.splitlines()
    assert all(0 <= fault.line <= len(lines) for fault in series.faults)
    assert list(series.points) == sorted(series.points)
