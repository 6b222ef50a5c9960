from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers
from plaudit.judging.engines.calibration.fit import Fit, Variances
from plaudit.judging.engines.calibration.scores import Order, Scores, in_order
from plaudit.judging.engines.calibration.warnings import warnings_for

Method: TypeAlias = Literal["mixed", "fixed", "scale", "rasch"]
METHODS: tuple[Method, ...] = ("mixed", "fixed", "scale", "rasch")
DRAWN_VALUES = 2_000_000
LEAST_DRAWS, MOST_DRAWS = 80, 1000
MOST_LEVELS = 40


class CannotCalibrate(ValueError):
    """The scores do not fit the method; the message is a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The ratings behind the scores, one a criterion, for the Rasch model alone."""

    entry: Integers
    judge: Integers
    value: Floats
    criterion: Integers | None = None


def calibrate(
    scores: Scores,
    *,
    method: Method = "mixed",
    seed: int = 0,
    names: Sequence[str] | None = None,
    rows: Rows | None = None,
    draws: int | None = None,
) -> Fit:
    """Adjust scores for the judges who gave them; entries and judges stay in the order given.

    `names` are the judges', for warnings. `rows` are needed for the Rasch model where scores are means
    over criteria. The same scores and seed give the same answer, whatever the order of the rows. Raises
    CannotCalibrate where the method does not fit, in words.
    """
    if not scores.count:
        raise CannotCalibrate("There are no scores.")
    if draws is None:
        draws = int(np.clip(DRAWN_VALUES // scores.entries, LEAST_DRAWS, MOST_DRAWS))
    ordered, order = in_order(scores)
    labels = names or [str(judge) for judge in range(scores.judges)]
    notes: list[str] = []
    if method == "rasch":
        fit = _rasch(rows or Rows(scores.entry, scores.judge, scores.value), order, draws, seed)
    elif np.ptp(ordered.value) <= 1e-12 * np.abs(ordered.value).max() or scores.count == 1:
        fit = _flat(ordered, draws)
    elif method == "scale" and scores.judges == 1:
        notes.append(
            "With one judge nothing shows how widely they use the scale: the mixed model is used."
        )
        fit = _fitter("mixed")(ordered, draws=draws, seed=seed)
    else:
        fit = _fitter(method)(ordered, draws=draws, seed=seed)
    warnings = warnings_for(scores, fit.variances, labels)
    return _given_order(replace(fit, warnings=[*warnings, *fit.warnings, *notes]), order)


def _fitter(method: Method) -> Callable[..., Fit]:
    if method == "fixed":
        from plaudit.judging.engines.calibration.fixed import fit_fixed

        return fit_fixed
    if method == "scale":
        from plaudit.judging.engines.calibration.scaled_fit import fit_scaled

        return fit_scaled
    from plaudit.judging.engines.calibration.mixed import fit_mixed

    return fit_mixed


def _flat(scores: Scores, draws: int) -> Fit:
    """Return the mean for everybody: scores that are all equal, or a single one."""
    value = np.full(scores.entries, float(scores.value.mean()))
    nothing = np.zeros(scores.judges)
    unknown = np.nan if scores.count == 1 else 0.0
    return Fit(
        adjusted=value,
        low=value - unknown,
        high=value + unknown,
        leniency=nothing,
        leniency_low=nothing - unknown,
        leniency_high=nothing + unknown,
        draws=np.tile(value.astype(np.float32), (draws, 1)),
        variances=Variances(None, None, None)
        if scores.count == 1
        else Variances(0.0, 0.0 if scores.judges > 1 else None, 0.0),
    )


def _rasch(rows: Rows, order: Order, draws: int, seed: int) -> Fit:
    from plaudit.judging.engines.calibration.rasch import Ratings
    from plaudit.judging.engines.calibration.rasch_fit import fit_rasch
    from plaudit.judging.engines.calibration.scores import inverse

    values, level = np.unique(np.round(rows.value, 9), return_inverse=True)
    if len(values) > MOST_LEVELS:
        raise CannotCalibrate(
            f"The Rasch model takes ratings on a scale of few steps; these have {len(values):,} different "
            f"values, and {MOST_LEVELS} are the most. Give the scores of each criterion, not their mean."
        )
    if len(values) < 2:
        raise CannotCalibrate("All ratings are equal, so the Rasch model has nothing to measure.")
    facets = [inverse(order.entries)[rows.entry], inverse(order.judges)[rows.judge]]
    if rows.criterion is not None:
        facets.append(rows.criterion)
    sizes = [int(facet.max()) + 1 for facet in facets]
    return fit_rasch(Ratings(level, facets, sizes, len(values)), values, draws=draws, seed=seed)


def _given_order(fit: Fit, order: Order) -> Fit:
    from plaudit.judging.engines.calibration.scores import inverse

    entries, judges = inverse(order.entries), inverse(order.judges)
    figures = dict(fit.figures)
    for name, places in (("entries", entries), ("judges", judges)):
        table = figures.get(name)
        if isinstance(table, dict):
            figures[name] = {
                key: [column[place] for place in places] for key, column in table.items()
            }
    return replace(
        fit,
        adjusted=fit.adjusted[entries],
        low=fit.low[entries],
        high=fit.high[entries],
        leniency=fit.leniency[judges],
        leniency_low=fit.leniency_low[judges],
        leniency_high=fit.leniency_high[judges],
        draws=fit.draws[:, entries],
        figures=figures,
    )
