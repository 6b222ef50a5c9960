from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.judging.actions.round import change_round
from plaudit.judging.queries import rounds_of
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.edition import change_edition, publish_edition
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.details import DetailsForm
from plaudit.sites.organiser.rendering import page, to


@for_team()
@require_http_methods(["GET", "POST"])
def details(request: HttpRequest, room: Room) -> HttpResponse:
    """The edition's dates, texts and colour."""
    form = DetailsForm(request.POST) if request.method == "POST" else DetailsForm.of(room.edition)
    if form.is_bound and form.is_valid():
        try:
            _change(room, form.cleaned_data)
        except Refused as error:
            form.add_error("closes_at", error.reason)
        else:
            return to("organiser_details", said="saved", edition=room.edition.pk)
    return page(request, room, "details", "organiser_settings", forms=[form])


@transaction.atomic
def _change(room: Room, fields: dict[str, Any]) -> None:
    """Change the edition, and with its judging dates those of the rounds that kept to them."""
    at, edition = now(), room.edition
    before = (edition.judging_opens_at, edition.judging_closes_at)
    change_edition(edition, by=room.person, at=at, **fields)
    after = (edition.judging_opens_at, edition.judging_closes_at)
    for round_ in rounds_of(edition):
        if before != after and (round_.opens_at, round_.closes_at) == before:
            change_round(round_, opens_at=after[0], closes_at=after[1], by=room.person, at=at)


@for_team()
@require_POST
def publication(request: HttpRequest, room: Room) -> HttpResponse:
    """Publish the edition."""
    publish_edition(room.edition, by=room.person, at=now())
    return to("organiser_edition", said="edition-published", edition=room.edition.pk)
