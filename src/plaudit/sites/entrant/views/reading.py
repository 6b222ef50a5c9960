from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.entries.pdf import submission_pdf
from plaudit.entries.snapshot import snapshot_of
from plaudit.judging.projection import entry_in_snapshot
from plaudit.kit.clock import now
from plaudit.sites.components.papers import paper
from plaudit.sites.entrant.access import for_people, own_entry
from plaudit.sites.entrant.pages.reading import reading_page

SAFE = (
    "Your entry is safe and nothing in it has changed. Try again in a few minutes. Meanwhile “Read it as a "
    "judge” shows the same on a page."
)


@require_safe
@for_people
def entry_reading(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The entry as it stands, exactly as a judge would read it."""
    own = own_entry(request, entry)
    read = reading_page(own, entry_in_snapshot(snapshot_of(own)))
    context = {"edition": own.category.edition, "entry": own, "read": read}
    return render(request, "entrant/reading.html", context)


@require_safe
@for_people
def entry_pdf(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The same as a PDF."""
    own = own_entry(request, entry)
    return paper(
        request,
        lambda: submission_pdf(snapshot_of(own), at=now()),
        f"{own.reference}.pdf",
        safe=SAFE,
    )
