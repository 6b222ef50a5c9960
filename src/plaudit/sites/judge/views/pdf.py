from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.judging.projection import pdf_for_judge
from plaudit.judging.rules import may_read
from plaudit.kit.clock import now
from plaudit.kit.downloads import pdf_response
from plaudit.sites.judge.access import for_people, own_assignment


@require_safe
@for_people
def pdf(request: HttpRequest, assignment: UUID) -> HttpResponse:
    """The submission that the judge reads, as a PDF to read away from the screen."""
    found = own_assignment(request, assignment)
    if not found.is_ready or not may_read(found.round, found.judge.edition, now()):  # type: ignore[attr-defined]
        raise Http404
    content = pdf_for_judge(found)
    if content is None:
        raise Http404
    return pdf_response(content, f"{found.entry.reference}.pdf")
