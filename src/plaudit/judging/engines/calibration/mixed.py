"""The default: entries within categories and judges, each a draw from a population of its kind.

score = overall mean + category + entry + judge + chance. How far each kind varies is estimated from the
scores, so that a judge is corrected only as far as judges of this programme are seen to differ.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from plaudit.judging.engines.calibration.ceiling import widening
from plaudit.judging.engines.calibration.few_judges import are_few, posterior_of_few
from plaudit.judging.engines.calibration.fit import CONFIDENCE, Fit, Variances
from plaudit.judging.engines.calibration.judges import Design
from plaudit.judging.engines.calibration.many_judges import posterior_of_many
from plaudit.judging.engines.calibration.posterior import Free, Posterior
from plaudit.judging.engines.calibration.scores import Scores
from plaudit.judging.engines.calibration.worth import settled


def fit_mixed(scores: Scores, *, draws: int, seed: int) -> Fit:
    """Fit the mixed linear model to ordered scores; there must be two scores that differ, or more."""
    design = Design.of(scores)
    free = Free(judge=1 < scores.judges < scores.count, category=scores.categories > 1)
    posterior = posterior_of(scores, design, free, draws=draws, seed=seed)
    wider = widening(scores, design, posterior, seed=seed)
    fit = settled(scores, as_fit(scores, posterior, free, wider))
    if scores.count > scores.entries:
        return fit
    return replace(fit, variances=replace(fit.variances, entry=None, residual=None))


def posterior_of(scores: Scores, design: Design, free: Free, *, draws: int, seed: int) -> Posterior:
    """Return the posterior of the mixed model, by whichever way suits the number of judges."""
    way = posterior_of_few if are_few(scores) else posterior_of_many
    return way(scores, design, free, draws=draws, seed=seed)


def as_fit(scores: Scores, posterior: Posterior, free: Free, wider: float) -> Fit:
    """Put a posterior onto the scale of the scores, with intervals `wider` times the model's own."""
    from scipy.special import stdtrit

    centre = float(scores.value.mean())
    times = float(stdtrit(max(scores.count - 1, 1), (1 + CONFIDENCE) / 2)) * wider
    reach = times * np.sqrt(np.maximum(posterior.quality_variance, 0))
    judge_reach = times * np.sqrt(np.maximum(posterior.leniency_variance, 0))
    if not free.judge:
        judge_reach[:] = np.nan
    adjusted = posterior.quality + centre
    draws = posterior.draws
    if wider != 1:
        draws -= posterior.quality.astype(np.float32)
        draws *= np.float32(wider)
        draws += posterior.quality.astype(np.float32)
    draws += np.float32(centre)
    return Fit(
        adjusted=adjusted,
        low=adjusted - reach,
        high=adjusted + reach,
        leniency=posterior.leniency,
        leniency_low=posterior.leniency - judge_reach,
        leniency_high=posterior.leniency + judge_reach,
        draws=draws,
        variances=_variances(posterior, free),
        figures={"interval_widening": round(wider, 4)},
    )


def _variances(posterior: Posterior, free: Free) -> Variances:
    ratios, residual = posterior.ratios, posterior.residual
    return Variances(
        entry=ratios.entry * residual,
        judge=ratios.judge * residual if free.judge else None,
        residual=residual,
        category=ratios.category * residual if free.category else None,
    )
