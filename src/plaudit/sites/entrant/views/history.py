from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.restoration import restore_answer
from plaudit.entries.history import Sitting, sittings
from plaudit.entries.models import Answer
from plaudit.entries.queries import updates_of
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.moved import follows_moves
from plaudit.sites.entrant.pages.answer import address_of
from plaudit.sites.entrant.pages.history import differences, history_line
from plaudit.sites.entrant.views.answer import own_answer

A_PAGE = 20


@require_safe
@for_people
@follows_moves
def entry_answer_earlier(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """Who wrote what and when, newest first, with what each sitting changed."""
    answer = own_answer(request, entry, criterion)
    page = Paginator(sittings(updates_of(answer))[::-1], A_PAGE).get_page(request.GET.get("page"))
    context = _context(answer) | {
        "lines": [history_line(each, answer) for each in page.object_list],
        "page": page,
    }
    return render(request, "entrant/earlier.html", context)


@require_safe
@for_people
@follows_moves
def entry_answer_version(
    request: HttpRequest, entry: UUID, criterion: UUID, version: int
) -> HttpResponse:
    """The answer as it was after one sitting, beside what it says now."""
    answer = own_answer(request, entry, criterion)
    sitting = _sitting(answer, version)
    verdict = may_write(person_of(request), answer.entry, now())
    context = _context(answer) | {
        "line": history_line(sitting, answer, in_full=True),
        "text": sitting.text,
        "since": differences(sitting.text, answer.text),
        "is_same": sitting.text == answer.text,
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/version.html", context)


@require_POST
@for_people
def entry_answer_restoration(
    request: HttpRequest, entry: UUID, criterion: UUID, version: int
) -> HttpResponse:
    """Have the answer say again what it said then. What it says now stays in the history."""
    answer = own_answer(request, entry, criterion)
    restore_answer(answer, version, by=person_of(request), at=now())
    return redirect(address_of(answer))


def _sitting(answer: Answer, version: int) -> Sitting:
    for each in sittings(updates_of(answer)):
        if each.version == version:
            return each
    raise Http404


def _context(answer: Answer) -> dict[str, object]:
    return {
        "edition": answer.entry.category.edition,
        "entry": answer.entry,
        "answer": answer,
        "desk_href": address_of(answer),
    }
