"""The engines put together: scores in, a report out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from plaudit.cli.calibrating.averaging import averaged
from plaudit.cli.calibrating.columns import UNREADABLE
from plaudit.cli.calibrating.reading import Floats, ScoreFile
from plaudit.cli.calibrating.report import Report
from plaudit.cli.running.refusal import CannotContinue
from plaudit.judging.engines.agreement import (
    LEVELS,
    Correlations,
    alpha,
    from_components,
    from_table,
)
from plaudit.judging.engines.calibration import (
    CONFIDENCE,
    CannotCalibrate,
    Fit,
    Method,
    Scores,
    Variances,
    calibrate,
)
from plaudit.judging.engines.stability import ranks_of


@dataclass(frozen=True, slots=True)
class Wanted:
    method: Method
    top_k: int
    seed: int
    is_overall: bool


def assembled(file: ScoreFile, wanted: Wanted) -> Report:
    """Calibrate the scores of a file and put the report together."""
    found = averaged(file)
    scores = found.scores
    try:
        fit = calibrate(
            scores, method=wanted.method, seed=wanted.seed, names=file.judges, rows=found.rows
        )
    except CannotCalibrate as refusal:
        raise CannotContinue(f"{file.name}: {refusal}", exit_code=UNREADABLE) from None
    by_category = len(file.categories) > 1 and not wanted.is_overall
    group = scores.category if by_category else np.zeros(scores.entries, np.int64)
    ranks = ranks_of(fit.adjusted, fit.draws, group, wanted.top_k)
    count = np.bincount(scores.entry, minlength=scores.entries)
    mean = np.bincount(scores.entry, scores.value, scores.entries) / count
    label_rank = np.argsort(np.argsort(np.array(file.categories)))
    names = np.array(file.entries)
    order = np.lexsort((names, ranks.rank, label_rank[group] if by_category else group))
    return Report(
        file=file,
        averaged=found,
        fit=fit,
        ranks=ranks,
        count=count,
        mean=mean,
        spread=_spread(scores, mean, count),
        order=order,
        summary=_summary(file, scores, fit, wanted, "category" if by_category else "overall"),
        warnings=[*found.warnings, *fit.warnings],
    )


def _spread(scores: Scores, mean: Floats, count: Any) -> Floats:
    squares = np.bincount(scores.entry, (scores.value - mean[scores.entry]) ** 2, scores.entries)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread: Floats = np.where(count > 1, np.sqrt(squares / (count - 1)), np.nan)
    return spread


def _summary(
    file: ScoreFile, scores: Scores, fit: Fit, wanted: Wanted, scope: str
) -> dict[str, Any]:
    variances = fit.variances
    plain = variances
    if wanted.method in ("fixed", "rasch") and not _is_complete(scores):
        plain = calibrate(scores, seed=wanted.seed, draws=2).variances
    summary: dict[str, Any] = {
        "method": wanted.method,
        "entries": scores.entries,
        "judges": scores.judges,
        "categories": scores.categories,
        "scores": scores.count,
        "mean": float(scores.value.mean()),
        "top_k": wanted.top_k,
        "scope": scope,
        "confidence": CONFIDENCE,
        "seed": wanted.seed,
        "draws": len(fit.draws),
        "variances": asdict(variances),
        "icc": _correlations(scores, plain),
        "alpha": {level: alpha(scores.entry, scores.value, level) for level in LEVELS},
    }
    if plain.category is not None and plain.entry is not None:
        summary["icc_within_category"] = _within(scores, plain)
    summary.update(_named(file, fit.figures))
    return summary


def _is_complete(scores: Scores) -> bool:
    return scores.count == scores.entries * scores.judges and min(scores.entries, scores.judges) > 1


def _correlations(scores: Scores, variances: Variances) -> dict[str, Any]:
    if _is_complete(scores):
        table = np.empty((scores.entries, scores.judges))
        table[scores.entry, scores.judge] = scores.value
        return _figures(from_table(table))
    return _from_variances(scores, variances, variances.category or 0.0)


def _within(scores: Scores, variances: Variances) -> dict[str, Any]:
    return _from_variances(scores, variances, 0.0)


def _from_variances(scores: Scores, variances: Variances, category: float) -> dict[str, Any]:
    entry, judge, residual = variances.entry, variances.judge, variances.residual
    if entry is None or residual is None or (judge is None and scores.judges < scores.count):
        return {"from": None}
    return _figures(from_components(entry + category, judge, residual, _readings(scores)))


def _readings(scores: Scores) -> float:
    """Return the harmonic mean of how often entries were read."""
    return float(1 / np.mean(1 / np.bincount(scores.entry, minlength=scores.entries)))


def _figures(found: Correlations) -> dict[str, Any]:
    return {"from": found.way, **found.named(), "k": found.k}


def _named(file: ScoreFile, figures: dict[str, object]) -> dict[str, Any]:
    """Return the figures of one method, each list of entries, judges or criteria under its labels."""
    labels = {"entries": file.entries, "judges": file.judges, "criteria": file.criteria}
    named: dict[str, Any] = {}
    tables: dict[str, Any] = {}
    for name, value in figures.items():
        if isinstance(value, dict) and name in labels:
            rows = zip(*value.values(), strict=True)
            keys = list(value)
            tables[name] = {
                label: dict(zip(keys, row, strict=True))
                for label, row in zip(labels[name], rows, strict=True)
            }
        else:
            named[name] = value
    return {**named, **({"detail": tables} if tables else {})}
