"""Who owns an entry. It has one owner at every moment."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from plaudit.entries.leads import may_take_over
from plaudit.entries.mail_about_people import handover_mail, takeover_mail
from plaudit.entries.models import Contributor, ContributorLevel, Entry, OwnershipHandover
from plaudit.entries.rules import may_hand_over
from plaudit.entries.wording import clean_line
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Organisation, Person

LONGEST_REASON = 300


@transaction.atomic
def hand_over(
    entry: Entry, *, to: Contributor, by: Person, at: dt.datetime, reason: str = ""
) -> OwnershipHandover:
    """Make somebody who works on the entry already its owner; the owner can submit from then on.

    Checks that `by` is the owner and `to` another contributor of the entry; locks the entry and its people.
    Appends an OwnershipHandover and queues a mail to both. Raises Refused.
    """
    owner, people = _locked_people(entry)
    require(may_hand_over(by, entry))
    heir = people.get(to.pk)
    if heir is None or heir.pk == owner.pk:
        raise Refused("Choose somebody else who works on this entry.")
    _change_owner(owner, heir)
    handover = OwnershipHandover.objects.create(
        entry=entry,
        from_person=owner.person,
        to_person=heir.person,
        reason=clean_line(reason)[:LONGEST_REASON],
        handed_by=by,
        handed_at=at,
    )
    for person in (owner.person, heir.person):
        subject, body = handover_mail(handover, person)
        queue_mail(
            "entry-handover", to=person, cause=handover.pk, subject=subject, body=body, at=at
        )
    return handover


@transaction.atomic
def take_over(
    entry: Entry, organisation: Organisation, *, by: Person, at: dt.datetime, reason: str
) -> OwnershipHandover:
    """Make the organisation's awards lead the owner of an entry whose owner has left.

    Checks that `by` leads the awards of the organisation, that it leads the entry, that the owner has left
    (`entries.leads.has_left`), and that a reason is given; locks the entry and its people. The one who
    owned it can still submit, and may be removed. Appends an OwnershipHandover that names the organisation,
    and queues a mail to both. Raises Refused.
    """
    owner, people = _locked_people(entry)
    require(may_take_over(by, entry, organisation, owner.person, at))
    reason = clean_line(reason)
    if not reason:
        raise Refused("Say why you take the entry over. The person who owned it reads it.")
    heir = next((each for each in people.values() if each.person_id == by.pk), None)
    if heir is None:
        heir = Contributor(entry=entry, person=by, level=ContributorLevel.READ, added_at=at)
    _change_owner(owner, heir)
    handover = OwnershipHandover.objects.create(
        entry=entry,
        from_person=owner.person,
        to_person=by,
        organisation=organisation,
        reason=reason[:LONGEST_REASON],
        handed_by=by,
        handed_at=at,
    )
    for person in (owner.person, by):
        subject, body = takeover_mail(handover, person)
        queue_mail(
            "entry-takeover", to=person, cause=handover.pk, subject=subject, body=body, at=at
        )
    return handover


def _locked_people(entry: Entry) -> tuple[Contributor, dict[UUID, Contributor]]:
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    rows = Contributor.objects.select_for_update(of=["self"]).select_related("person")
    people = {each.pk: each for each in rows.filter(entry=entry).order_by("pk")}
    owner = next(each for each in people.values() if each.level == ContributorLevel.OWNER)
    return owner, people


def _change_owner(owner: Contributor, heir: Contributor) -> None:
    owner.level = ContributorLevel.SUBMIT
    owner.save(update_fields=["level"])
    heir.level = ContributorLevel.OWNER
    heir.save()
