from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.models import Partner, PartnerRole
from plaudit.judging.actions.abstention import abstain
from plaudit.judging.actions.interest import DeclaredInterest, add_interest
from plaudit.judging.actions.scorecard import ScorecardConflict, confirm_scorecards, save_scores
from plaudit.judging.models import Assignment, Confirmation, Score
from plaudit.judging.queries import assignments_of
from plaudit.judging.states import LetterState
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_submitted_entry
from tests.factories.judging import (
    a_judge,
    a_scorecard,
    all_confirmed,
    allocated,
    an_assignment,
    the_round,
)
from tests.factories.people import a_person
from tests.factories.programmes import (
    JUDGING_CLOSES,
    JUDGING_OPENS,
    WHILE_JUDGING,
    a_category,
    a_section,
)

pytestmark = pytest.mark.django_db
SECOND = dt.timedelta(seconds=1)


def stored(assignment: Assignment) -> list[int | None]:
    scores = Score.objects.filter(scorecard__assignment=assignment)
    return list(scores.order_by("criterion__position").values_list("value", flat=True))


def test_scores_are_kept_and_the_version_counts_up() -> None:
    assignment = an_assignment(a_submitted_entry())
    card = a_scorecard(assignment, value=None)
    assert (card.version, stored(assignment)) == (1, [None, None, None])
    card = a_scorecard(assignment, value=8, version=1)
    assert (card.version, stored(assignment)) == (2, [8, 8, 8])
    assert assignment.scorecard.saved_at == WHILE_JUDGING


def test_criteria_left_out_stay_as_they_are() -> None:
    assignment = an_assignment(a_submitted_entry())
    a_scorecard(assignment, value=4, comment="thin")
    first = assignment.entry.category.criteria.first()
    save_scores(
        assignment,
        by=assignment.judge.person,
        at=WHILE_JUDGING,
        scores={first.pk: (9, "better")},
        comment="",
        version=1,
        key=new_identifier(),
    )
    assert stored(assignment) == [9, 4, 4]


def test_a_save_behind_the_stored_version_is_refused_with_what_is_stored() -> None:
    assignment = an_assignment(a_submitted_entry())
    a_scorecard(assignment, value=4)
    a_scorecard(assignment, value=5, version=1)
    for version in (0, 1, 7):
        with pytest.raises(ScorecardConflict) as caught:
            a_scorecard(assignment, value=9, version=version)
        assert caught.value.scorecard.version == 2
    assert stored(assignment) == [5, 5, 5]


def test_the_same_key_again_changes_nothing() -> None:
    assignment = an_assignment(a_submitted_entry())
    first, key = assignment.entry.category.criteria.first(), new_identifier()
    for value in (3, 10):
        card = save_scores(
            assignment,
            by=assignment.judge.person,
            at=WHILE_JUDGING,
            scores={first.pk: (value, "")},
            comment="",
            version=0,
            key=key,
        )
        assert card.version == 1
    assert stored(assignment) == [3]


@pytest.mark.parametrize("value", [-1, 11])
def test_a_score_off_the_scale_is_refused(value: int) -> None:
    with pytest.raises(Refused, match="from 0 to 10"):
        a_scorecard(an_assignment(a_submitted_entry()), value=value)


def test_a_criterion_of_another_category_or_one_without_score_is_refused() -> None:
    category = a_category()
    unscored = a_section(category, "Background", is_scored=False)
    assignment = an_assignment(a_submitted_entry(category))
    for stray in (unscored, a_category().criteria.first()):
        with pytest.raises(Refused, match="does not take a score"):
            save_scores(
                assignment,
                by=assignment.judge.person,
                at=WHILE_JUDGING,
                scores={stray.pk: (5, "")},
                comment="",
                version=0,
                key=new_identifier(),
            )


def test_only_the_judge_scores() -> None:
    assignment = an_assignment(a_submitted_entry())
    with pytest.raises(Refused):
        save_scores(
            assignment,
            by=a_person(),
            at=WHILE_JUDGING,
            scores={},
            comment="",
            version=0,
            key=new_identifier(),
        )


