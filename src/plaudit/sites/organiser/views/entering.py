from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.declaration import store_declarations
from plaudit.programmes.actions.edition import change_edition
from plaudit.programmes.models import DeclarationKind
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.entering import EnteringForm
from plaudit.sites.organiser.rendering import page, to


@for_team()
@require_http_methods(["GET", "POST"])
def entering(request: HttpRequest, room: Room) -> HttpResponse:
    """What entrants declare, when drafts are reminded, and the grace at closing."""
    form = EnteringForm(request.POST) if request.method == "POST" else EnteringForm.of(room.edition)
    if form.is_bound and form.is_valid():
        try:
            _store(room, form)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return to("organiser_entering", said="saved", edition=room.edition.pk)
    asked = [(form[f"asks-{kind}"], form[f"text-{kind}"]) for kind in DeclarationKind]
    return page(
        request, room, "entering", "organiser_settings", {"declarations": asked}, forms=[form]
    )


@transaction.atomic
def _store(room: Room, form: EnteringForm) -> None:
    change_edition(
        room.edition,
        by=room.person,
        at=now(),
        grace_minutes=form.cleaned_data["grace_minutes"],
        reminder_hours=form.cleaned_data["reminder_hours"],
    )
    store_declarations(room.edition, form.declarations(), by=room.person, at=now())
