"""The evidence of a snapshot as pieces of the PDF: a title, a table, a picture, lines of text."""

from __future__ import annotations

from typing import Any

from plaudit.entries.engines.charts.drawing import chart_svg
from plaudit.entries.engines.charts.figures import chart_in
from plaudit.entries.engines.charts.wording import in_unit, summary_of
from plaudit.entries.engines.outcomes import is_better, movement, target_met
from plaudit.entries.evidence_words import (
    DIRECTIONS,
    LINE_KINDS,
    change_words,
    decimal_in,
    outcome_words,
    pounds,
    sum_rows,
    sums_of,
    verdict_words,
    workings,
)
from plaudit.kit.pdf.showable import showable


def evidence_pieces(snapshot: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a piece for each thing cited as [E1], in the order of its number."""
    listed = sorted(snapshot["evidence"], key=lambda one: one["number"])
    return [_piece(one) for one in listed]


def chart_files(snapshot: dict[str, Any]) -> dict[str, bytes]:
    """Return the drawings of measures with a series, by the name of the file beside the template."""
    return {_chart_name(one): _drawn(one) for one in snapshot["evidence"] if one.get("chart")}


def _chart_name(one: dict[str, Any]) -> str:
    return f"chart-{one['number']}.svg"


def _drawn(one: dict[str, Any]) -> bytes:
    drawing = chart_svg(chart_in(one["chart"]), showable(one["title"]), showable(one["unit"]))
    return drawing.encode()


def _piece(one: dict[str, Any]) -> dict[str, Any]:
    parts = {"measure": _measure, "testimonial": _testimonial, "value": _value}.get(
        one["kind"], _file
    )
    plain: dict[str, Any] = {"columns": [], "rows": [], "chart": None, "chart_alt": "", "lines": []}
    return plain | {"number": f"E{one['number']}", "title": one["title"]} | parts(one)


def _measure(one: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [when, in_unit(figure, one["unit"], is_exact=True), one[f"{name}_period"]]
        for when, name in (("Before", "baseline"), ("Target", "target"), ("After", "result"))
        if (figure := decimal_in(one[name])) is not None
    ]
    change, meaning = _outcome(one)
    chart = chart_in(one["chart"]) if one["chart"] else None
    summary = " ".join(summary_of(chart, one["unit"])) if chart else ""
    return {
        "columns": ["", "Value", "Period"],
        "rows": rows + change,
        "chart": _chart_name(one) if chart else None,
        "chart_alt": f"Chart of {one['title']}. {summary}" if chart else "",
        "lines": [line for line in (meaning, summary, one["change_note"], _source(one)) if line],
    }


def _outcome(one: dict[str, Any]) -> tuple[list[list[str]], str]:
    """Return the row of the change, if there is one, and the sentence on what it means."""
    baseline, target, result = (decimal_in(one[name]) for name in ("baseline", "target", "result"))
    moved, met = movement(baseline, result), target_met(one["direction"], target, result)
    words = [DIRECTIONS[one["direction"]]]
    words.append(verdict_words(met=met, better=is_better(one["direction"], moved)))
    absolute, relative = change_words(moved, one["unit"])
    return (
        [["Change", absolute, relative]] if absolute else [],
        " ".join(f"{word}." for word in words if word),
    )


def _testimonial(one: dict[str, Any]) -> dict[str, Any]:
    by = ", ".join(one[name] for name in ("name", "role", "organisation") if one[name])
    return {"lines": [*(line for line in one["words"].split("\n") if line.strip()), by]}


def _value(one: dict[str, Any]) -> dict[str, Any]:
    sums = sums_of(one)
    rows = [[line["description"], _kind(line), pounds(line["amount"])] for line in one["lines"]] + [
        [words, "", amount] for words, amount in sum_rows(sums)
    ]
    rests_on = one["assumptions"] and f"What this rests on: {one['assumptions']}"
    told = [
        one["period"] and f"Period: {one['period']}",
        " ".join(outcome_words(sums)),
        *(line for line in rests_on.split("\n") if line.strip()),
        _source(one),
    ]
    return {
        "columns": ["What", "Kind", "Amount"],
        "rows": rows,
        "lines": [line for line in told if line],
    }


def _kind(line: dict[str, Any]) -> str:
    return ": ".join(word for word in (LINE_KINDS.get(line["kind"], ""), workings(line)) if word)


def _file(one: dict[str, Any]) -> dict[str, Any]:
    pages = one.get("page_count")
    about = f", {pages} page{'' if pages == 1 else 's'}" if pages else ""
    return {"lines": [f"{one.get('name', 'A file')}{about}. Sent with the entry."]}


def _source(one: dict[str, Any]) -> str:
    return f"Source: {one['source']}" if one["source"] else ""
