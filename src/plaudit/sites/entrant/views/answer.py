from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.answer import (
    AnswerConflict,
    SavedAnswer,
    TextTooLong,
    save_answer,
)
from plaudit.entries.models import Answer
from plaudit.entries.parts import asked_criteria
from plaudit.entries.queries import answer_of, revisions_of, writing_desk
from plaudit.kit.clock import now
from plaudit.kit.dates import clock_time, moment
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.fields import key_in, version_in
from plaudit.sites.entrant.pages.answer import address_of, answer_page
from plaudit.sites.entrant.pages.state import is_closed

EARLIER_AT_MOST = 50


@require_safe
@for_people
def entry_answer(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """The writing desk: one answer, its prompts, and what stands beside it."""
    person = person_of(request)
    desk = writing_desk(person, entry, criterion)
    if desk is None:
        raise Http404
    own = desk.answer.entry
    context = {
        "edition": own.category.edition,
        "entry": own,
        "answer": desk.answer,
        "desk": answer_page(desk, person, now()),
        "key": new_identifier(),
    }
    return render(request, "entrant/answer.html", context)


@require_POST
@for_people
def entry_answer_text(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """Save the answer: to a script in JSON, to a person by going back to the desk."""
    answer = own_answer(request, entry, criterion)
    text, at = request.POST.get("text", ""), now()
    try:
        saved = save_answer(
            answer.entry,
            answer.criterion,
            by=person_of(request),
            at=at,
            text=text,
            version=version_in(request.POST),
            key=key_in(request.POST),
        )
    except TextTooLong as refusal:
        return refusal_page(request, refusal.reason, status=413)
    except AnswerConflict as conflict:
        return _conflict(request, answer, conflict.answer, text)
    except Refused as refusal:
        if wants_json(request):
            closed = is_closed(answer.entry, at)
            return JsonResponse(_refused(refusal.reason, closed=closed), status=403)
        raise
    if wants_json(request):
        return JsonResponse(_saved(answer, saved))
    return redirect(_next_place(request, answer))


@require_safe
@for_people
def entry_answer_earlier(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """The texts that the answer has had, newest first."""
    answer = own_answer(request, entry, criterion)
    zone = answer.entry.category.edition.zone
    earlier = [
        (moment(each.ended_at, zone), each.person.display_name, each.text)
        for each in revisions_of(answer)[:EARLIER_AT_MOST]
    ]
    context = {
        "edition": answer.entry.category.edition,
        "answer": answer,
        "earlier": earlier,
        "desk_href": address_of(answer),
    }
    return render(request, "entrant/earlier.html", context)


def own_answer(request: HttpRequest, entry_id: UUID, criterion_id: UUID) -> Answer:
    """Return the answer if the person works on its entry; otherwise there is no such page."""
    answer = answer_of(person_of(request), entry_id, criterion_id)
    if answer is None:
        raise Http404
    return answer


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks."""
    return "application/json" in request.headers.get("Accept", "")


def _saved(answer: Answer, saved: SavedAnswer) -> dict[str, object]:
    return {
        "saved": True,
        "version": saved.version,
        "saved_at": saved.saved_at.astimezone(dt.UTC)
        .isoformat(timespec="seconds")
        .replace("+00:00", "Z"),
        "saved_at_text": clock_time(saved.saved_at, answer.entry.category.edition.zone),
        "words": saved.words,
        "limit": saved.word_limit,
    }


def _refused(reason: str, *, closed: bool) -> dict[str, object]:
    return {"saved": False, "signed_out": False, "closed": closed, "reason": reason}


def _conflict(request: HttpRequest, answer: Answer, held: Answer, typed: str) -> HttpResponse:
    zone = answer.entry.category.edition.zone
    is_own = held.saved_by_id == person_of(request).pk
    name = held.saved_by.display_name if held.saved_by else ""
    by = "You" if is_own else name
    at_text = clock_time(held.saved_at, zone) if held.saved_at else ""
    if wants_json(request):
        conflict = {"version": held.version, "text": held.text, "by": by, "at_text": at_text}
        return JsonResponse({"saved": False, "conflict": conflict}, status=409)
    context = {
        "edition": answer.entry.category.edition,
        "entry": answer.entry,
        "answer": answer,
        "held": held,
        "typed": typed,
        "by": by,
        "is_own": is_own,
        "at_text": at_text,
        "desk_href": address_of(answer),
        "key": new_identifier(),
    }
    return render(request, "entrant/conflict.html", context, status=409)


def _next_place(request: HttpRequest, answer: Answer) -> str:
    """Return where a saved form leads: to the criterion it names, or back to the same desk."""
    wanted = request.GET.get("then", "")
    for asked in asked_criteria(answer.entry) if wanted else []:
        if str(asked.criterion_id) == wanted:
            answer.criterion_id = asked.criterion_id
    return address_of(answer)
