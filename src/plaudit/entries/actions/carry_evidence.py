"""Taking the evidence of an earlier entry over to the one that is begun from it."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from django.db import transaction
from django.db.models import Model

from plaudit.entries.intake.safe_file import kind_stored_as
from plaudit.entries.models import (
    Attachment,
    Entry,
    Evidence,
    EvidenceKind,
    Extract,
    Measure,
    PageWords,
    ScanState,
    Testimonial,
    Value,
    ValueLine,
)
from plaudit.entries.rules import may_write
from plaudit.entries.storing import largest_file
from plaudit.entries.waking import look_after_files_soon
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition

Row = TypeVar("Row", bound=Model)


def carry_evidence(entry: Entry, earlier: Entry, *, by: Person, at: dt.datetime) -> None:
    """Put the earlier entry's evidence on the new one, in the transaction that starts it.

    The caller has checked that `by` may. Each piece keeps its number, so that citations stay right, and is
    marked stale. Consent to a testimonial stays behind: it was given for the earlier entry. A file is shared:
    stored files are never written again nor thrown away, so removing or replacing it on one entry leaves the
    other as it was. Files that the edition does not take, and those with a virus, stay behind. Wakes the
    worker for a file that is being scanned.
    """
    pieces = earlier.evidence.filter(removed_at__isnull=True).order_by("position")
    files = _files_to_take(earlier, entry.category.edition)
    kept: dict[object, Evidence] = {}
    for piece in pieces:
        if piece.kind != EvidenceKind.ATTACHMENT or piece.pk in files:
            kept[piece.pk] = _new(
                piece, entry=entry, version=1, is_stale=True, added_by=by, added_at=at
            )
    Evidence.objects.bulk_create(kept.values())
    Measure.objects.bulk_create(
        _new(measure, evidence=kept[measure.evidence_id])
        for measure in Measure.objects.filter(evidence__in=list(kept))
    )
    _carry_values(kept)
    _carry_testimonials(kept)
    _carry_files(entry, [files[key] for key in kept if key in files], kept, by, at)


@transaction.atomic
def keep_evidence(evidence: Evidence, *, by: Person, at: dt.datetime) -> None:
    """Say that a piece carried over still holds: it is stale no more.

    Checks that the person may write at `at`, and that a testimonial has its consent; does nothing when the
    piece is not stale. Raises Refused.
    """
    require(may_write(by, evidence.entry, at))
    said = Testimonial.objects.filter(evidence=evidence, consented_on__isnull=True)
    if said.exists():
        raise Refused("Ask for their consent again first, and record it with the testimonial.")
    Evidence.objects.filter(pk=evidence.pk, is_stale=True).update(is_stale=False)


def _new(row: Row, **changes: object) -> Row:
    """Return a row like this one, not stored yet, with an identifier of its own and the changes."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    copy = type(row)(**values | {"id": new_identifier()})
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


def _files_to_take(earlier: Entry, edition: Edition) -> dict[object, Attachment]:
    """Return the file of each piece that the edition takes, the first of them up to its number of files."""
    standing = earlier.attachments.filter(evidence__isnull=False, removed_at__isnull=True)
    taken: dict[object, Attachment] = {}
    for file in standing.exclude(scan=ScanState.INFECTED).order_by("evidence__position"):
        kind = kind_stored_as(str(file.file.name).rpartition(".")[2])
        fits = kind in edition.allowed_file_kinds and file.size <= largest_file(edition, file.kind)
        if fits and len(taken) < edition.most_files:
            taken[file.evidence_id] = file
    return taken


def _carry_values(kept: dict[object, Evidence]) -> None:
    rows = Value.objects.filter(evidence__in=list(kept))
    values = {row.pk: _new(row, evidence=kept[row.evidence_id]) for row in rows}
    Value.objects.bulk_create(values.values())
    ValueLine.objects.bulk_create(
        _new(line, value=values[line.value_id])
        for line in ValueLine.objects.filter(value__in=list(values))
    )


def _carry_testimonials(kept: dict[object, Evidence]) -> None:
    Testimonial.objects.bulk_create(
        _new(
            said,
            evidence=kept[said.evidence_id],
            consent_from="",
            consent_method="",
            consented_on=None,
            consent_recorded_by=None,
            consent_recorded_at=None,
        )
        for said in Testimonial.objects.filter(evidence__in=list(kept))
    )


def _carry_files(
    entry: Entry,
    files: list[Attachment],
    kept: dict[object, Evidence],
    by: Person,
    at: dt.datetime,
) -> None:
    new = {
        file.pk: _new(file, entry=entry, evidence=kept[file.evidence_id], added_by=by, added_at=at)
        for file in files
    }
    Attachment.objects.bulk_create(new.values())
    read = {
        each.pk: _new(each, attachment=new[each.attachment_id])
        for each in Extract.objects.filter(attachment__in=list(new))
    }
    Extract.objects.bulk_create(read.values())
    PageWords.objects.bulk_create(
        _new(page, extract=read[page.extract_id])
        for page in PageWords.objects.filter(extract__in=list(read))
    )
    if files:
        look_after_files_soon()
