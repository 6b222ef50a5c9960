"""What two browsers do at once, on two connections."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from plaudit.judging.actions.abstention import abstain
from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.actions.invitation import accept_judge_invitation
from plaudit.judging.actions.scorecard import ScorecardConflict, confirm_scorecards, save_scores
from plaudit.judging.models import Abstention, Assignment, Judge, PanelMember, Round, Score
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_submitted_entry
from tests.factories.judging import (
    WHILE_INVITING,
    a_judge,
    a_scorecard,
    an_assignment,
    an_invitation,
    the_round,
)
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_JUDGING, a_category, director_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*actions: Callable[[], Any]) -> list[Any]:
    """Run the actions together, each on its own connection; return what each gave or raised."""
    gate = threading.Barrier(len(actions))
    results: list[Any] = [None] * len(actions)

    def run(place: int, action: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            gate.wait(timeout=20)
            results[place] = action()
        except (Refused, ScorecardConflict) as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def a_save(assignment: Assignment, value: int, version: int) -> Callable[[], Any]:
    criteria = list(assignment.entry.category.criteria.all())
    return lambda: save_scores(
        Assignment.objects.get(pk=assignment.pk),
        by=assignment.judge.person,
        at=WHILE_JUDGING,
        scores={criterion.pk: (value, "") for criterion in criteria},
        comment="",
        version=version,
        key=new_identifier(),
    )


@pytest.mark.parametrize("version", [0, 1])
def test_of_two_saves_of_one_version_one_is_refused(version: int) -> None:
    assignment = an_assignment(a_submitted_entry())
    if version:
        a_scorecard(assignment)
    results = at_once(a_save(assignment, 2, version), a_save(assignment, 9, version))
    kinds = sorted(type(one).__name__ for one in results)
    assert kinds == ["Scorecard", "ScorecardConflict"]
    winner = 2 if type(results[0]).__name__ == "Scorecard" else 9
    assert set(Score.objects.values_list("value", flat=True)) == {winner}


def test_a_save_and_a_confirmation_never_leave_changed_scores_confirmed() -> None:
    assignment = an_assignment(a_submitted_entry())
    a_scorecard(assignment, value=5)
    judge = assignment.judge
    results = at_once(
        a_save(assignment, 9, 1),
        lambda: confirm_scorecards(judge, assignment.round, by=judge.person, at=WHILE_JUDGING),
    )
    saved = type(results[0]).__name__ == "Scorecard"
    assert results[1] == 1
    assert saved or isinstance(results[0], Refused)
    assert set(Score.objects.values_list("value", flat=True)) == {9 if saved else 5}


def test_an_invitation_accepted_twice_makes_one_judge() -> None:
    person = a_person()
    invitation = an_invitation(a_category(), person)
    accept = lambda: accept_judge_invitation(invitation, by=person, at=WHILE_INVITING)  # noqa: E731
    first, second = at_once(accept, accept)
    assert first == second
    assert (Judge.objects.count(), PanelMember.objects.count(), Round.objects.count()) == (1, 1, 1)


def test_two_panels_joined_at_once_share_one_round() -> None:
    category = a_category()
    other = a_category(category.edition)
    people = a_person(), a_person()
    invitations = an_invitation(category, people[0]), an_invitation(other, people[1])
    at_once(
        *(
            lambda invitation=invitation, person=person: accept_judge_invitation(
                invitation, by=person, at=WHILE_INVITING
            )
            for invitation, person in zip(invitations, people, strict=True)
        )
    )
    assert Round.objects.filter(edition=category.edition).count() == 1
    assert Judge.objects.count() == 2


def test_allocating_twice_at_once_fills_each_seat_once() -> None:
    category = a_category()
    for _ in range(4):
        a_judge(category)
    for _ in range(3):
        a_submitted_entry(category)
    round_ = the_round(category.edition)
    director = director_of(category.edition)
    allocate = lambda: allocate_entries(round_, by=director, at=WHILE_INVITING)  # noqa: E731
    reports = at_once(allocate, allocate)
    assert sorted(report.assigned for report in reports) == [0, 9]
    assert Assignment.objects.count() == 9


def test_abstaining_twice_at_once_is_one_abstention() -> None:
    assignment = an_assignment(a_submitted_entry())
    by = assignment.judge.person
    give_up = lambda: abstain(assignment, by=by, at=WHILE_JUDGING, reason="Ill")  # noqa: E731
    first, second = at_once(give_up, give_up)
    assert first == second == Abstention.objects.get()
