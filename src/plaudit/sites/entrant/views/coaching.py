from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.entries.actions.coaching import dismiss_hint, restore_hints, tick_prompts
from plaudit.entries.coaching import coaching_on
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.fields import identifiers_in
from plaudit.sites.entrant.moved import follows_moves
from plaudit.sites.entrant.pages.coaching import coaching_page, hints_as_json
from plaudit.sites.entrant.views.answer import late_page, own_answer, wants_json


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@follows_moves
def entry_hints(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """What the coach says: of the saved answer as a page; to a script, of the text that it sends. Nothing is kept."""
    answer = own_answer(request, entry, criterion)
    asks = request.method == "POST"
    text = request.POST.get("text", "") if asks else answer.text
    coaching = coaching_on(answer.entry, answer.criterion, text)
    if asks and wants_json(request):
        return JsonResponse(hints_as_json(coaching, text))
    verdict = may_write(person_of(request), answer.entry, now())
    context = {
        "edition": answer.entry.category.edition,
        "entry": answer.entry,
        "answer": answer,
        "coaching": coaching_page(coaching, text),
        "may_write": bool(verdict),
    }
    return render(request, "entrant/hints.html", context)


@require_POST
@for_people
def entry_hint_dismissals(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """Put a hint away for everybody who writes the entry."""
    answer = own_answer(request, entry, criterion)
    fingerprint = request.POST.get("fingerprint", "")[:40]
    dismiss_hint(answer.entry, answer.criterion, fingerprint, by=person_of(request), at=now())
    if wants_json(request):
        return JsonResponse({"dismissed": True})
    return redirect("entry_hints", entry=entry, criterion=criterion)


@require_POST
@for_people
def entry_hint_restoration(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """Bring back the hints that were put away."""
    answer = own_answer(request, entry, criterion)
    restore_hints(answer.entry, answer.criterion, by=person_of(request), at=now())
    return redirect("entry_hints", entry=entry, criterion=criterion)


@require_POST
@for_people
def entry_prompt_ticks(request: HttpRequest, entry: UUID, criterion: UUID) -> HttpResponse:
    """Set which prompts the writers hold to be answered."""
    answer = own_answer(request, entry, criterion)
    ticked = identifiers_in(request.POST.getlist("prompt"))
    try:
        tick_prompts(answer.entry, answer.criterion, ticked, by=person_of(request), at=now())
    except Refused as refusal:
        return late_page(request, answer, f"Your ticks were not kept. {refusal.reason}")
    if wants_json(request):
        return JsonResponse({"saved": True})
    return redirect("entry_answer", entry=entry, criterion=criterion)
