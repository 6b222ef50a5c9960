from __future__ import annotations

import pytest

from plaudit.judging.actions.recusal import recuse
from plaudit.judging.models import Assignment, Score, Scorecard
from plaudit.results.feedback import feedback_for_entry
from tests.factories.programmes import WHILE_JUDGING, director_of
from tests.factories.results import (
    ONE_SECOND,
    RELEASE,
    a_decision,
    a_judged_category,
    an_announcement,
)

pytestmark = pytest.mark.django_db


def test_entrants_read_means_and_comments_once_awards_are_released() -> None:
    category, [entry, *_], judges = a_judged_category([[9, 8, 7], [1, 1, 1]])
    a_decision(entry)
    an_announcement(category.edition)
    assert feedback_for_entry(entry, RELEASE - ONE_SECOND) is None
    feedback = feedback_for_entry(entry, RELEASE)
    assert feedback is not None
    assert feedback.judges == 3
    assert [(one.name, one.mean) for one in feedback.criteria] == [
        ("Ambition", 8),
        ("Outcome", 8),
        ("Involvement", 8),
    ]
    said = {
        f"{value} by {judge.pk.hex[-4:]}" for value, judge in zip([9, 8, 7], judges, strict=True)
    }
    assert set(feedback.comments) == said
    assert all(set(one.comments) == said for one in feedback.criteria)
    assert feedback_for_entry(entry, RELEASE) == feedback


def test_the_order_of_comments_tells_nothing_of_the_judges() -> None:
    category, entries, judges = a_judged_category([[5, 5, 5, 5]] * 6)
    a_decision(entries[0])
    an_announcement(category.edition)
    names = {judge.pk.hex[-4:]: place for place, judge in enumerate(judges)}
    orders = set()
    for entry in entries:
        feedback = feedback_for_entry(entry, RELEASE)
        assert feedback is not None
        for one in feedback.criteria:
            orders.add(tuple(names[text[-4:]] for text in one.comments))
    assert len(orders) > 6


def test_one_judge_alone_has_no_mean_shown_and_the_recused_say_nothing() -> None:
    category, [entry, *_], judges = a_judged_category([[9, 2], [1, 1]])
    recused = Assignment.objects.get(entry=entry, judge=judges[1])
    recuse(recused, by=director_of(category.edition), at=WHILE_JUDGING, reason="Knows them.")
    a_decision(entry)
    an_announcement(category.edition)
    feedback = feedback_for_entry(entry, RELEASE)
    assert feedback is not None
    assert feedback.judges == 1
    assert {one.mean for one in feedback.criteria} == {None}
    assert all(text.startswith("9 by") for one in feedback.criteria for text in one.comments)


def test_feedback_that_says_nothing_is_empty() -> None:
    category, [entry, *_], _ = a_judged_category([[9], [1]])
    Scorecard.objects.update(comment="")
    Score.objects.update(comment="")
    a_decision(entry)
    an_announcement(category.edition)
    feedback = feedback_for_entry(entry, RELEASE)
    assert feedback is not None
    assert (feedback.criteria, feedback.comments) == ((), ())
