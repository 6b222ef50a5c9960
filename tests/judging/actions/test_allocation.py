from __future__ import annotations

import datetime as dt

import pytest

from plaudit.judging.actions.abstention import abstain
from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.actions.recusal import recuse
from plaudit.judging.models import Assignment
from plaudit.judging.queries import conflicted_pairs
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_submitted_entry, a_withdrawn_entry, an_entry
from tests.factories.judging import (
    WHILE_INVITING,
    a_judge,
    a_new_judge,
    allocated,
    the_round,
)
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import (
    AFTER_JUDGING,
    JUDGING_OPENS,
    WHILE_JUDGING,
    a_category,
    an_edition,
    director_of,
)

pytestmark = pytest.mark.django_db


def test_each_submitted_entry_gets_its_readers_and_each_judge_one_mail() -> None:
    category = a_category()
    judges = [a_judge(category) for _ in range(4)]
    entries = [a_submitted_entry(category) for _ in range(4)]
    an_entry(category)
    a_withdrawn_entry(category)
    round_ = the_round(category.edition)
    report = allocate_entries(round_, by=director_of(category.edition), at=WHILE_INVITING)
    assert (report.entries, report.seats, report.filled, report.assigned) == (4, 12, 12, 12)
    assert report.is_complete
    assert set(round_.assignments.values_list("entry", flat=True)) == {one.pk for one in entries}
    for judge in judges:
        assert judge.assignments.count() == 3
    mail = OutboxMessage.objects.filter(kind="judge_entries_ready")
    assert set(mail.values_list("recipient", flat=True)) == {one.person.email for one in judges}
    assert {one.not_before for one in mail} == {JUDGING_OPENS}
    assert not any(entry.title in one.body for one in mail for entry in entries)


def test_doing_it_again_changes_nothing_and_mails_nobody() -> None:
    category = a_category()
    for _ in range(3):
        a_judge(category)
    a_submitted_entry(category)
    round_ = allocated(category.edition)
    before = set(Assignment.objects.values_list("pk", flat=True))
    mail = OutboxMessage.objects.count()
    report = allocate_entries(round_, by=director_of(category.edition), at=WHILE_INVITING)
    assert report.assigned == 0
    assert set(Assignment.objects.values_list("pk", flat=True)) == before
    assert OutboxMessage.objects.count() == mail


def test_a_judge_in_conflict_is_never_given_the_entry_and_the_report_says_so() -> None:
    edition = an_edition(readers_per_entry=2)
    category = a_category(edition, name="Digital")
    trust = an_organisation("Saltmarsh Trust")
    conflicted = a_judge(category, employer=trust)
    free = a_judge(category)
    entry = a_submitted_entry(category, title="Night owls", partners=(trust,))
    report = allocate_entries(the_round(edition), by=director_of(edition), at=WHILE_INVITING)
    assert set(Assignment.objects.values_list("judge", flat=True)) == {free.pk}
    assert conflicted_pairs(edition) == {(conflicted.pk, entry.pk)}
    assert report.shortfalls == (
        "Digital: 1 more judge needed; 1 of 2 is conflicted on “Night owls”.",
    )


def test_somebody_who_works_on_the_entry_never_judges_it() -> None:
    category = a_category()
    writer = a_person()
    entry = a_submitted_entry(category, owner=writer)
    judge = a_judge(category, writer)
    round_ = allocated(category.edition)
    assert not round_.assignments.exists()
    assert conflicted_pairs(category.edition) == {(judge.pk, entry.pk)}


def test_an_organisation_that_left_after_submission_still_counts() -> None:
    category = a_category()
    trust = an_organisation()
    entry = a_submitted_entry(category, partners=(trust,))
    entry.partners.filter(organisation=trust).delete()
    judge = a_judge(category, employer=trust)
    assert conflicted_pairs(category.edition) == {(judge.pk, entry.pk)}


def test_judges_who_have_not_declared_are_given_nothing() -> None:
    category = a_category(name="Digital")
    a_new_judge(category)
    a_submitted_entry(category)
    edition = category.edition
    report = allocate_entries(the_round(edition), by=director_of(edition), at=WHILE_INVITING)
    assert report.assigned == 0
    (line,) = report.shortfalls
    assert line == (
        "Digital: 3 more judges needed; nobody on this panel can be given entries yet; "
        "1 judge has yet to accept the terms or declare interests."
    )


def test_a_seat_left_by_recusal_or_abstention_goes_to_another() -> None:
    edition = an_edition(readers_per_entry=1)
    category = a_category(edition)
    first = a_judge(category)
    a_submitted_entry(category)
    round_ = allocated(edition)
    second, third = a_judge(category), a_judge(category)
    director = director_of(edition)
    recuse(first.assignments.get(), by=director, at=WHILE_INVITING, reason="Knows the team")
    allocate_entries(round_, by=director, at=WHILE_INVITING)
    now_reading = round_.assignments.get(recusal__isnull=True)
    assert now_reading.judge in {second, third}
    abstain(now_reading, by=now_reading.judge.person, at=WHILE_JUDGING, reason="Ill")
    allocate_entries(round_, by=director, at=WHILE_JUDGING)
    left = round_.assignments.filter(recusal__isnull=True, abstention__isnull=True).get()
    assert left.judge in {second, third} - {now_reading.judge}


def test_a_stranger_may_not_and_a_closed_round_takes_nothing() -> None:
    category = a_category()
    a_judge(category)
    round_ = the_round(category.edition)
    with pytest.raises(Refused, match="not on the team"):
        allocate_entries(round_, by=a_person(), at=WHILE_INVITING)
    with pytest.raises(Refused, match="This round closed at"):
        allocate_entries(round_, by=director_of(category.edition), at=AFTER_JUDGING)


def test_a_late_judge_is_told_and_others_are_not_told_twice() -> None:
    edition = an_edition(readers_per_entry=2)
    category = a_category(edition)
    early = a_judge(category)
    a_submitted_entry(category)
    round_ = allocated(edition)
    late = a_judge(category)
    later = WHILE_INVITING + dt.timedelta(days=1)
    allocate_entries(round_, by=director_of(edition), at=later)
    mail = OutboxMessage.objects.filter(kind="judge_entries_ready")
    assert sorted(mail.values_list("recipient", flat=True)) == sorted(
        [early.person.email, late.person.email]
    )
