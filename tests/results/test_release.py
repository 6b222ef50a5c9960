from __future__ import annotations

import pytest

from plaudit.entries.models import ContributorLevel
from plaudit.judging.models import Score, Scorecard
from plaudit.messages.models import OutboxMessage
from plaudit.results.actions.release import queue_result_mail
from plaudit.results.invariants import INVARIANTS
from plaudit.results.models import Outcome
from tests.factories.entries import a_contributor, an_entry
from tests.factories.results import (
    ONE_SECOND,
    RELEASE,
    a_decision,
    a_judged_category,
    an_announcement,
)

pytestmark = pytest.mark.django_db


def test_mail_goes_once_to_owners_and_submitters_of_every_submitted_entry() -> None:
    category, [first, second, third], _ = a_judged_category()
    a_decision(first, Outcome.WINNER, citation="Secret words.")
    submitter = a_contributor(second, level=ContributorLevel.SUBMIT)
    a_contributor(second, level=ContributorLevel.WRITE)
    an_entry(category)
    an_announcement(category.edition)
    assert queue_result_mail(RELEASE - ONE_SECOND) == 0
    assert queue_result_mail(RELEASE) == 4
    assert queue_result_mail(RELEASE) == 0
    mail = OutboxMessage.objects.filter(kind="result")
    told = set(mail.values_list("recipient", "cause"))
    assert told == {
        (first.started_by.email, str(first.pk)),
        (second.started_by.email, str(second.pk)),
        (submitter.email, str(second.pk)),
        (third.started_by.email, str(third.pk)),
    }
    won = mail.get(cause=str(first.pk))
    assert "What the judges said of it" in won.body
    assert "“Project 1” is the winner in" in won.body
    assert f"/entries/{first.pk}/" in won.body
    assert "Secret words" not in won.body
    assert "was not placed this time" in mail.get(cause=str(third.pk)).body


def test_nothing_to_do_costs_one_query(django_assert_num_queries: object) -> None:
    category, [first, *_], _ = a_judged_category()
    a_decision(first)
    an_announcement(category.edition)
    queue_result_mail(RELEASE)
    with django_assert_num_queries(1):  # type: ignore[operator]
        queue_result_mail(RELEASE + ONE_SECOND)


def test_the_worker_is_woken_at_the_instant() -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    category, [first, *_], _ = a_judged_category()
    a_decision(first)
    an_announcement(category.edition)
    jobs = ProcrastinateJob.objects.filter(task_name="results.queue_mail")
    assert [job.scheduled_at for job in jobs] == [RELEASE]


def test_the_invariants_hold_after_release() -> None:
    from plaudit.kit.clock import frozen_at

    category, [first, second, _], _ = a_judged_category()
    a_decision(first, Outcome.JOINT_WINNER)
    a_decision(second, Outcome.JOINT_WINNER)
    an_announcement(category.edition)
    queue_result_mail(RELEASE)
    with frozen_at(RELEASE):
        assert [sentence for check in INVARIANTS for sentence in check()] == []


def test_mail_promises_no_comments_where_there_are_none() -> None:
    category, [first, *_], _ = a_judged_category()
    Scorecard.objects.update(comment=" ")
    Score.objects.update(comment="")
    a_decision(first)
    an_announcement(category.edition)
    queue_result_mail(RELEASE)
    won = OutboxMessage.objects.get(kind="result", cause=str(first.pk))
    assert "What the judges said" not in won.body
    assert "Your entry's page has the details" in won.body
