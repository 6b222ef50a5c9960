from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.attachment import attach_file, remove_attachment
from plaudit.entries.actions.evidence import rename_evidence
from plaudit.entries.actions.putting_back import put_back_photo
from plaudit.entries.attachments import evidence_files, evidence_with_file, files_left, photo_of
from plaudit.entries.cautions.guard import in_each_file
from plaudit.entries.models import AttachmentKind, Entry, Evidence, EvidenceKind
from plaudit.entries.queries import attachment_of
from plaudit.entries.rules import may_write
from plaudit.entries.taken_off import photos_taken_off, taken_off
from plaudit.kit.clock import now
from plaudit.kit.uploading import was_too_large
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.files import EvidenceForm, FileForm, PhotoForm
from plaudit.sites.entrant.pages.files import file_row, room_left, unfinished_row
from plaudit.sites.entrant.saying import said, to

TOO_LARGE = "The file is far too large to be sent here. Make it smaller and send it again."


@require_safe
@for_people
def entry_files(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The photo, the files among the evidence, and those still on their way."""
    return _page(request, own_entry(request, entry))


@require_POST
@for_people
def entry_photo(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Put a photo on the entry in place of the one it has."""
    own, form = own_entry(request, entry), PhotoForm(request.POST, request.FILES)
    if _are_attached(request, own, form, "photo", AttachmentKind.PHOTO):
        return to("entry_files", "file", entry=own.pk)
    return _page(request, own, photo=form, status=422)


@require_POST
@for_people
def entry_evidence(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Put one or several files among the evidence, each with the next number. Those refused are named."""
    own = own_entry(request, entry)
    form = EvidenceForm(own.category.edition, request.POST, request.FILES)
    if _are_attached(request, own, form, "evidence", AttachmentKind.EVIDENCE):
        return to("entry_files", "file", entry=own.pk)
    return _page(request, own, evidence=form, status=422)


@require_POST
@for_people
def entry_evidence_file(request: HttpRequest, entry: UUID, evidence: UUID) -> HttpResponse:
    """Put another file in the place of one; its number and title stay."""
    own = own_entry(request, entry)
    form = FileForm(request.POST, request.FILES)
    piece = _piece(own, evidence)
    if _are_attached(request, own, form, "file", AttachmentKind.EVIDENCE, piece):
        return to("entry_files", "file", entry=own.pk)
    return _page(request, own, replacing=(piece.pk, form), status=422)


@require_POST
@for_people
def entry_evidence_title(request: HttpRequest, entry: UUID, evidence: UUID) -> HttpResponse:
    """Give a file another title."""
    own = own_entry(request, entry)
    piece = _piece(own, evidence)
    title = str(request.POST.get("title", "")).replace("\x00", "")
    rename_evidence(piece, title.strip() or piece.title, by=person_of(request), at=now())
    return to("entry_files", "file-title", entry=own.pk)


@require_POST
@for_people
def entry_file_removal(request: HttpRequest, entry: UUID, attachment: UUID) -> HttpResponse:
    """Take a file off the entry."""
    own = own_entry(request, entry)
    found = attachment_of(own, attachment)
    if found is None:
        raise Http404
    found.entry = own
    remove_attachment(found, by=person_of(request), at=now())
    return to("entry_files", "file-off", entry=own.pk)


@require_POST
@for_people
def entry_photo_return(request: HttpRequest, entry: UUID, attachment: UUID) -> HttpResponse:
    """Put a photo back that was taken off or replaced."""
    own = own_entry(request, entry)
    photo = own.attachments.filter(pk=attachment, kind=AttachmentKind.PHOTO).first()
    if photo is None:
        raise Http404
    photo.entry = own
    put_back_photo(photo, by=person_of(request), at=now())
    return to("entry_files", "photo-back", part="photo", entry=own.pk)


def _piece(entry: Entry, evidence_id: UUID) -> Evidence:
    piece = evidence_with_file(entry, evidence_id)
    if piece is None:
        raise Http404
    piece.entry = entry
    return piece


def _are_attached(
    request: HttpRequest,
    entry: Entry,
    form: forms.Form,
    field: str,
    kind: AttachmentKind,
    piece: Evidence | None = None,
) -> bool:
    """Attach the form's files and return True, or put on the form why some were not and return False."""
    if was_too_large(request):
        form.is_valid()
        form.errors[field] = form.error_class([TOO_LARGE])
        return False
    if not form.is_valid():
        return False
    chosen = form.cleaned_data[field]
    files: Iterable[IO[bytes]] = chosen if isinstance(chosen, list) else [chosen]
    several = isinstance(chosen, list) and len(chosen) > 1
    title = "" if several else form.cleaned_data.get("title", "")
    for file in files:
        try:
            attach_file(
                entry, kind, file, title=title, evidence=piece, by=person_of(request), at=now()
            )
        except Refused as refusal:
            reason = refusal.reason
            name = getattr(file, "name", "")
            form.add_error(field, f"“{name}” was not added. {reason}" if several else reason)
    return not form.errors


def _page(
    request: HttpRequest,
    entry: Entry,
    *,
    photo: PhotoForm | None = None,
    evidence: EvidenceForm | None = None,
    replacing: tuple[UUID, FileForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    person = person_of(request)
    verdict = may_write(person, entry, now())
    kept = [file_row(file) for file in evidence_files(entry)]
    photo_now = photo_of(entry)
    edition = entry.category.edition
    forms_shown: list[forms.Form] = [
        photo or PhotoForm(),
        evidence or EvidenceForm(edition),
        *([replacing[1]] if replacing else []),
    ]
    uploads = entry.uploads.filter(attachment=None).order_by("created_at")
    context: dict[str, Any] = {
        "edition": edition,
        "entry": entry,
        "messages": said(request),
        "forms": forms_shown,
        "has_errors": any(form.errors for form in forms_shown),
        "photo_form": forms_shown[0],
        "evidence_form": forms_shown[1],
        "file_form": FileForm(),
        "replacing": replacing,
        "photo": file_row(photo_now) if photo_now else None,
        "files": kept,
        "pointed_out": in_each_file({file.id: file.number for file in kept}),
        "taken_off": taken_off(entry, EvidenceKind.ATTACHMENT),
        "photos_taken_off": photos_taken_off(entry),
        "unfinished": [unfinished_row(upload, person.pk) for upload in uploads],
        "room_left": room_left(entry, len(kept)),
        "no_room": files_left(entry).reason,
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/files.html", context, status=status)
