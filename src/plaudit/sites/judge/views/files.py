from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from plaudit.entries.files import file_response, reading_response
from plaudit.entries.models import Attachment
from plaudit.entries.queries import attachment_of
from plaudit.judging.projection import entry_for_judge
from plaudit.judging.rules import may_read
from plaudit.kit.clock import now
from plaudit.sites.judge.access import for_people, own_assignment


@require_safe
@for_people
def file(request: HttpRequest, assignment: UUID, kind: str) -> HttpResponseBase:
    """The photo or a file among the evidence of the submission that the judge reads, and of no other."""
    return file_response(_named(request, assignment, kind), request.headers.get("Range", ""))


@require_safe
@for_people
def reading(request: HttpRequest, assignment: UUID, kind: str) -> HttpResponseBase:
    """The same, a PDF in the browser: beside the sentence that cites it, or on a page of its own."""
    return reading_response(_named(request, assignment, kind), request.headers.get("Range", ""))


def _named(request: HttpRequest, assignment_id: UUID, kind: str) -> Attachment:
    found = own_assignment(request, assignment_id)
    if not found.is_ready or not may_read(found.round, found.judge.edition, now()):  # type: ignore[attr-defined]
        raise Http404
    read = entry_for_judge(found)
    named = read.file(kind) if read else None
    attachment = attachment_of(found.entry, named.attachment) if named else None
    if attachment is None:
        raise Http404
    return attachment
