"""Sending a file in parts. Answers are JSON, for the script of the files page; without it, its forms do the same."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plaudit.entries.actions.upload import add_part, begin_upload, discard_upload, finish_upload
from plaudit.entries.attachments import evidence_with_file
from plaudit.entries.models import AttachmentKind, Entry, Evidence, Upload
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused, require
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.uploads import UploadForm

NOT_TAKEN = 422


@require_POST
@for_people
def entry_uploads(request: HttpRequest, entry: UUID) -> JsonResponse:
    """Announce a file, or find the upload that the same key began: where to send its parts, and from where on."""
    own, form = own_entry(request, entry), UploadForm(request.POST)
    require(may_write(person_of(request), own, now()))
    if not form.is_valid():
        return JsonResponse({"reason": "The file could not be announced."}, status=NOT_TAKEN)
    told = form.cleaned_data
    try:
        upload = begin_upload(
            own,
            AttachmentKind(told["kind"]),
            name=told["name"],
            size=told["size"],
            title=told["title"],
            evidence=_piece(own, told["evidence"]),
            key=told["key"],
            by=person_of(request),
            at=now(),
        )
    except Refused as refusal:
        return JsonResponse({"reason": refusal.reason}, status=NOT_TAKEN)
    return JsonResponse(_told(own, upload), status=201)


@require_POST
@for_people
def entry_upload_parts(request: HttpRequest, entry: UUID, upload: UUID) -> JsonResponse:
    """Take the bytes in the body, which begin at `?offset=`; the answer says from where to go on."""
    own, found = _own_upload(request, entry, upload)
    asked = request.GET.get("offset", "")
    offset = int(asked) if asked.isdecimal() and len(asked) < 16 else -1
    add_part(found, offset, request, by=person_of(request), at=now())  # type: ignore[arg-type]
    return JsonResponse(_told(own, found))


@require_POST
@for_people
def entry_upload_file(request: HttpRequest, entry: UUID, upload: UUID) -> JsonResponse:
    """Make the file of its parts and put it on the entry."""
    own, found = _own_upload(request, entry, upload)
    try:
        finish_upload(found, by=person_of(request), at=now())
    except Refused as refusal:
        return JsonResponse({"reason": refusal.reason}, status=NOT_TAKEN)
    return JsonResponse(_told(own, found))


@require_POST
@for_people
def entry_upload_removal(request: HttpRequest, entry: UUID, upload: UUID) -> HttpResponse:
    """Give up sending a file."""
    own, found = _own_upload(request, entry, upload)
    discard_upload(found)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"removed": True})
    return redirect("entry_files", entry=own.pk)


def _own_upload(request: HttpRequest, entry_id: UUID, upload_id: UUID) -> tuple[Entry, Upload]:
    own = own_entry(request, entry_id)
    found = own.uploads.filter(pk=upload_id, by=person_of(request)).first()
    if found is None:
        raise Http404
    found.entry = own
    return own, found


def _piece(entry: Entry, evidence_id: UUID | None) -> Evidence | None:
    if evidence_id is None:
        return None
    piece = evidence_with_file(entry, evidence_id)
    if piece is None:
        raise Refused("This evidence has been removed. Add the file as a new piece of evidence.")
    return piece


def _told(entry: Entry, upload: Upload) -> dict[str, Any]:
    address = {"entry": entry.pk, "upload": upload.pk}
    return {
        "received": upload.received,
        "size": upload.size,
        "arrived": upload.attachment_id is not None,
        "parts": reverse("entry_upload_parts", kwargs=address),
        "file": reverse("entry_upload_file", kwargs=address),
        "removal": reverse("entry_upload_removal", kwargs=address),
    }
