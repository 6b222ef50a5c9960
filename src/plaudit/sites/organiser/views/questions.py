from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.programmes.actions.question import store_questions
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.questions import QuestionForms
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.ENTRIES, TeamRole.MEDIA)
@require_http_methods(["GET", "POST"])
def questions(request: HttpRequest, room: Room) -> HttpResponse:
    """The edition's frequent questions."""
    stored = list(room.edition.questions.values_list("question", "answer"))
    typed = QuestionForms(stored, request.POST if request.method == "POST" else None)
    if request.method == "POST" and typed.is_valid():
        store_questions(room.edition, typed.questions(), by=room.person, at=now())
        return to("organiser_questions", said="saved", edition=room.edition.pk)
    return page(
        request,
        room,
        "questions",
        "organiser_settings",
        {"questions": typed.forms},
        forms=typed.forms,
    )
