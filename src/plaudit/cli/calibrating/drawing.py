"""The option --plot: ranks of each category and the judges' leniency, as one SVG."""

from __future__ import annotations

import math

import numpy as np

from plaudit.cli.calibrating.report import Report
from plaudit.judging.engines.plots.leniency import JudgedLeniency, leniency_plot
from plaudit.judging.engines.plots.ranks import RankedEntry, rank_plot
from plaudit.judging.engines.plots.stack import stacked
from plaudit.judging.engines.stability import shared_ranks

MOST_GROUPS, MOST_ENTRIES, MOST_JUDGES = 40, 60, 80


def drawing(report: Report) -> str:
    """Return the drawing: the first 40 categories, 60 entries of each and 80 judges."""
    by_category = report.summary["scope"] == "category"
    group = report.file.category if by_category else np.zeros(len(report.mean), np.int64)
    raw = shared_ranks(report.mean, group)
    groups = list(dict.fromkeys(group[report.order].tolist()))[:MOST_GROUPS]
    names = report.file.categories if by_category else ["All entries"]
    plots = []
    for one in groups:
        members = report.order[group[report.order] == one]
        plots.append(
            rank_plot(
                [_entry(report, entry, raw) for entry in members[:MOST_ENTRIES]],
                top_k=report.ranks.top_k,
                title=names[one] or "All entries",
                more=max(0, len(members) - MOST_ENTRIES),
            )
        )
    plots.append(
        leniency_plot(
            _judges(report),
            title="Leniency of judges",
            more=max(0, len(report.file.judges) - MOST_JUDGES),
        )
    )
    return stacked(plots, f"Calibration of {report.file.name}")


def _entry(report: Report, entry: int, raw: np.ndarray) -> RankedEntry:
    ranks = report.ranks
    return RankedEntry(
        name=report.file.entries[entry],
        rank=int(ranks.rank[entry]),
        low=int(ranks.low[entry]),
        high=int(ranks.high[entry]),
        raw_rank=int(raw[entry]),
        chance=float(ranks.top[entry]),
    )


def _judges(report: Report) -> list[JudgedLeniency]:
    fit, names = report.fit, report.file.judges
    count = np.bincount(report.averaged.scores.judge, minlength=len(names))
    order = sorted(
        range(len(names)), key=lambda one: (-round(float(fit.leniency[one]), 9), names[one])
    )
    return [
        JudgedLeniency(
            names[one], int(count[one]), float(fit.leniency[one]),
            _known(fit.leniency_low[one]), _known(fit.leniency_high[one]),
        )
        for one in order[:MOST_JUDGES]
    ]  # fmt: skip


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
