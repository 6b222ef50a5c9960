from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.entries.models import Entry
from plaudit.entries.parts import parts_of
from plaudit.entries.queries import contributors_of, submissions_of
from plaudit.entries.word.kept import just_kept
from plaudit.kit.clock import now
from plaudit.results.feedback import feedback_for_entry
from plaudit.results.queries import outcome_for_entry
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.pages.desk import desk_page
from plaudit.sites.entrant.pages.word import kept_words
from plaudit.sites.entrant.saying import said


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
    context = {
        "edition": own.category.edition,
        "entry": own,
        "desk": page,
        "messages": said(request) or _kept_from_word(request, own, at),
    }
    return render(request, "entrant/desk.html", context)


def _kept_from_word(request: HttpRequest, entry: Entry, at: dt.datetime) -> list[str]:
    """Return what a Word file put where, to who just kept it."""
    if request.GET.get("kept") != "word":
        return []
    return [kept_words(just_kept(entry, person_of(request), at))]
