"""What a reader of the figures must know first, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats
from plaudit.judging.engines.calibration.fit import Variances
from plaudit.judging.engines.calibration.graph import Groups, groups_of, hinges_of
from plaudit.judging.engines.calibration.scores import Scores

FEW_SCORES = 5
SMALL_SHARE = 0.02
LOW_RELIABILITY = 0.3
HEAPED = 0.25
ALIKE = 0.9
NAMED = 5


def warnings_for(scores: Scores, variances: Variances, names: Sequence[str]) -> list[str]:
    """Return sentences on the design and the scores; `names` are the judges', by number."""
    groups = groups_of(scores)
    return [
        *_on_the_graph(scores, groups, names),
        *_on_numbers(scores, names),
        *_on_values(scores.value),
        *_on_gain(scores, variances),
    ]


def _on_the_graph(scores: Scores, groups: Groups, names: Sequence[str]) -> Iterator[str]:
    if groups.count > 1:
        sizes = np.sort(np.bincount(groups.of_entry))[::-1]
        listed = ", ".join(f"{size:,}" for size in sizes[:NAMED])
        more = " and smaller ones" if len(sizes) > NAMED else ""
        yield (
            f"The entries fall into {groups.count:,} groups that share no judge ({listed}{more} entries). "
            "Nothing in the scores compares one group with another."
        )
    hinges = hinges_of(scores, groups)
    for hinge in sorted(hinges, key=lambda one: -one.entries)[:NAMED]:
        yield (
            f"Judge {names[hinge.judge]} alone links {hinge.entries:,} entries to the rest: how they "
            "compare hangs on this one judge."
        )
    if len(hinges) > NAMED:
        yield f"The same is true of {len(hinges) - NAMED:,} more judges, each for other entries."


def _on_numbers(scores: Scores, names: Sequence[str]) -> Iterator[str]:
    per_judge = np.bincount(scores.judge, minlength=scores.judges)
    few = np.flatnonzero(per_judge < FEW_SCORES)
    if scores.judges == 1:
        yield "There is one judge only, so nothing shows how lenient they are: adjusting changes no order."
    elif len(few):
        some = ", ".join(names[judge] for judge in few[:NAMED])
        more = f" and {len(few) - NAMED:,} more" if len(few) > NAMED else ""
        yield (
            f"Judges with fewer than {FEW_SCORES} scores: {some}{more}. "
            "Their leniency is hardly known, so they are corrected little."
        )
    single = int(np.sum(np.bincount(scores.entry, minlength=scores.entries) == 1))
    if single:
        entries = "entry has" if single == 1 else "entries have"
        yield f"{single:,} {entries} one score only: one judge's view, whatever is done to it."


def _on_values(values: Floats) -> Iterator[str]:
    seen, counts = np.unique(values, return_counts=True)
    if len(seen) == 1:
        yield "All scores are equal: they tell no entry from another."
        return
    if counts.max() >= ALIKE * len(values):
        share = counts.max() / len(values)
        yield (
            f"{share:.0%} of the scores are {seen[counts.argmax()]:g}: scores nearly all alike tell "
            "little about the entries."
        )
    elif counts[-1] >= HEAPED * len(values) and len(seen) > 2:
        yield (
            f"{counts[-1] / len(values):.0%} of the scores are the highest given, {seen[-1]:g}: "
            "they cannot tell the best entries apart."
        )


def _on_gain(scores: Scores, variances: Variances) -> Iterator[str]:
    if scores.judges > 1 and scores.count == scores.entries * scores.judges:
        yield "Every judge read every entry, so leniency falls on all alike: adjusting changes no order."
    elif _panels_are_whole(scores):
        yield (
            "Within each category every entry was read by the same judges: adjusting changes no order "
            "inside a category."
        )
    judge, residual, entry = variances.judge, variances.residual, variances.entry
    if residual is None:
        return
    if scores.judges > 1 and judge is not None and judge <= SMALL_SHARE * (judge + residual):
        yield "Judges differ so little in leniency that adjusting gains nothing: read the raw means."
    if entry is not None and entry + residual > 0:
        readings = scores.count / scores.entries
        reliability = entry / (entry + (residual + (judge or 0)) / readings)
        if reliability < LOW_RELIABILITY:
            yield (
                "The scores hardly tell the entries apart: judges disagree about an entry more than the "
                "entries differ. Treat every rank with doubt."
            )


def _panels_are_whole(scores: Scores) -> bool:
    """Return whether each category's entries were all read by the same judges, two or more."""
    if scores.categories < 2:
        return False
    category = scores.category[scores.entry]
    seats = np.unique(category * scores.judges + scores.judge)
    judges = np.bincount(seats // scores.judges, minlength=scores.categories)
    entries = np.bincount(scores.category)
    counts = np.bincount(category, minlength=scores.categories)
    return bool(np.all(judges > 1) and np.all(counts == judges * entries))
