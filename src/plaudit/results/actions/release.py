from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast

from plaudit.entries.models import ContributorLevel, Entry, EntryStatus, Submission
from plaudit.messages.actions.outbox import queue_mail
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from plaudit.results.feedback import comments_given
from plaudit.results.mail import result_mail
from plaudit.results.models import Announcement, Decision, Outcome

KIND = "result"
BATCH = 100


def queue_result_mail(at: dt.datetime) -> int:
    """Queue the outcome of every submitted entry whose awards are released at `at`; return how many mails.

    To its owners, those who may submit it, and whoever submitted it last. An entry that has had its mail
    has none again, so this may run as often as one likes: when there is nothing to do it asks the
    database once. Each batch of entries is a transaction of its own.
    """
    count = 0
    while batch := list(_entries_to_tell(at)[:BATCH]):
        with transaction.atomic():
            count += sum(_tell(entry, at) for entry in batch)
    return count


def _entries_to_tell(at: dt.datetime) -> QuerySet[Entry]:
    announced = Announcement.objects.filter(edition=OuterRef("edition")).order_by("-number")
    told = OutboxMessage.objects.filter(
        kind=KIND, cause=Cast(OuterRef("pk"), CharField(max_length=120))
    )
    decided = Decision.objects.filter(entry=OuterRef("pk")).order_by("-number")
    submitted = Submission.objects.filter(entry=OuterRef("pk")).order_by("-number")
    return (
        Entry.objects.filter(status=EntryStatus.SUBMITTED)
        .annotate(released_at=Subquery(announced.values("release_at")[:1]))
        .filter(released_at__lte=at)
        .exclude(Exists(told))
        .annotate(
            outcome=Subquery(decided.values("outcome")[:1]),
            has_comments=comments_given(),
            submitted_title=Subquery(submitted.values("snapshot__title")[:1]),
        )
        .select_related("category", "edition__programme")
        .prefetch_related("contributors__person", "submissions__submitted_by")
        .order_by("number")
    )


def _tell(entry: Entry, at: dt.datetime) -> int:
    outcome = Outcome(entry.outcome or Outcome.NOT_PLACED)  # type: ignore[attr-defined]
    title = entry.submitted_title or str(entry)  # type: ignore[attr-defined]
    has_comments: bool = entry.has_comments  # type: ignore[attr-defined]
    subject, body = result_mail(entry, title, outcome, has_comments=has_comments)
    people = {person.pk: person for person in people_to_tell(entry)}
    for person in people.values():
        queue_mail(KIND, to=person, cause=entry.pk, subject=subject, body=body, at=at)
    return len(people)


def people_to_tell(entry: Entry) -> Iterator[Person]:
    """Yield its owners, those who may submit it, and whoever submitted it last: some of them twice."""
    levels = {ContributorLevel.OWNER, ContributorLevel.SUBMIT}
    for contributor in entry.contributors.all():
        if contributor.level in levels:
            yield contributor.person
    yield max(entry.submissions.all(), key=lambda made: made.number).submitted_by
