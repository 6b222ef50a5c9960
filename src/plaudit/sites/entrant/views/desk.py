from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.entries.parts import parts_of
from plaudit.entries.queries import contributors_of, submissions_of
from plaudit.kit.clock import now
from plaudit.results.feedback import feedback_for_entry
from plaudit.results.queries import outcome_for_entry
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.pages.desk import desk_page


@require_safe
@for_people
def entry_desk(request: HttpRequest, entry: UUID) -> HttpResponse:
    """One entry: its parts as a list of tasks, and where it stands."""
    own, at = own_entry(request, entry), now()
    outcome = outcome_for_entry(own, at)
    page = desk_page(
        own,
        person_of(request),
        at,
        parts=parts_of(own),
        contributors=contributors_of(own),
        submissions=submissions_of(own),
        outcome=outcome,
        feedback=feedback_for_entry(own, at) if outcome else None,
    )
    context = {"edition": own.category.edition, "entry": own, "desk": page}
    return render(request, "entrant/desk.html", context)
