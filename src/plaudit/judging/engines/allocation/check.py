"""Checks a plan against the problem, by itself: plain loops over the pairs, nothing shared with the solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plaudit.judging.engines.allocation.problem import NO_LIMIT, Problem

Pair = tuple[int, int]


def find_breaches(problem: Problem, plan: Sequence[Pair]) -> Iterator[str]:
    """Yield a sentence for everything in the plan, (entry, judge) places, that must not be."""
    entries, judges = problem.entries, problem.judges
    count = len(judges.names)
    permitted = set((problem.pairs.entry * count + problem.pairs.judge).tolist())
    barred = set(problem.conflicts.tolist())
    chosen = set(plan)
    if len(chosen) < len(plan):
        yield "A pair stands twice in the plan."
    for entry, judge in plan:
        name = f"{judges.names[judge]} on {entries.names[entry]}"
        if entry * count + judge in barred:
            yield f"{name}: in conflict."
        if entry * count + judge not in permitted:
            yield f"{name}: not permitted."
    forced = problem.pairs.forced.nonzero()[0]
    for pair in forced.tolist():
        if (int(problem.pairs.entry[pair]), int(problem.pairs.judge[pair])) not in chosen:
            yield f"Forced pair {pair} is not in the plan."
    yield from _entry_breaches(problem, plan)
    yield from _judge_breaches(problem, plan)


def _entry_breaches(problem: Problem, plan: Sequence[Pair]) -> Iterator[str]:
    for entry, seats in Counter(entry for entry, _ in plan).items():
        if seats > problem.entries.demand[entry]:
            yield f"{problem.entries.names[entry]}: more judges than asked for."
    cap = problem.caps.employer_per_entry
    if cap is not None:
        staff = Counter((entry, int(problem.judges.employer[judge])) for entry, judge in plan)
        for (entry, employer), together in staff.items():
            if employer >= 0 and together > cap:
                yield f"{problem.entries.names[entry]}: {together} judges of one employer."


def _judge_breaches(problem: Problem, plan: Sequence[Pair]) -> Iterator[str]:
    minutes: Counter[int] = Counter()
    for entry, judge in plan:
        minutes[judge] += int(problem.entries.minutes[entry])
    for judge, load in Counter(judge for _, judge in plan).items():
        most = problem.judges.maximum[judge]
        if most != NO_LIMIT and load > most:
            yield f"{problem.judges.names[judge]}: {load} entries, {most} at most."
        limit = problem.judges.max_minutes[judge]
        if limit != NO_LIMIT and minutes[judge] > limit:
            yield f"{problem.judges.names[judge]}: more reading than their time."
    cap = problem.caps.category_per_judge
    if cap is not None:
        reads = Counter((judge, int(problem.entries.category[entry])) for entry, judge in plan)
        for (judge, category), together in reads.items():
            if category >= 0 and together > cap:
                yield f"{problem.judges.names[judge]}: {together} entries of one category."
