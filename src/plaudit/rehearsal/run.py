from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from plaudit.rehearsal.checks import breaches
from plaudit.rehearsal.identifiers import seeded_identifiers
from plaudit.rehearsal.phases import Phase, all_phases
from plaudit.rehearsal.plan import Plan
from plaudit.rehearsal.planted import FAULTS
from plaudit.rehearsal.stage import Stage

Say = Callable[[str], None]


@dataclass
class PhaseResult:
    title: str
    counts: dict[str, int]
    seconds: float


@dataclass
class Outcome:
    """What a rehearsal came to. `breaches` is empty when everything held."""

    phases: list[PhaseResult] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)
    seconds: float = 0.0


def rehearse(plan: Plan, *, say: Say, planted: Collection[str] = ()) -> Outcome:
    """Play a whole edition in Django's database and check everything afterwards.

    `say` is given each line of progress. `planted` names faults of `planted.FAULTS` to put in on the way.
    A phase that cannot go on ends the play with its reason among the breaches.
    """
    outcome, began = Outcome(), time.perf_counter()
    stage = Stage(plan, random.Random(plan.seed))  # noqa: S311 - chance, not secrecy
    phases = all_phases()
    with seeded_identifiers(plan.seed):
        for number, phase in enumerate(phases, start=1):
            reason = _play(phase, stage, outcome, planted)
            if reason:
                outcome.breaches.append(f"{phase.TITLE} broke off: {reason}")
                break
            say(_line(number, len(phases), outcome.phases[-1]))
        else:
            checked = time.perf_counter()
            outcome.breaches += breaches(stage)
            say(f"{'Checking':<24} {time.perf_counter() - checked:6.1f} s")
    outcome.seconds = time.perf_counter() - began
    return outcome


def _play(phase: Phase, stage: Stage, outcome: Outcome, planted: Collection[str]) -> str:
    """Play one phase, and return why it broke off, or nothing."""
    began = time.perf_counter()
    try:
        counts = phase.play(stage)
    except Exception as error:  # noqa: BLE001 - whatever an action raises is a finding
        return f"{type(error).__name__}: {error}"
    outcome.phases.append(PhaseResult(phase.TITLE, counts, time.perf_counter() - began))
    for name in planted:
        if FAULTS[name].after == phase.TITLE:
            FAULTS[name].do(stage)
    return ""


def _line(number: int, of: int, result: PhaseResult) -> str:
    counts = ", ".join(f"{count:,} {name}" for name, count in result.counts.items())
    return f"{number:>2}/{of} {result.title:<24} {result.seconds:5.1f} s  {counts}"
