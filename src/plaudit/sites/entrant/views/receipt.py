from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.entries.queries import submission_of
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.pages.receipt import receipt_page


@require_safe
@for_people
def entry_receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt for a submission, to keep or print."""
    submission = submission_of(person_of(request), reference)
    if submission is None:
        raise Http404
    context = {
        "edition": submission.entry.category.edition,
        "entry": submission.entry,
        "receipt": receipt_page(submission, now()),
    }
    return render(request, "entrant/receipt.html", context)
