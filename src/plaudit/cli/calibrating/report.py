"""What the command prints: JSON, or a table for a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from json.encoder import encode_basestring as _text
from typing import Any, TextIO

import numpy as np

from plaudit.cli.calibrating.averaging import Averaged
from plaudit.cli.calibrating.reading import Floats, Integers, ScoreFile
from plaudit.judging.engines.calibration import Fit
from plaudit.judging.engines.stability import Ranks

AT_ONCE = 5000
ENTRY_KEYS = (
    "entry", "category", "n", "mean", "sd", "adjusted", "low", "high", "rank_low", "rank_high", "p_top_k",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    file: ScoreFile
    averaged: Averaged
    fit: Fit
    ranks: Ranks
    count: Integers
    mean: Floats
    spread: Floats
    """Sample standard deviations of each entry's scores; not a number for one score."""
    order: Integers
    """Entries by category, the best first."""
    summary: dict[str, Any]
    warnings: list[str]
    suggestions: list[dict[str, Any]] | None = None


def write_json(report: Report, out: TextIO) -> None:
    """Write the report as one JSON object, row by row, so that a large one needs little memory."""
    out.write('{"entries":[')
    _write_rows(_entry_rows(report), out)
    out.write('],"judges":[')
    _write_rows(_judge_rows(report), out)
    out.write('],"summary":' + json.dumps(report.summary, ensure_ascii=False, allow_nan=False))
    if report.suggestions is not None:
        out.write(',"suggestions":' + json.dumps(report.suggestions, ensure_ascii=False))
    out.write(',"warnings":' + json.dumps(report.warnings, ensure_ascii=False) + "}\n")


def _write_rows(rows: Iterator[str], out: TextIO) -> None:
    separator = ""
    for row in rows:
        out.write(separator + row)
        separator = ",\n"


def figures(values: Floats) -> list[str]:
    """Return numbers as JSON with nine figures; what is not a number is null."""
    texts = [f"{value:.9g}" for value in values.tolist()]
    if np.isfinite(values).all():
        return texts
    return [text if text[-1].isdigit() else "null" for text in texts]


def _entry_rows(report: Report) -> Iterator[str]:
    names, categories = report.file.entries, [_text(name) for name in report.file.categories]
    for first in range(0, len(report.order), AT_ONCE):
        part = report.order[first : first + AT_ONCE]
        fit, ranks = report.fit, report.ranks
        columns = (report.mean, report.spread, fit.adjusted, fit.low, fit.high)
        numbers = zip(
            part.tolist(), report.count[part].tolist(), *(figures(column[part]) for column in columns),
            ranks.low[part].tolist(), ranks.high[part].tolist(), figures(ranks.top[part]),
            report.file.category[part].tolist(), strict=True,
        )  # fmt: skip
        for entry, n, mean, spread, adjusted, low, high, best, worst, top, category in numbers:
            yield (
                f'{{"entry":{_text(names[entry])},"category":{categories[category]},"n":{n},"mean":{mean},'
                f'"sd":{spread},"adjusted":{adjusted},"low":{low},"high":{high},"rank_low":{best},'
                f'"rank_high":{worst},"p_top_k":{top}}}'
            )


def _judge_rows(report: Report) -> Iterator[str]:
    fit, names = report.fit, report.file.judges
    count = np.bincount(report.averaged.scores.judge, minlength=len(names)).tolist()
    leniency = (fit.leniency, fit.leniency_low, fit.leniency_high)
    rows = list(zip(*(figures(column) for column in leniency), strict=True))
    for judge in sorted(
        range(len(names)), key=lambda one: (-round(float(fit.leniency[one]), 9), names[one])
    ):
        value, low, high = rows[judge]
        yield (
            f'{{"judge":{_text(names[judge])},"n":{count[judge]},"leniency":{value},'
            f'"low":{low},"high":{high}}}'
        )


def table(report: Report, most: int = 20) -> Iterator[str]:
    """Yield the report as lines for a person: the first of each category, then judges and figures."""
    ranks, fit = report.ranks, report.fit
    grouped = report.summary["scope"] == "category"
    width = max(5, min(36, max(len(name) for name in report.file.entries)))
    heading = f"{'rank':>5} {'range':>9}  {'entry':<{width}} {'n':>3} {'raw mean':>9} {'sd':>7} {'adjusted':>9} {'90 % interval':>17} {'top ' + str(ranks.top_k):>7}"  # noqa: E501
    shown = category = -1
    for entry in report.order.tolist():
        if grouped and report.file.category[entry] != category:
            category, shown = int(report.file.category[entry]), 0
            yield f"\n{report.file.categories[category] or 'No category'}"
        if shown <= 0:
            shown = 0
            yield heading
        shown += 1
        if shown == most + 1:
            yield "      and more; --json has them all"
        if shown > most:
            continue
        place = f"{ranks.low[entry]}-{ranks.high[entry]}"
        spread = "" if np.isnan(report.spread[entry]) else f"{report.spread[entry]:.2f}"
        between = _between(fit.low[entry], fit.high[entry], "{:.2f}")
        yield (
            f"{ranks.rank[entry]:>5} {place:>9}  {report.file.entries[entry][:width]:<{width}} "
            f"{report.count[entry]:>3} {report.mean[entry]:>9.2f} {spread:>7} {fit.adjusted[entry]:>9.2f} "
            f"{between:>17} {ranks.top[entry]:>7.0%}"
        )
    yield from _judges_table(report, most)
    yield from _closing_lines(report)


def _between(low: float, high: float, form: str) -> str:
    return "unknown" if np.isnan(low) else f"{form.format(low)} to {form.format(high)}"


def _judges_table(report: Report, most: int) -> Iterator[str]:
    fit, names = report.fit, report.file.judges
    count = np.bincount(report.averaged.scores.judge, minlength=len(names))
    yield "\nJudges, the most lenient first (what they add to a score, beside the average judge)"
    order = sorted(
        range(len(names)), key=lambda one: (-round(float(fit.leniency[one]), 9), names[one])
    )
    shown = order if len(order) <= 2 * most else order[:most] + order[-most:]
    width = max(5, min(36, max(len(name) for name in names)))
    for judge in shown:
        between = _between(fit.leniency_low[judge], fit.leniency_high[judge], "{:+.2f}")
        yield f"  {names[judge][:width]:<{width}} {count[judge]:>5} {fit.leniency[judge]:>+8.2f} {between:>18}"
    if len(shown) < len(order):
        yield f"  and {len(order) - len(shown):,} between; --json has them all"


def _closing_lines(report: Report) -> Iterator[str]:
    summary = report.summary
    parts = [
        f"{name} {value:.3f}" for name, value in summary["variances"].items() if value is not None
    ]
    yield f"\nMethod: {summary['method']}. Variances: {', '.join(parts) or 'none'}."
    agreement = [
        f"{name} {value:.3f}"
        for name, value in summary["icc"].items()
        if isinstance(value, float) and name != "k"
    ]
    if agreement:
        yield f"Agreement from {summary['icc']['from']}: {', '.join(agreement)}."
    levels = [
        f"{name} {value:.3f}" for name, value in summary["alpha"].items() if value is not None
    ]
    if levels:
        yield f"Krippendorff's alpha: {', '.join(levels)}."
    for suggestion in report.suggestions or []:
        yield f"Suggested reading: {suggestion['judge']} on {suggestion['entry']}"
    for warning in report.warnings:
        yield f"Please note: {warning}"
