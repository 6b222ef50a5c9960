from __future__ import annotations

from typing import Any

from plaudit.sites.components.reading.series import SeriesReading, series_reading


def measure(*values: str | None, unit: str = "%") -> dict[str, Any]:
    points = [[f"2025-{month:02}-01", value] for month, value in enumerate(values, 1) if value]
    return {"number": 3, "unit": unit, "series": points}


def test_what_changed_is_told_date_by_date_and_the_rest_is_counted() -> None:
    assert series_reading(measure("12", "11", "9"), measure(None, "11", "9.50", "1200")) == (
        SeriesReading(
            number=3,
            sentence="Values by date: 1 added, 1 removed, 1 changed; 1 unchanged.",
            rows=[
                ("1 January 2025", "12%", "none"),
                ("1 March 2025", "9%", "9.5%"),
                ("1 April 2025", "none", "1,200%"),
            ],
        )
    )


def test_values_stand_in_the_unit_of_their_own_time_and_a_long_unit_is_left_to_the_words() -> None:
    found = series_reading(measure("5", unit="£"), measure("6", unit="appointments a week"))
    assert found is not None
    assert found.rows == [("1 January 2025", "£5", "6")]
    assert found.sentence == "Values by date: 1 changed; none unchanged."


def test_a_series_that_stayed_is_not_told() -> None:
    assert series_reading(measure("5"), measure("5")) is None
    assert series_reading({"number": 1}, {"number": 1, "series": []}) is None


def test_a_table_of_more_than_twelve_dates_is_closed_at_first() -> None:
    days = [[f"2025-01-{day:02}", "1"] for day in range(1, 14)]
    readings = [series_reading(measure(), measure() | {"series": days[:n]}) for n in (12, 13)]
    assert [reading and reading.is_long for reading in readings] == [False, True]
