from __future__ import annotations

import datetime as dt

import pytest

from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.results.actions.announcement import cancel_announcement, set_announcement
from plaudit.results.models import Outcome
from plaudit.results.queries import awards_decided, awards_released, outcome_for_entry
from plaudit.results.rules import is_released, release_instant
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
MOMENTS = [(RELEASE - ONE_SECOND, False), (RELEASE, True), (RELEASE + ONE_SECOND, True)]


@pytest.mark.parametrize(("at", "is_out"), MOMENTS)
def test_awards_are_out_at_the_instant_and_not_before(at: dt.datetime, *, is_out: bool) -> None:
    category, entries, _ = a_judged_category()
    a_decision(entries[0], Outcome.WINNER, citation="Well done.")
    a_decision(entries[1], Outcome.NOT_PLACED)
    an_announcement(category.edition)
    assert is_released(category.edition, at) is is_out
    awards = awards_released(category.edition, at)
    assert [(award.title, award.outcome, award.citation) for award in awards] == (
        [("Project 1", Outcome.WINNER, "Well done.")] if is_out else []
    )
    outcomes = [outcome_for_entry(entry, at) for entry in entries]
    named = [outcome.outcome if outcome else None for outcome in outcomes]
    not_placed = Outcome.NOT_PLACED
    assert named == ([Outcome.WINNER, not_placed, not_placed] if is_out else [None] * 3)


def test_awards_are_one_query_and_in_order(django_assert_num_queries: object) -> None:
    category, entries, _ = a_judged_category(((9, 9), (8, 8), (7, 7), (6, 6)))
    for entry, outcome in zip(
        entries,
        [Outcome.FINALIST, Outcome.HIGHLY_COMMENDED, Outcome.WINNER, Outcome.FINALIST],
        strict=True,
    ):
        a_decision(entry, outcome)
    an_announcement(category.edition)
    with django_assert_num_queries(1):  # type: ignore[operator]
        awards = awards_released(category.edition, RELEASE)
    assert [award.title for award in awards] == ["Project 3", "Project 2", "Project 1", "Project 4"]
    assert awards[0].organisations[0].role == "lead"
    assert awards[0].is_winner
    assert awards_decided(category.edition) == awards


def test_the_moment_can_be_moved_and_called_off_until_it_has_come() -> None:
    category, [entry, *_], _ = a_judged_category()
    edition, by = category.edition, director_of(category.edition)
    a_decision(entry)
    an_announcement(edition)
    later = RELEASE + dt.timedelta(hours=1)
    an_announcement(edition, later)
    assert not is_released(edition, RELEASE)
    cancel_announcement(edition, by=by, at=later - ONE_SECOND)
    assert release_instant(edition) is None
    assert awards_released(edition, later) == []
    with pytest.raises(Refused, match="No announcement is set"):
        cancel_announcement(edition, by=by, at=later)
    an_announcement(edition, later)
    with pytest.raises(Refused, match="cannot be called back"):
        cancel_announcement(edition, by=by, at=later)
    with pytest.raises(Refused, match="announced already"):
        an_announcement(edition, later + ONE_SECOND, at=later)
    assert [row.release_at for row in edition.announcements.order_by("number")] == [
        RELEASE,
        later,
        None,
        later,
    ]


def test_the_same_moment_again_adds_nothing() -> None:
    category, [entry, *_], _ = a_judged_category()
    a_decision(entry)
    an_announcement(category.edition)
    an_announcement(category.edition)
    assert category.edition.announcements.count() == 1


@pytest.mark.parametrize(
    ("release_at", "reason"),
    [
        (AFTER_JUDGING, "still to come"),
        (AFTER_JUDGING - ONE_SECOND, "still to come"),
    ],
)
def test_a_moment_that_has_gone_is_refused(release_at: dt.datetime, reason: str) -> None:
    category, [entry, *_], _ = a_judged_category()
    a_decision(entry)
    with pytest.raises(Refused, match=reason):
        an_announcement(category.edition, release_at)


def test_what_cannot_stand_cannot_be_announced() -> None:
    category, [entry, other, _], _ = a_judged_category()
    with pytest.raises(Refused, match="nothing to announce"):
        an_announcement(category.edition)
    a_decision(entry, Outcome.JOINT_WINNER)
    with pytest.raises(Refused, match="A joint winner needs another"):
        an_announcement(category.edition)
    a_decision(other, Outcome.JOINT_WINNER)
    an_announcement(category.edition)


def test_only_the_director_announces() -> None:
    category, [entry, *_], _ = a_judged_category()
    a_decision(entry)
    clerk = a_person()
    a_team_member(category.edition.programme, clerk, TeamRole.JUDGING)
    with pytest.raises(Refused, match="not on the team"):
        set_announcement(category.edition, RELEASE, by=clerk, at=AFTER_JUDGING)
