"""Opening a file of one's own entry."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from plaudit.entries.files import file_response, reading_response
from plaudit.entries.models import Attachment
from plaudit.entries.queries import attachment_of
from plaudit.sites.entrant.access import for_people, own_entry


@require_safe
@for_people
def entry_file(request: HttpRequest, entry: UUID, attachment: UUID) -> HttpResponseBase:
    """Download a file of the entry."""
    return file_response(_found(request, entry, attachment), request.headers.get("Range", ""))


@require_safe
@for_people
def entry_file_reading(request: HttpRequest, entry: UUID, attachment: UUID) -> HttpResponseBase:
    """Read a PDF of the entry in the browser; `#page=4` opens it there."""
    return reading_response(_found(request, entry, attachment), request.headers.get("Range", ""))


def _found(request: HttpRequest, entry: UUID, attachment: UUID) -> Attachment:
    found = attachment_of(own_entry(request, entry), attachment)
    if found is None:
        raise Http404
    return found
