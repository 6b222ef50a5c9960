"""A piece of evidence as lines of plain text, for downloads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plaudit.entries.engines.charts.figures import chart_in
from plaudit.entries.engines.charts.wording import in_unit, short_days, summary_of
from plaudit.sites.components.reading.evidence import attribution, file_about
from plaudit.sites.components.reading.measures import measure_row
from plaudit.sites.components.reading.values import value_reading


def evidence_lines(piece: dict[str, Any]) -> list[str]:
    """Return the piece of a snapshot: its number and title, then all that judges read of it."""
    return [f"E{piece['number']}. {piece['title']}", *LINES[piece["kind"]](piece)]


def _measure(piece: dict[str, Any]) -> Iterator[str]:
    row = measure_row(piece)
    for word, (value, period) in (
        ("Before", row.before),
        ("Target", row.target),
        ("After", row.after),
        ("Change", row.change),
    ):
        if value:
            yield f"{word}: {value}{f' ({period})' if period else ''}"
    if row.verdict:
        yield f"{row.verdict}."
    yield row.about
    if piece["chart"]:
        chart = chart_in(piece["chart"])
        yield " ".join(summary_of(chart, piece["unit"]))
        if piece["change_note"]:
            yield f"What changed: {piece['change_note']}"
        for day, point in zip(short_days(chart), chart.points, strict=True):
            yield f"  {day}: {in_unit(point.value, piece['unit'])}"


def _testimonial(piece: dict[str, Any]) -> Iterator[str]:
    yield piece["words"]
    if by := attribution(piece):
        yield f"({by})"


def _value(piece: dict[str, Any]) -> Iterator[str]:
    value = value_reading(piece)
    if value.period:
        yield value.period
    for what, kind, workings, amount in value.lines:
        yield f"  {what} ({kind}{f': {workings}' if workings else ''}): {amount}"
    for words, amount in value.sums:
        yield f"{words}: {amount}"
    yield " ".join(value.outcome)
    if piece["assumptions"]:
        yield f"What this rests on: {piece['assumptions']}"
    if value.source:
        yield f"Source: {value.source}"


def _attachment(piece: dict[str, Any]) -> Iterator[str]:
    if piece.get("attachment_id"):
        yield f"{piece['name']} ({file_about(piece)})"


LINES = {
    "measure": _measure,
    "testimonial": _testimonial,
    "value": _value,
    "attachment": _attachment,
}