def test_scores_are_taken_from_the_opening_to_the_closing_instant() -> None:
    assignment = an_assignment(a_submitted_entry())
    with pytest.raises(Refused, match="Judging opens at"):
        a_scorecard(assignment, at=JUDGING_OPENS - SECOND)
    a_scorecard(assignment, at=JUDGING_OPENS)
    a_scorecard(assignment, at=JUDGING_CLOSES, version=1)
    with pytest.raises(Refused, match="Judging closed at"):
        a_scorecard(assignment, at=JUDGING_CLOSES + SECOND, version=2)


def test_nothing_is_scored_after_abstaining_even_by_a_page_opened_before() -> None:
    assignment = an_assignment(a_submitted_entry())
    a_scorecard(assignment)
    abstain(assignment, by=assignment.judge.person, at=WHILE_JUDGING, reason="I know the team")
    with pytest.raises(Refused, match="abstained"):
        a_scorecard(assignment, version=1)
    abstain(assignment, by=assignment.judge.person, at=WHILE_JUDGING, reason="again")
    assert Assignment.objects.get(pk=assignment.pk).abstention.reason == "I know the team"


def test_a_conflict_found_late_stops_the_save() -> None:
    assignment = an_assignment(a_submitted_entry())
    a_scorecard(assignment)
    employer = assignment.judge.employer
    Partner.objects.create(
        entry=assignment.entry, organisation=employer, role=PartnerRole.JOINT, position=9
    )
    with pytest.raises(Refused, match="interest"):
        a_scorecard(assignment, version=1)


def test_an_interest_named_while_reading_takes_the_entry_away() -> None:
    assignment = an_assignment(a_submitted_entry())
    judge = assignment.judge
    interest = DeclaredInterest("project", entry=assignment.entry)
    add_interest(judge, interest, by=judge.person, at=WHILE_JUDGING)
    assert assignments_of(judge, assignment.round) == []
    assert Assignment.objects.get(pk=assignment.pk).recusal.recused_by is None


def test_confirming_names_what_is_missing() -> None:
    category = a_category()
    first = a_submitted_entry(category, title="Warm homes")
    a_submitted_entry(category, title="Night owls")
    judge = a_judge(category)
    assignment = an_assignment(first, judge)
    a_scorecard(assignment)
    with pytest.raises(Refused, match=r"“Night owls” \(0 of 3 scores\)") as caught:
        confirm_scorecards(judge, assignment.round, by=judge.person, at=WHILE_JUDGING)
    assert "Warm homes" not in caught.value.reason
    assert not Confirmation.objects.exists()


def test_confirming_makes_every_scorecard_final_once() -> None:
    category = a_category()
    entries = [a_submitted_entry(category) for _ in range(3)]
    judge = a_judge(category)
    round_ = allocated(category.edition)
    abstained = judge.assignments.get(entry=entries[0])
    abstain(abstained, by=judge.person, at=WHILE_JUDGING, reason="Ill")
    for entry in entries[1:]:
        a_scorecard(judge.assignments.get(entry=entry))
    confirm = lambda: confirm_scorecards(judge, round_, by=judge.person, at=WHILE_JUDGING)  # noqa: E731
    assert (confirm(), confirm()) == (2, 0)
    states = sorted(letter.state for letter in assignments_of(judge, round_))
    assert states == [LetterState.ABSTAINED, LetterState.CONFIRMED, LetterState.CONFIRMED]


def test_a_confirmed_scorecard_never_changes() -> None:
    assignment = an_assignment(a_submitted_entry())
    opened_before = Assignment.objects.get(pk=assignment.pk)
    all_confirmed(assignment.judge, value=6)
    judge = assignment.judge.person
    for stale in (opened_before, assignment):
        with pytest.raises(Refused, match="confirmed"):
            a_scorecard(stale, value=9, version=1)
    with pytest.raises(Refused, match="confirmed"):
        abstain(assignment, by=judge, at=WHILE_JUDGING, reason="Changed my mind")
    assert stored(assignment) == [6, 6, 6]


def test_confirming_is_the_judges_and_in_time() -> None:
    judge = a_judge(a_category())
    round_ = the_round(judge.edition)
    with pytest.raises(Refused, match="Only the judge"):
        confirm_scorecards(judge, round_, by=a_person(), at=WHILE_JUDGING)
    with pytest.raises(Refused, match="Judging closed"):
        confirm_scorecards(judge, round_, by=judge.person, at=JUDGING_CLOSES + SECOND)
