from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.attachment import attach_file, remove_attachment
from plaudit.entries.files import file_response
from plaudit.entries.models import AttachmentKind, Entry
from plaudit.entries.parts import attachments_of
from plaudit.entries.queries import attachment_of
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.files import EvidenceForm, PhotoForm
from plaudit.sites.entrant.pages.files import file_row


@require_safe
@for_people
def entry_files(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The photo and the evidence document."""
    return _page(request, own_entry(request, entry), PhotoForm(), EvidenceForm())


@require_POST
@for_people
def entry_photo(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Put a photo on the entry in place of the one it has."""
    own, form = own_entry(request, entry), PhotoForm(request.POST, request.FILES)
    if _is_attached(request, own, form, AttachmentKind.PHOTO):
        return redirect("entry_files", entry=own.pk)
    return _page(request, own, form, EvidenceForm(), status=422)


@require_POST
@for_people
def entry_evidence(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Put an evidence document on the entry in place of the one it has."""
    own, form = own_entry(request, entry), EvidenceForm(request.POST, request.FILES)
    if _is_attached(request, own, form, AttachmentKind.EVIDENCE):
        return redirect("entry_files", entry=own.pk)
    return _page(request, own, PhotoForm(), form, status=422)


@require_safe
@for_people
def entry_file(request: HttpRequest, entry: UUID, attachment: UUID) -> FileResponse:
    """Download a file of the entry."""
    found = attachment_of(own_entry(request, entry), attachment)
    if found is None:
        raise Http404
    return file_response(found)


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
    return redirect("entry_files", entry=own.pk)


def _is_attached(
    request: HttpRequest, entry: Entry, form: forms.Form, kind: AttachmentKind
) -> bool:
    """Attach the form's file and return True, or put the reason on the form and return False."""
    if not form.is_valid():
        return False
    try:
        attach_file(entry, kind, form.cleaned_data[kind], by=person_of(request), at=now())
    except Refused as refusal:
        form.add_error(str(kind), refusal.reason)
        return False
    return True


def _page(
    request: HttpRequest, entry: Entry, photo: PhotoForm, evidence: EvidenceForm, status: int = 200
) -> HttpResponse:
    verdict = may_write(person_of(request), entry, now())
    rows = {file.kind: file_row(file) for file in attachments_of(entry)}
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "form": evidence if evidence.errors else photo,
        "photo_form": photo,
        "evidence_form": evidence,
        "photo": rows.get(AttachmentKind.PHOTO),
        "evidence": rows.get(AttachmentKind.EVIDENCE),
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/files.html", context, status=status)
