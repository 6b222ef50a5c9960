from __future__ import annotations

from plaudit.entries.engines.differences import Fate
from plaudit.entries.engines.series_differences import PointChange, series_differences

BEFORE = [["2025-01-01", "12"], ["2025-02-01", "11"], ["2025-03-01", "9"]]


def test_each_date_is_added_removed_changed_or_only_counted() -> None:
    after = [["2025-02-01", "11"], ["2025-03-01", "9.5"], ["2025-04-01", "8"], ["2024-12-01", "13"]]
    found = series_differences(BEFORE, after)
    assert found.changes == [
        PointChange("2024-12-01", None, "13"),
        PointChange("2025-01-01", "12", None),
        PointChange("2025-03-01", "9", "9.5"),
        PointChange("2025-04-01", None, "8"),
    ]
    assert found.unchanged == 1
    assert [found.count(fate) for fate in (Fate.ADDED, Fate.REMOVED, None)] == [2, 1, 1]


def test_the_same_series_differs_nowhere_in_whatever_order() -> None:
    found = series_differences(BEFORE, BEFORE[::-1])
    assert (found.changes, found.unchanged) == ([], 3)


def test_a_series_that_came_or_went_is_all_added_or_removed() -> None:
    assert series_differences([], BEFORE).count(Fate.ADDED) == 3
    assert series_differences(BEFORE, []).count(Fate.REMOVED) == 3
    assert series_differences([], []).changes == []
