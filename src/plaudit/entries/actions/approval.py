"""An organisation's word on an entry that carries its name."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.entries.leads import may_approve
from plaudit.entries.models import Approval, Entry
from plaudit.entries.wording import clean_line
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Organisation, Person

LONGEST_NOTE = 300


@transaction.atomic
def say_approval(
    entry: Entry,
    organisation: Organisation,
    *,
    is_approved: bool,
    by: Person,
    at: dt.datetime,
    note: str = "",
) -> Approval:
    """Record that the organisation approves of the entry, or does not; its people read it on their page.

    Checks that `by` is an awards lead of the organisation, that it is on the entry, and that a refusal has a
    note; locks the entry. The same word as the last one is returned as it is. Raises Refused.
    """
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    require(may_approve(by, entry, organisation))
    note = clean_line(note)
    if len(note) > LONGEST_NOTE:
        raise Refused(f"The note must be {LONGEST_NOTE} characters or fewer.")
    if not is_approved and not note:
        raise Refused("Say what should change before your organisation approves.")
    last = entry.approvals.filter(organisation=organisation).order_by("-said_at", "-pk").first()
    if last is not None and (last.is_approved, last.note) == (is_approved, note):
        return last
    return Approval.objects.create(
        entry=entry,
        organisation=organisation,
        is_approved=is_approved,
        note=note,
        said_by=by,
        said_at=at,
    )
