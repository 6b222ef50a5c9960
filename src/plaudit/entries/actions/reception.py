"""The desk's first look at what was submitted."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.entries.mail import not_in_order_mail
from plaudit.entries.models import Contributor, Reception, Submission
from plaudit.entries.rules import SUBMITTERS
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person
from plaudit.programmes.models import TeamRole
from plaudit.programmes.rules import may_work_for


@transaction.atomic
def receive(
    submission: Submission, *, is_in_order: bool, note: str = "", by: Person, at: dt.datetime
) -> Reception:
    """Record that the submission was looked at, and whether it is in order.

    Checks that `by` looks after entries, that it is the entry's last submission, and that a note says what is
    not in order. Saying the same again changes nothing. Appends a Reception; when something is not in order,
    queues a mail with the note to those who may submit. Raises Refused.
    """
    require(may_work_for(by, submission.entry.category.edition.programme, TeamRole.ENTRIES))
    held = type(submission.entry).objects.select_for_update(no_key=True).get(pk=submission.entry_id)
    last = held.submissions.order_by("-number").values_list("pk", flat=True).first()
    if last != submission.pk:
        raise Refused("The entry was submitted again meanwhile. Look at the newer version.")
    note = " ".join(note.replace("\x00", "").split())[:500]
    if not is_in_order and not note:
        raise Refused("Say what is not in order, in a sentence.")
    standing = submission.receptions.order_by("-checked_at", "-id").first()
    if standing and (standing.is_in_order, standing.note) == (is_in_order, note):
        return standing
    reception = Reception.objects.create(
        entry=held,
        submission=submission,
        is_in_order=is_in_order,
        note=note,
        checked_by=by,
        checked_at=at,
    )
    if not is_in_order:
        subject, body = not_in_order_mail(reception)
        people = Contributor.objects.filter(entry=held, level__in=SUBMITTERS)
        for each in people.select_related("person"):
            queue_mail(
                "not_in_order",
                to=each.person,
                cause=reception.pk,
                subject=subject,
                body=body,
                at=at,
            )
    return reception
