from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plaudit.entries.engines.charts.drawing import NARROW, Drawing, drawing_of
from plaudit.entries.engines.charts.figures import Chart, chart_in
from plaudit.entries.engines.charts.wording import MEANINGS, in_unit, short_days, summary_of


@dataclass(frozen=True, slots=True)
class ChartReading:
    """A chart drawn twice, for wide pages and for telephones. `rows` are (when, value, what it says)."""

    number: int
    title: str
    note: str
    wide: Drawing
    narrow: Drawing
    summary: list[str]
    rows: list[tuple[str, str, str]]


def chart_reading(piece: dict[str, Any]) -> ChartReading:
    """Return the chart of a measure in a snapshot, which has one."""
    return drawn(
        chart_in(piece["chart"]),
        piece["number"],
        piece["title"],
        piece["unit"],
        piece["change_note"],
    )


def drawn(chart: Chart, number: int, title: str, unit: str, note: str) -> ChartReading:
    """Return the chart as drawings, words and rows."""
    return ChartReading(
        number=number,
        title=title,
        note=note,
        wide=drawing_of(chart, title, unit),
        narrow=drawing_of(chart, title, unit, width=NARROW),
        summary=summary_of(chart, unit),
        rows=[
            (day, in_unit(point.value, unit), MEANINGS[point.meaning])
            for day, point in zip(short_days(chart), chart.points, strict=True)
        ],
    )
