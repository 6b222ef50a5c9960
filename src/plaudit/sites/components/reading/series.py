"""What changed in the series of a measure, for somebody who reads two versions of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plaudit.entries.engines.charts.wording import day_in_words, in_unit
from plaudit.entries.engines.differences import Fate
from plaudit.entries.engines.series_differences import SeriesDifferences, series_differences
from plaudit.entries.evidence_words import short_unit

NO_VALUE = "none"
MOST_SHOWN_OPEN = 12


@dataclass(frozen=True)
class SeriesReading:
    """The dates that differ, each as (date, value before, value after), and a sentence that counts them."""

    number: int
    sentence: str
    rows: list[tuple[str, str, str]]

    @property
    def is_long(self) -> bool:
        return len(self.rows) > MOST_SHOWN_OPEN


def series_reading(before: dict[str, Any], after: dict[str, Any]) -> SeriesReading | None:
    """Compare the series of a measure in two snapshots; None when no date differs."""
    found = series_differences(before.get("series") or [], after.get("series") or [])
    if not found.changes:
        return None
    units = [short_unit(piece.get("unit") or "") for piece in (before, after)]
    return SeriesReading(
        number=after["number"],
        sentence=_sentence(found),
        rows=[
            (
                day_in_words(dt.date.fromisoformat(change.day)),
                _value(change.before, units[0]),
                _value(change.after, units[1]),
            )
            for change in found.changes
        ],
    )


def _sentence(found: SeriesDifferences) -> str:
    counts = {
        "added": found.count(Fate.ADDED),
        "removed": found.count(Fate.REMOVED),
        "changed": found.count(None),
    }
    told = [f"{count:,} {name}" for name, count in counts.items() if count]
    kept = f"{found.unchanged:,} unchanged" if found.unchanged else "none unchanged"
    return f"Values by date: {', '.join(told)}; {kept}."


def _value(text: str | None, unit: str) -> str:
    return NO_VALUE if text is None else in_unit(Decimal(text), unit, is_exact=True)
