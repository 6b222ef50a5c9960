from __future__ import annotations

import pytest

from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.results.actions.decision import record_decision, record_decisions
from plaudit.results.invariants import INVARIANTS
from plaudit.results.models import Outcome
from plaudit.results.queries import decisions_of
from tests.factories.entries import an_entry
from tests.factories.people import a_person
from tests.factories.programmes import AFTER_JUDGING, a_team_member, director_of
from tests.factories.results import (
    ONE_SECOND,
    RELEASE,
    a_decision,
    a_judged_category,
    an_announcement,
)

pytestmark = pytest.mark.django_db


def test_the_latest_decision_counts_and_the_earlier_stay() -> None:
    category, [entry, *_], _ = a_judged_category()
    a_decision(entry, Outcome.FINALIST)
    a_decision(entry, Outcome.WINNER, citation="Well done. ")
    assert decisions_of(category)[entry.pk].outcome == Outcome.WINNER
    assert decisions_of(category)[entry.pk].citation == "Well done."
    stored = entry.decisions.order_by("number").values_list("number", "outcome")
    assert list(stored) == [(1, "finalist"), (2, "winner")]


def test_the_same_decision_again_adds_nothing() -> None:
    _, [entry, *_], _ = a_judged_category()
    assert a_decision(entry) == a_decision(entry)
    assert entry.decisions.count() == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Outcome.WINNER, Outcome.WINNER),
        (Outcome.WINNER, Outcome.JOINT_WINNER),
        (Outcome.JOINT_WINNER, Outcome.WINNER),
    ],
)
def test_no_second_winner_stands_beside_the_first(first: Outcome, second: Outcome) -> None:
    _, [one, other, _], _ = a_judged_category()
    a_decision(one, first)
    with pytest.raises(Refused, match="A category has one winner"):
        a_decision(other, second)
    assert not other.decisions.exists()


def test_joint_winners_and_the_winner_of_another_category_are_welcome() -> None:
    category, [one, other, _], _ = a_judged_category()
    a_decision(one, Outcome.JOINT_WINNER)
    a_decision(other, Outcome.JOINT_WINNER)
    _, [third, *_], _ = a_judged_category()
    a_decision(third)
    assert len(decisions_of(category)) == 2
    assert [sentence for check in INVARIANTS for sentence in check()] == []


def test_two_entries_can_change_places_in_one_go() -> None:
    category, [one, other, _], _ = a_judged_category()
    a_decision(one, Outcome.WINNER)
    by = director_of(category.edition)
    chosen = {one.pk: (Outcome.FINALIST, ""), other.pk: (Outcome.WINNER, "")}
    record_decisions(category, chosen, by=by, at=AFTER_JUDGING)
    outcomes = {key: decision.outcome for key, decision in decisions_of(category).items()}
    assert outcomes == {one.pk: "finalist", other.pk: "winner"}


def test_a_draft_and_another_category_s_entry_cannot_be_decided_upon() -> None:
    category, _, _ = a_judged_category()
    _, [foreign, *_], _ = a_judged_category()
    by = director_of(category.edition)
    for key in (an_entry(category).pk, foreign.pk):
        with pytest.raises(Refused, match="Only a submitted entry"):
            record_decisions(category, {key: (Outcome.FINALIST, "")}, by=by, at=AFTER_JUDGING)


def test_only_those_who_look_after_judging_decide() -> None:
    category, [entry, *_], _ = a_judged_category()
    clerk = a_person()
    a_team_member(category.edition.programme, clerk, TeamRole.ENTRIES)
    with pytest.raises(Refused, match="not on the team"):
        record_decision(entry, Outcome.WINNER, by=clerk, at=AFTER_JUDGING)
    a_team_member(category.edition.programme, clerk, TeamRole.JUDGING)
    record_decision(entry, Outcome.WINNER, by=clerk, at=AFTER_JUDGING)


def test_decisions_are_fixed_from_the_instant_of_release() -> None:
    category, [entry, other, _], _ = a_judged_category()
    a_decision(entry)
    an_announcement(category.edition)
    a_decision(other, Outcome.FINALIST, at=RELEASE - ONE_SECOND)
    for at in (RELEASE, RELEASE + ONE_SECOND):
        with pytest.raises(Refused, match="have been announced"):
            a_decision(other, Outcome.HIGHLY_COMMENDED, at=at)


def test_rows_are_append_only() -> None:
    _, [entry, *_], _ = a_judged_category()
    decision = a_decision(entry)
    with pytest.raises(TypeError):
        decision.save()
    with pytest.raises(TypeError):
        decision.delete()
