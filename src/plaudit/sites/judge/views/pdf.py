from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.judging.models import Assignment
from plaudit.judging.projection import pdf_for_judge
from plaudit.judging.rules import may_read
from plaudit.kit.clock import now
from plaudit.sites.components.papers import paper
from plaudit.sites.judge.access import for_people, own_assignment

SAFE = "The entry and your scores are safe. Read the entry on its page meanwhile, and try again in a few minutes."


@require_safe
@for_people
def pdf(request: HttpRequest, assignment: UUID) -> HttpResponse:
    """The submission that the judge reads, as a PDF to read away from the screen."""
    found = own_assignment(request, assignment)
    if not found.is_ready or not may_read(found.round, found.judge.edition, now()):  # type: ignore[attr-defined]
        raise Http404
    return paper(request, lambda: _content(found), f"{found.entry.reference}.pdf", safe=SAFE)


def _content(assignment: Assignment) -> bytes:
    content = pdf_for_judge(assignment)
    if content is None:
        raise Http404
    return content
