from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.judging.engines.stability import Question, expected_misranked, suggest_readings


def a_question(seed: int = 1, entries: int = 12, judges: int = 4, top_k: int = 3) -> Question:
    random = np.random.default_rng(seed)
    value = np.sort(random.normal(size=entries))[::-1]
    draws = value + 0.4 * random.normal(size=(500, entries))
    return Question(
        value=value,
        draws=draws.astype(np.float32),
        group=np.zeros(entries, np.int64),
        top_k=top_k,
        residual=0.5,
        leniency_variance=np.linspace(0.01, 0.4, judges),
        barred=[(entry, entry % judges) for entry in range(entries)],
        left=[3] * judges,
    )


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 99),
    st.sets(st.tuples(st.integers(0, 11), st.integers(0, 3))),
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
)
def test_no_barred_pair_and_nobody_beyond_their_time(
    seed: int, conflicts: set[tuple[int, int]], left: list[int]
) -> None:
    question = a_question(seed)
    barred = {*question.barred, *conflicts}
    found = suggest_readings(replace(question, barred=barred, left=left), 20)
    pairs = [(one.entry, one.judge) for one in found]
    assert len(pairs) == len(set(pairs))
    assert not set(pairs) & barred
    assert all(sum(one.judge == judge for one in found) <= left[judge] for judge in range(4))
    assert all(one.gain > 0 for one in found)


def test_the_line_is_where_readings_go() -> None:
    question = a_question(top_k=3)
    line = (question.value[2] + question.value[3]) / 2
    asked = {one.entry for one in suggest_readings(question, 4)}
    assert all(abs(question.value[entry] - line) < 0.8 for entry in asked)
    assert max(abs(question.value - line)) > 1.2


def test_the_judge_who_is_known_best_is_asked_first() -> None:
    question = replace(a_question(), barred=[])
    assert suggest_readings(question, 1)[0].judge == 0


def test_a_shortlist_that_takes_everybody_asks_for_nothing() -> None:
    question = a_question(entries=3, top_k=3)
    assert suggest_readings(question, 5) == []
    assert expected_misranked(question) == 0


def test_readings_that_were_suggested_do_reduce_what_is_misranked() -> None:
    """With normal merits and known judges, in 60 invented shortlists, each suggested reading then made."""
    random = np.random.default_rng(5)
    before, after = 0, 0
    for _ in range(60):
        truth = random.normal(size=20)
        value = truth / 1.3 + 0.45 * random.normal(size=20)
        variance = np.full(20, 0.25)
        draws = (value + np.sqrt(variance) * random.normal(size=(400, 20))).astype(np.float32)
        question = Question(value, draws, np.zeros(20, np.int64), 5, 0.5, np.zeros(3), [], [20] * 3)
        updated = value.copy()
        for one in suggest_readings(question, 12):
            seen = truth[one.entry] + np.sqrt(0.5) * random.normal()
            share = variance[one.entry] / (variance[one.entry] + 0.5)
            updated[one.entry] += share * (seen - updated[one.entry])
            variance[one.entry] *= 1 - share
        best = set(np.argsort(-truth)[:5].tolist())
        before += len(best - set(np.argsort(-value)[:5].tolist()))
        after += len(best - set(np.argsort(-updated)[:5].tolist()))
    assert after < 0.9 * before
