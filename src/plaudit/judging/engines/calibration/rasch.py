"""The many-facet Rasch model with one rating scale, by joint maximum likelihood.

log(P(k) / P(k - 1)) = merit of entry - severity of judge - difficulty of criterion - threshold k.
Linacre (1994), Many-Facet Rasch Measurement. Severities, difficulties and thresholds each add up to
nought. An entry, judge or criterion with nothing but lowest or nothing but highest ratings has no finite
measure: as in the program Facets it is left out, and measured at the end from a total moved 0.3 inwards.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers, sums_by
from plaudit.judging.engines.calibration.conjugate import conjugate_gradients
from plaudit.judging.engines.calibration.rating_scale import moments, threshold_step

EXTREME = 0.3
ROUNDS = 300
CLOSE = 1e-5
LONGEST_STEP = 1.0
FARTHEST = 30.0
LEAP, SHORT, STRAIGHT = 5, 0.3, 0.98
"""Every fifth round steps are prolonged, if they are as short and as straight as this."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """Whole levels from nought, and what gave them: one item a rating, each facet numbered from nought."""

    level: Integers
    facets: list[Integers]
    """Entries first, then judges, then criteria if there are any."""
    sizes: list[int]
    levels: int

    def only(self, kept: Integers) -> Ratings:
        return Ratings(
            self.level[kept], [facet[kept] for facet in self.facets], self.sizes, self.levels
        )


@dataclass
class Measures:
    """In logits. Entries have merit (higher is better), the other facets severity (higher is harder)."""

    facets: list[Floats]
    thresholds: Floats
    converged: bool = False

    def logits(self, ratings: Ratings) -> Floats:
        logit: Floats = self.facets[0][ratings.facets[0]].copy()
        for values, facet in zip(self.facets[1:], ratings.facets[1:], strict=True):
            logit -= values[facet]
        return logit


def measure(ratings: Ratings) -> Measures:
    """Estimate the measures of ratings of two levels or more."""
    found = Measures([np.zeros(size) for size in ratings.sizes], np.zeros(ratings.levels - 1))
    kept = _without_extremes(ratings)
    if len(kept):
        _estimate(ratings.only(kept), found)
    _measure_extremes(ratings, kept, found)
    return found


def _without_extremes(ratings: Ratings) -> Integers:
    """Return the ratings left once what has only lowest or only highest ratings is gone, over and over."""
    kept = np.arange(len(ratings.level))
    while len(kept):
        stays = np.ones(len(kept), bool)
        for facet, size in zip(ratings.facets, ratings.sizes, strict=True):
            total = np.bincount(facet[kept], ratings.level[kept], size)
            most = np.bincount(facet[kept], minlength=size) * (ratings.levels - 1)
            stays &= ((total > 0) & (total < most))[facet[kept]]
        if stays.all():
            break
        kept = kept[stays]
    return kept


def _estimate(ratings: Ratings, found: Measures) -> None:
    counts = np.bincount(ratings.level, minlength=ratings.levels).astype(np.float64)
    seen = np.maximum(counts, 0.5)
    found.thresholds = np.log(seen[:-1] / seen[1:])
    found.thresholds -= found.thresholds.mean()
    at_least = np.cumsum(seen[::-1])[::-1][1:]
    before = np.zeros_like(found.thresholds)
    for number in range(ROUNDS):
        facets, thresholds = [facet.copy() for facet in found.facets], found.thresholds
        moved = _newton(ratings, found)
        step = np.clip(
            threshold_step(found.logits(ratings), found.thresholds, at_least),
            -LONGEST_STEP, LONGEST_STEP,
        )  # fmt: skip
        found.thresholds = np.clip(found.thresholds + step, -FARTHEST, FARTHEST)
        shift = found.thresholds.mean()
        found.thresholds -= shift
        found.facets[0] -= shift
        if max(moved, float(np.abs(step).max())) < CLOSE:
            found.converged = True
            return
        if number % LEAP == LEAP - 1:
            _leap(found, facets, thresholds, _pace(step, before))
        before = step


def _pace(step: Floats, before: Floats) -> float:
    """Return the ratio of two steps that follow each other on one line; nought where they do not."""
    length, earlier = float(np.linalg.norm(step)), float(np.linalg.norm(before))
    if not 0 < length < SHORT or not earlier:
        return 0.0
    is_straight = float(step @ before) > STRAIGHT * length * earlier
    return length / earlier if is_straight and length < 0.95 * earlier else 0.0


def _leap(found: Measures, facets: list[Floats], thresholds: Floats, pace: float) -> None:
    """Go at once as far as steps that shrink at this pace would lead in the end (Aitken)."""
    further = pace / (1 - pace)
    for number, earlier in enumerate(facets):
        reached = found.facets[number] + further * (found.facets[number] - earlier)
        found.facets[number] = np.clip(reached, -FARTHEST, FARTHEST)
    found.thresholds = found.thresholds + further * (found.thresholds - thresholds)


@dataclass(frozen=True, slots=True)
class Information:
    """Fisher's information on all measures at once: entries are eliminated, the other facets kept."""

    ratings: Ratings
    weight: Floats
    by_entry: Floats
    """At least one rating's least share, so that an entry left out divides nothing by nought."""

    @classmethod
    def of(cls, ratings: Ratings, weight: Floats) -> Information:
        by_entry = sums_by(ratings.facets[0], weight, ratings.sizes[0])
        return cls(ratings, weight, np.where(by_entry > 0, by_entry, 1.0))

    def spread(self, severities: Floats) -> Floats:
        """Return the sum of the kept facets' values for each rating."""
        offset, total = 0, np.zeros(len(self.weight))
        for facet, size in zip(self.ratings.facets[1:], self.ratings.sizes[1:], strict=True):
            total += severities[offset : offset + size][facet]
            offset += size
        return total

    def gather(self, per_rating: Floats) -> Floats:
        """Return the sums of one number a rating for each kept element."""
        pairs = zip(self.ratings.facets[1:], self.ratings.sizes[1:], strict=True)
        return np.concatenate([sums_by(facet, per_rating, size) for facet, size in pairs])

    def entry_sums(self, per_rating: Floats) -> Floats:
        return sums_by(self.ratings.facets[0], per_rating, self.ratings.sizes[0])

    def apply(self, severities: Floats) -> Floats:
        through = self.spread(severities[:, 0])
        mean = self.entry_sums(self.weight * through) / self.by_entry
        return self.gather(self.weight * (through - mean[self.ratings.facets[0]]))[:, None]

    def solve(self, by_entry: Floats, by_kept: Floats, tolerance: float) -> tuple[Floats, Floats]:
        """Return merits and severities for the slopes of the likelihood in each."""
        entry = self.ratings.facets[0]
        right = by_kept + self.gather(self.weight * (by_entry / self.by_entry)[entry])
        diagonal = np.maximum(self.gather(self.weight), 1e-9)
        kept = conjugate_gradients(self.apply, diagonal, right[:, None], tolerance=tolerance)[:, 0]
        merit = (by_entry + self.entry_sums(self.weight * self.spread(kept))) / self.by_entry
        return merit, kept


