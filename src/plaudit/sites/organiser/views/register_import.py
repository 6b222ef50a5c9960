"""Bringing a file of organisations into the register. Nothing is stored before the last step, which the worker does."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.actions.register_import import ask_to_store, bring_file, plan_of
from plaudit.people.models import ImportState, RegisterImport
from plaudit.people.queries import register_import
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.register import RegisterFileForm
from plaudit.sites.organiser.pages.register import plan_shown
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, room: Room) -> HttpResponse:
    """Choose a file to look at."""
    form = RegisterFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            brought = bring_file(
                file.read(),
                file.name,
                ods_kind=form.cleaned_data["ods_kind"],
                by=room.person,
                at=now(),
            )
        except Refused as refusal:
            form.add_error("file", refusal.reason)
        else:
            return to("organiser_register_import", edition=room.edition.pk, brought=brought.pk)
    if request.method == "POST" and not form.is_bound:
        form = RegisterFileForm({})
    return page(request, room, "register_file", "organiser_settings", forms=[form])


@for_team(TeamRole.ENTRIES)
@require_GET
def review(request: HttpRequest, room: Room, brought: UUID) -> HttpResponse:
    """What the file would do, how far the storing is, or what came of it; problems by the number of their row."""
    held = _brought(room, brought)
    plan = plan_shown(plan_of(held)) if held.state == ImportState.READ else None
    context = {"brought": held, "plan": plan}
    return page(request, room, "register_import", "organiser_settings", context)


@for_team(TeamRole.ENTRIES)
@require_POST
def storing(request: HttpRequest, room: Room, brought: UUID) -> HttpResponse:
    """Have the worker put the file's organisations into the register; the file's page tells how far it is."""
    held = _brought(room, brought)
    ask_to_store(held, by=room.person, at=now())
    return to("organiser_register_import", edition=room.edition.pk, brought=held.pk)


def _brought(room: Room, brought: UUID) -> RegisterImport:
    """Return the file if the person brought it; others' files are not there."""
    held = register_import(room.person, brought)
    if held is None:
        raise Http404
    return held
