"""The numbered pieces of evidence of an entry, whatever their kind."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from plaudit.entries.models import Entry, Evidence, EvidenceKind
from plaudit.entries.rules import may_write
from plaudit.entries.wording import clean_line
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person

MOST_EVIDENCE = 60
LONGEST_TITLE = 200


class AddedBefore(Refused):
    """The form's key made a piece of evidence before: it is the piece's identifier."""

    def __init__(self) -> None:
        super().__init__("This was saved already. Open your evidence to see it.")


class EvidenceConflict(Exception):
    """Somebody kept the evidence since the person opened it. `version` is the one it has now."""

    def __init__(self, version: int) -> None:
        super().__init__(f"the evidence is at version {version}")
        self.version = version


@transaction.atomic
def add_evidence(
    entry: Entry,
    kind: EvidenceKind,
    title: str,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID | None = None,
) -> Evidence:
    """Give the entry its next piece of evidence, last of its kind, and return it.

    Checks that the person may write at `at`; locks the entry; refuses a `key` that made a piece before;
    checks that there are fewer than 60; takes the next number, which nothing ever had on the entry, nor on the
    one it was begun from (words carried over may cite it), and `key` for its identifier. The caller writes
    the row of its kind in the same transaction. Raises Refused, AddedBefore.
    """
    require(may_write(by, entry, at))
    title = evidence_title(title)
    _lock(entry)
    if key is not None and Evidence.objects.filter(pk=key).exists():
        raise AddedBefore
    require_room(entry)
    last = Evidence.objects.filter(entry=entry).aggregate(
        number=Max("number"), position=Max("position")
    )
    taken = max(last["number"] or 0, _last_number_before(entry))
    return Evidence.objects.create(
        id=key or new_identifier(),
        entry=entry,
        number=taken + 1,
        kind=kind,
        title=title,
        position=(last["position"] or 0) + 1,
        added_by=by,
        added_at=at,
    )


def change_evidence(
    evidence: Evidence, title: str, *, by: Person, at: dt.datetime, version: int
) -> None:
    """Give the evidence its title and next version, in the transaction that keeps the row of its kind.

    Checks that the person may write at `at`; locks the evidence; checks that it is on the entry still and at
    `version`. What was carried over is stale no more. Raises Refused, and EvidenceConflict when somebody
    else kept it since.
    """
    require(may_write(by, evidence.entry, at))
    title = evidence_title(title)
    held = Evidence.objects.select_for_update(no_key=True).get(pk=evidence.pk)
    if held.removed_at is not None:
        raise Refused("Somebody took this evidence off the entry. Your words are below, to copy.")
    if held.version != version:
        raise EvidenceConflict(held.version)
    evidence.title, evidence.version, evidence.is_stale = title, version + 1, False
    evidence.save(update_fields=["title", "version", "is_stale"])


@transaction.atomic
def rename_evidence(evidence: Evidence, title: str, *, by: Person, at: dt.datetime) -> Evidence:
    """Give the evidence another title: it is stale no more. Checks that the person may write. Raises Refused."""
    require(may_write(by, evidence.entry, at))
    evidence.title, evidence.is_stale = evidence_title(title), False
    evidence.save(update_fields=["title", "is_stale"])
    return evidence


@transaction.atomic
def remove_evidence(evidence: Evidence, *, by: Person, at: dt.datetime) -> None:
    """Take the evidence off the entry. Submissions made with it keep it, and its number stays used.

    Checks that the person may write at `at`; locks the entry; does nothing the second time. Raises Refused.
    """
    require(may_write(by, evidence.entry, at))
    _lock(evidence.entry)
    Evidence.objects.filter(pk=evidence.pk, removed_at__isnull=True).update(removed_at=at)


@transaction.atomic
def move_evidence_up(evidence: Evidence, *, by: Person, at: dt.datetime) -> None:
    """Put the evidence one place earlier among those of its kind. Its number stays.

    Checks that the person may write at `at`; locks the entry; does nothing for the first. Raises Refused.
    """
    require(may_write(by, evidence.entry, at))
    _lock(evidence.entry)
    alike = Evidence.objects.filter(
        entry=evidence.entry_id, kind=evidence.kind, removed_at__isnull=True
    )
    here = alike.filter(pk=evidence.pk).first()
    above = here and alike.filter(position__lt=here.position).order_by("-position").first()
    if here and above:
        here.position, above.position = above.position, here.position
        Evidence.objects.bulk_update([here, above], ["position"])


def evidence_title(title: str) -> str:
    """Return the title on one line. Raises Refused when it is empty or over 200 characters."""
    title = clean_line(title)
    if not title:
        raise Refused("Give the evidence a title, so that judges know what it is.")
    if len(title) > LONGEST_TITLE:
        raise Refused(f"The title must be {LONGEST_TITLE} characters or fewer.")
    return title


def require_room(entry: Entry) -> None:
    """Raise Refused when the entry holds as many pieces as it can."""
    if Evidence.objects.filter(entry=entry, removed_at__isnull=True).count() >= MOST_EVIDENCE:
        raise Refused(f"An entry can hold {MOST_EVIDENCE} pieces of evidence at most.")


def _last_number_before(entry: Entry) -> int:
    """Return the highest number that the entry it was begun from ever gave; 0 for one begun from nothing."""
    if entry.carried_from_id is None:
        return 0
    earlier = Evidence.objects.filter(entry=entry.carried_from_id)
    return earlier.aggregate(number=Max("number"))["number"] or 0


def _lock(entry: Entry) -> None:
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
