from __future__ import annotations

import pytest

from plaudit.rehearsal.plan import Plan
from plaudit.rehearsal.planted import FAULTS
from plaudit.rehearsal.run import Outcome, rehearse

SMALL = Plan(entries=12, judges=5, seed=1)


def _play(plan: Plan = SMALL, planted: str = "") -> Outcome:
    return rehearse(plan, say=lambda _: None, planted=planted)


@pytest.mark.django_db
def test_a_small_edition_holds() -> None:
    outcome = _play()
    assert outcome.breaches == []
    assert len(outcome.phases) == 12


@pytest.mark.django_db
def test_each_way_an_entry_can_go_is_in_even_a_small_one() -> None:
    counts = {
        result.title: result.counts for result in _play(Plan(entries=12, judges=5, seed=7)).phases
    }
    submitting = counts["Submitting"]
    assert submitting["a second late"] >= 1
    assert submitting["in the last second"] >= 2
    assert submitting["withdrawals"] >= 2
    assert counts["Writing"]["conflicts caught"] > 0
    assert counts["Scoring"]["late interests"] == 1


PARTS = sorted(FAULTS)


@pytest.mark.django_db
@pytest.mark.parametrize("fault", PARTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    assert _play(planted=fault).breaches != []
