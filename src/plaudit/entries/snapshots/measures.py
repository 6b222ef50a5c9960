from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.entries.engines.charts.charting import chart_of
from plaudit.entries.engines.charts.figures import Chart, chart_as_json
from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.parts import EntryParts


def measure_in_snapshot(part: EvidencePart, parts: EntryParts) -> dict[str, Any]:
    """Return the measure's figures as text, its series, and the chart's figures; "chart" is None without series."""
    del parts
    chart = measure_chart(part.details)
    return {**part.details, "chart": None if chart is None else chart_as_json(chart)}


def measure_chart(details: dict[str, Any]) -> Chart | None:
    """Return the chart of the measure's series, or None when it has none."""
    if not details["series"]:
        return None
    changed_on, target = details["changed_on"], details["target"]
    return chart_of(
        [(dt.date.fromisoformat(day), float(value)) for day, value in details["series"]],
        direction=details["direction"],
        changed_on=dt.date.fromisoformat(changed_on) if changed_on else None,
        target=None if target is None else float(target),
    )
