from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.kit.clock import now
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.programmes.actions.team import add_team_member, remove_team_member
from plaudit.programmes.queries import team_of
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.team import MemberForm
from plaudit.sites.organiser.rendering import page, to


@for_team()
@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, room: Room) -> HttpResponse:
    """Who organises, and as what."""
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _add(room, form.cleaned_data["email"], form.cleaned_data["role"])
        return to("organiser_team", said="saved", edition=room.edition.pk)
    context = {"form": form, "members": team_of(room.edition)}
    return page(request, room, "team", "organiser_settings", context, forms=[form])


@transaction.atomic
def _add(room: Room, email: str, role: str) -> None:
    at = now()
    person = person_for_sign_in(email, at=at)
    add_team_member(room.edition.programme, person=person, role=role, by=room.person, at=at)


@for_team()
@require_POST
def removal(request: HttpRequest, room: Room, member: UUID) -> HttpResponse:
    """Take a role away from somebody."""
    held = team_of(room.edition).filter(pk=member).first()
    if held is None:
        raise Http404
    remove_team_member(held, by=room.person, at=now())
    return to("organiser_team", said="removed", edition=room.edition.pk)
