from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.answer import (
    SavedAnswer,
    TextTooLong,
    save_answer,
)
from plaudit.entries.actions.coaching import tick_prompts
from plaudit.entries.closing import closing_for
from plaudit.entries.models import Answer
from plaudit.entries.moves import place_now
from plaudit.entries.parts import asked_criteria
from plaudit.entries.queries import answer_of, writing_desk, written_since
from plaudit.entries.tokens import opened_at_in
from plaudit.kit.clock import now
from plaudit.kit.dates import clock_time
from plaudit.kit.verdict import Refused
from plaudit.sites.components.phones import is_on_phone
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.fields import identifiers_in, version_in
from plaudit.sites.entrant.moved import NoAnswerThere, follows_moves
from plaudit.sites.entrant.openings import recall_opening
from plaudit.sites.entrant.pages.answer import address_of, answer_page, joined_words
from plaudit.sites.entrant.pages.state import is_closed

PARKED = (
    "The entry was moved to another category, which does not ask this. The answer is parked under Category, "
    "and nothing was added to it."
)


@require_safe
@for_people
@follows_moves
def entry_answer(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """The writing desk: one answer, its prompts, and what stands beside it."""
    person = person_of(request)
    desk = writing_desk(person, entry, criterion)
    if desk is None:
        raise NoAnswerThere
    own = desk.answer.entry
    recall_opening(request, own, person)
    context = {
        "edition": own.category.edition,
        "entry": own,
        "answer": desk.answer,
        "desk": answer_page(desk, person, now()),
        "messages": _joined(request, desk.answer),
        "on_phone": is_on_phone(request),
    }
    return render(request, "entrant/answer.html", context)


@require_POST
@for_people
def entry_answer_text(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """Save the answer: to a script in JSON, to a person by going back to the desk. "Keep ticks" keeps them, too."""
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
            opened_at=opened_at_of(request, entry),
        )
        if "ticks" in request.POST:
            ticked = identifiers_in(request.POST.getlist("prompt"))
            tick_prompts(answer.entry, answer.criterion, ticked, by=person_of(request), at=at)
    except TextTooLong as refusal:
        return refusal_page(request, refusal.reason, status=413)
    except Refused as refusal:
        if wants_json(request):
            closed = is_closed(answer.entry, at)
            return JsonResponse(_refused(refusal.reason, closed=closed), status=403)
        return late_page(request, answer, f"Your words were not saved. {refusal.reason}")
    if wants_json(request):
        return JsonResponse(_saved(answer, saved))
    place = _next_place(request, answer)
    if saved.is_merged and "then" not in request.GET:
        place += f"?joined={max(0, version_in(request.POST))}"
    return redirect(place)


def late_page(request: HttpRequest, answer: Answer, reason: str) -> HttpResponse:
    """Answer a form of the desk that was refused: with what was typed, the way back, and closing in the title."""
    at = now()
    is_late = at > closing_for(answer.entry) and is_closed(answer.entry, at)
    title = "Entries have closed" if is_late else ""
    return refusal_page(
        request, reason, title=title, back=(address_of(answer), "Back to the answer")
    )


def opened_at_of(request: HttpRequest, entry_id: UUID) -> dt.datetime | None:
    """Return since when the posted form was open, where its token says so."""
    token = request.POST.get("opened", "")
    return opened_at_in(token, entry_id=entry_id, person_id=person_of(request).pk)


def own_answer(request: HttpRequest, entry_id: UUID, criterion_id: UUID) -> Answer:
    """Return the answer if the person works on its entry; otherwise there is no such page.

    A form that was open while the entry was moved is for the answer where it is now. Raises Refused when that
    is parked.
    """
    person = person_of(request)
    answer = answer_of(person, entry_id, criterion_id)
    if answer is None and request.method == "POST":
        place = place_now(own_entry(request, entry_id), criterion_id)
        if place is None:
            raise NoAnswerThere
        if place.criterion_id is None:
            raise Refused(PARKED)
        answer = answer_of(person, entry_id, place.criterion_id)
    if answer is None:
        raise NoAnswerThere
    recall_opening(request, answer.entry, person)
    return answer


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks."""
    return "application/json" in request.headers.get("Accept", "")


def _joined(request: HttpRequest, answer: Answer) -> list[str]:
    """Return whose changes came in while the form that was just saved was open."""
    version = request.GET.get("joined", "")
    if not version.isdecimal() or len(version) > 9:
        return []
    people = written_since(answer, int(version), without=person_of(request))
    return [joined_words([each.display_name for each in people])] if people else []


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


def _next_place(request: HttpRequest, answer: Answer) -> str:
    """Return where a saved form leads: to the criterion it names, or back to the same desk."""
    wanted = request.GET.get("then", "")
    for asked in asked_criteria(answer.entry) if wanted else []:
        if str(asked.criterion_id) == wanted:
            answer.criterion_id = asked.criterion_id
    return address_of(answer)