def _newton(ratings: Ratings, found: Measures) -> float:
    """Take one damped step of Newton's method in all facets; return how far the farthest moved."""
    mean, variance = moments(found.logits(ratings), found.thresholds)
    information = Information.of(ratings, variance)
    left = ratings.level - mean
    merit, kept = information.solve(information.entry_sums(left), -information.gather(left), 1e-3)
    pieces = [merit, *np.split(kept, np.cumsum(ratings.sizes[1:-1]))]
    longest = max(float(np.abs(piece).max()) for piece in pieces)
    share = min(1.0, LONGEST_STEP / longest) if longest else 1.0
    for number, piece in enumerate(pieces):
        found.facets[number] = np.clip(found.facets[number] + share * piece, -FARTHEST, FARTHEST)
    _centre(ratings, found)
    return share * longest


def _centre(ratings: Ratings, found: Measures) -> None:
    """Let severities of those with ratings average nought; merits take up the difference."""
    for number in range(1, len(found.facets)):
        present = np.bincount(ratings.facets[number], minlength=ratings.sizes[number]) > 0
        mean = float(found.facets[number][present].mean())
        found.facets[number] = np.where(present, found.facets[number] - mean, 0.0)
        found.facets[0] -= mean


def _measure_extremes(ratings: Ratings, kept: Integers, found: Measures) -> None:
    """Measure what was left out, all else held."""
    for number, (facet, size) in enumerate(zip(ratings.facets, ratings.sizes, strict=True)):
        out = np.bincount(facet[kept], minlength=size) == 0
        rows = np.flatnonzero(out[facet])
        if not len(rows):
            continue
        part = ratings.only(rows)
        counts = np.bincount(facet[rows], minlength=size)
        most = counts * (ratings.levels - 1.0)
        total = np.bincount(facet[rows], ratings.level[rows], size)
        total = np.clip(total, np.minimum(EXTREME, most / 2), most - np.minimum(EXTREME, most / 2))
        sign = 1.0 if number == 0 else -1.0
        for _ in range(ROUNDS):
            mean, variance = moments(found.logits(part), found.thresholds)
            short = total - np.bincount(facet[rows], mean, size)
            information = np.bincount(facet[rows], variance, size)
            step = np.clip(short / np.maximum(information, 1e-9), -LONGEST_STEP, LONGEST_STEP)
            found.facets[number] += np.where(out, sign * step, 0.0)
            if float(np.abs(step[out]).max()) < CLOSE:
                break
