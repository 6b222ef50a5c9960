from __future__ import annotations

import pytest

from plaudit.entries.actions.eligibility import answer_eligibility
from plaudit.entries.parts import asked_questions
from plaudit.kit.verdict import Refused
from tests.factories.entries import an_entry
from tests.factories.programmes import (
    AFTER_JUDGING,
    WHILE_OPEN,
    a_category,
    an_eligibility_question,
)

pytestmark = pytest.mark.django_db


def test_answers_are_kept_and_may_be_changed_one_at_a_time() -> None:
    category = a_category()
    one, two = an_eligibility_question(category), an_eligibility_question(category)
    entry = an_entry(category)
    answer_eligibility(entry, {one.pk: True, two.pk: False}, by=entry.started_by, at=WHILE_OPEN)
    answer_eligibility(entry, {two.pk: True}, by=entry.started_by, at=WHILE_OPEN)
    assert [asked.is_yes for asked in asked_questions(entry)] == [True, True]


def test_another_categorys_question_is_refused() -> None:
    entry, other = an_entry(), an_eligibility_question(a_category())
    with pytest.raises(Refused):
        answer_eligibility(entry, {other.pk: True}, by=entry.started_by, at=WHILE_OPEN)


def test_nothing_is_answered_after_closing() -> None:
    category = a_category()
    question = an_eligibility_question(category)
    entry = an_entry(category)
    with pytest.raises(Refused, match="closed"):
        answer_eligibility(entry, {question.pk: True}, by=entry.started_by, at=AFTER_JUDGING)
    assert [asked.is_yes for asked in asked_questions(entry)] == [None]
