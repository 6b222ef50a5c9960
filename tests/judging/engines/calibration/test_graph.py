from __future__ import annotations

from hypothesis import given, settings

from plaudit.judging.engines.calibration import Scores
from plaudit.judging.engines.calibration.graph import groups_of, hinges_of
from tests.factories.scores import designs, scores_of


def parts(scores: Scores, without: int | None = None) -> list[tuple[set[int], set[int]]]:
    """Return entries and judges of each part, by spreading step by step."""
    rows = zip(scores.entry.tolist(), scores.judge.tolist(), strict=True)
    pairs = [(entry, judge) for entry, judge in rows if judge != without]
    left = set(range(scores.entries))
    found = []
    while left:
        entries, judges = {left.pop()}, set()
        while True:
            more_judges = {judge for entry, judge in pairs if entry in entries}
            more_entries = {entry for entry, judge in pairs if judge in more_judges} | entries
            if (more_entries, more_judges) == (entries, judges):
                break
            entries, judges = more_entries, more_judges
        left -= entries
        found.append((entries, judges))
    return found


def hinges_by_hand(scores: Scores) -> dict[int, int]:
    hinges = {}
    whole = parts(scores)
    for judge in range(scores.judges):
        entries, judges = next(part for part in whole if judge in part[1])
        smaller = 0
        for some, others in parts(scores, without=judge):
            if some <= entries and others and others != judges - {judge}:
                smaller = max(smaller, min(len(some), len(entries) - len(some)))
        if smaller >= 2:
            hinges[judge] = smaller
    return hinges


@settings(max_examples=150, deadline=None)
@given(designs())
def test_hinges_are_those_found_by_taking_each_judge_away(scores: Scores) -> None:
    groups = groups_of(scores)
    assert groups.count == len(parts(scores))
    found = {hinge.judge: hinge.entries for hinge in hinges_of(scores, groups)}
    assert found == hinges_by_hand(scores)


def test_a_judge_between_two_panels_is_a_hinge() -> None:
    left = [(entry, judge, 1.0) for entry in range(3) for judge in (0, 1)]
    right = [(entry, judge, 1.0) for entry in range(3, 7) for judge in (2, 3)]
    scores = scores_of([*left, *right, (0, 4, 1.0), (3, 4, 2.0)])
    [hinge] = hinges_of(scores, groups_of(scores))
    assert (hinge.judge, hinge.entries) == (4, 3)
