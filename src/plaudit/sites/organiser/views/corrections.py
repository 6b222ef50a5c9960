from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused, require
from plaudit.programmes.models import Category
from plaudit.results.actions.correction import correct_awards
from plaudit.results.queries import corrections_of, decisions_made, decisions_of
from plaudit.results.rules import may_correct
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.correction import CorrectionForms, ReasonForm
from plaudit.sites.organiser.forms.decision import DecisionForms
from plaudit.sites.organiser.pages.corrections import (
    correction_rows,
    corrections_so_far,
    entries_to_correct,
)
from plaudit.sites.organiser.paging import paged
from plaudit.sites.organiser.rendering import page, to
from plaudit.sites.organiser.views.category import category_in


@for_team()
@require_http_methods(["GET", "POST"])
def corrections(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """Correct the announced awards of one category, all that is typed or none of it."""
    shown = category_in(room, category)
    allowed = may_correct(room.edition, now())
    if request.method == "GET" and not allowed:
        return redirect("organiser_result", edition=room.edition.pk, category=shown.pk)
    require(allowed)
    if request.method == "GET":
        return _shown(request, room, shown, None, ReasonForm(initial=_seen(shown)))
    typed, why = CorrectionForms.typed(request.POST), ReasonForm(request.POST)
    if typed.is_valid() and why.is_valid():
        try:
            correct_awards(shown, typed.chosen(), **why.cleaned_data, by=room.person, at=now())
        except Refused as error:
            why.add_error(None, error.reason)
        else:
            return to(
                "organiser_result", said="corrected", edition=room.edition.pk, category=shown.pk
            )
    return _shown(request, room, shown, typed, why)


def _seen(category: Category) -> dict[str, int]:
    return {"seen": decisions_made(category)}


def _shown(
    request: HttpRequest,
    room: Room,
    category: Category,
    typed: DecisionForms | None,
    why: ReasonForm,
) -> HttpResponse:
    standing = decisions_of(category)
    found = paged(request, entries_to_correct(category, standing))
    rows = correction_rows(found.object_list)
    forms = typed or CorrectionForms.of(rows, standing)
    context = {
        "category": category,
        "rows": rows,
        "awards": forms.by_entry,
        "why": why,
        "shown": found,
        "history": corrections_so_far(room.edition, corrections_of(category)),
    }
    return page(
        request, room, "corrections", "organiser_results", context, forms=[why, *forms.forms]
    )
