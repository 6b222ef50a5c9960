"""The option --suggest: which further readings would settle the shortlist."""

from __future__ import annotations

import argparse
from dataclasses import replace

import numpy as np

from plaudit.cli.calibrating.reading import read_pairs, read_time_left
from plaudit.cli.calibrating.report import Report
from plaudit.cli.running.refusal import CannotContinue
from plaudit.judging.engines.stability import Question, expected_misranked, suggest_readings

REACH = 1.645
"""Half of a 90 per cent interval, in standard deviations."""


def with_suggestions(report: Report, options: argparse.Namespace) -> Report:
    """Return the report with the readings that would reduce the expected misranking most."""
    file, scores, fit = report.file, report.averaged.scores, report.fit
    if fit.variances.residual is None:
        raise CannotContinue(
            f"--suggest cannot be answered by the method {options.method} from these scores: "
            "it must know how much scores of one entry vary.",
            exit_code=2,
        )
    barred = list(zip(scores.entry.tolist(), scores.judge.tolist(), strict=True))
    if options.conflicts:
        barred += read_pairs(options.conflicts, file)
    left = (
        read_time_left(options.left, file.judges)
        if options.left
        else [options.each] * len(file.judges)
    )
    by_category = report.summary["scope"] == "category"
    spread = np.nan_to_num((fit.leniency_high - fit.leniency_low) / (2 * REACH))
    question = Question(
        value=fit.adjusted,
        draws=fit.draws,
        group=scores.category if by_category else np.zeros(scores.entries, np.int64),
        top_k=report.ranks.top_k,
        residual=fit.variances.residual,
        leniency_variance=spread**2,
        barred=barred,
        left=left,
    )
    found = suggest_readings(question, options.suggest)
    rows = [
        {
            "judge": file.judges[one.judge],
            "entry": file.entries[one.entry],
            "category": file.categories[file.category[one.entry]],
            "gain": round(one.gain, 6),
        }
        for one in found
    ]
    summary = {**report.summary, "expected_misranked": expected_misranked(question)}
    return replace(report, suggestions=rows, summary=summary)
