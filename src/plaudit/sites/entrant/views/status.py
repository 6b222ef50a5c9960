from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.entries.parts import parts_of
from plaudit.entries.queries import reception_of, submissions_of
from plaudit.judging.queries import readings_so_far
from plaudit.kit.clock import now
from plaudit.results.queries import outcome_for_entry
from plaudit.sites.entrant.access import for_people, own_entry
from plaudit.sites.entrant.pages.desk import is_changed
from plaudit.sites.entrant.pages.status import status_page


@require_safe
@for_people
def entry_status(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Where the entry is: received, checked, with judges, read, decided."""
    own, at = own_entry(request, entry), now()
    submissions = submissions_of(own)
    last = submissions[0] if submissions else None
    page = status_page(
        own,
        at,
        submissions=submissions,
        reception=reception_of(last) if last else None,
        readings=readings_so_far(own),
        is_announced=outcome_for_entry(own, at) is not None,
        is_changed=is_changed(own, last, parts_of(own)),
    )
    context = {"edition": own.category.edition, "entry": own, "status": page}
    return render(request, "entrant/status.html", context)
