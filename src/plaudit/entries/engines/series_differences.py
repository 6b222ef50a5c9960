"""What changed between two series of dates and values, date by date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.entries.engines.differences import Fate


@dataclass(frozen=True)
class PointChange:
    """A date (ISO) at which the series differ. `before` or `after` is None where it has no value there."""

    day: str
    before: str | None
    after: str | None

    @property
    def fate(self) -> Fate | None:
        """What became of the date's value; None when another took its place."""
        if self.before is None:
            return Fate.ADDED
        return Fate.REMOVED if self.after is None else None


@dataclass(frozen=True)
class SeriesDifferences:
    """The dates that differ, in their order, and how many stayed as they were."""

    changes: list[PointChange]
    unchanged: int

    def count(self, fate: Fate | None) -> int:
        """Return how many dates have that fate; None: how many have another value now."""
        return sum(change.fate == fate for change in self.changes)


def series_differences(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]
) -> SeriesDifferences:
    """Compare two series of [ISO date, value as text]; each has a date at most once."""
    old, new = ({point[0]: point[1] for point in points} for points in (before, after))
    days = sorted(old.keys() | new.keys())
    changes = [
        PointChange(day, old.get(day), new.get(day)) for day in days if old.get(day) != new.get(day)
    ]
    return SeriesDifferences(changes, len(days) - len(changes))
