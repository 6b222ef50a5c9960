from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plaudit.entries.actions.word import keep_word_answers
from plaudit.entries.models import Entry
from plaudit.entries.rules import may_write
from plaudit.entries.word.package import LARGEST_FILE
from plaudit.entries.word.review import form_of, review_of
from plaudit.entries.word.writing import form_document
from plaudit.kit.clock import now
from plaudit.kit.downloads import word_response
from plaudit.kit.verdict import Refused, require
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.pages.word import posted_texts, review_page


@require_safe
@for_people
def entry_word(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The form as a Word file, with what is written so far."""
    own = own_entry(request, entry)
    return word_response(form_document(form_of(own)), f"{own.reference}.docx")


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_word_upload(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Send the Word file back; what it would change is shown before anything is kept."""
    own, person = own_entry(request, entry), person_of(request)
    if request.method != "POST":
        return _upload_page(request, own)
    require(may_write(person, own, now()))
    file = request.FILES.get("file")
    try:
        if file is None:
            raise Refused("Choose the Word file to upload.")
        review = review_of(own, file.read(LARGEST_FILE + 1), by=person)
    except Refused as refusal:
        return _upload_page(request, own, refusal.reason, status=422)
    context = {"edition": own.category.edition, "entry": own, "review": review_page(review)}
    return render(request, "entrant/word_review.html", context)


@require_POST
@for_people
def entry_word_answers(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Keep what the review showed, merged into what others wrote meanwhile."""
    own = own_entry(request, entry)
    keep_word_answers(own, posted_texts(request.POST), by=person_of(request), at=now())
    return redirect(f"{reverse('entry_desk', args=[own.pk])}?kept=word")


def _upload_page(
    request: HttpRequest, entry: Entry, error: str = "", status: int = 200
) -> HttpResponse:
    verdict = may_write(person_of(request), entry, now())
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "error": error,
        "has_errors": bool(error),
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/word.html", context, status=status)
