"""Who leads an organisation's awards, as the organiser's entries desk says."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from plaudit.entries.actions.membership import answer_request, end_membership, grant_membership
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.models import Membership, Organisation
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.register import MemberForm, OrganisationForm
from plaudit.sites.organiser.rendering import to
from plaudit.sites.organiser.views.register import organisation_in_register, organisation_page


@for_team(TeamRole.ENTRIES)
@require_POST
def members(request: HttpRequest, room: Room, organisation: UUID) -> HttpResponse:
    """Say that somebody works there, or leads the awards there."""
    shown, form = organisation_in_register(organisation), MemberForm(request.POST)
    if form.is_valid():
        try:
            grant_membership(shown, **form.cleaned_data, by=room.person, at=now())
        except Refused as refusal:
            form.add_error("email", refusal.reason)
        else:
            return _back(room, shown)
    return organisation_page(request, room, shown, OrganisationForm.of(shown), form)


@for_team(TeamRole.ENTRIES)
@require_POST
def answer(request: HttpRequest, room: Room, organisation: UUID, membership: UUID) -> HttpResponse:
    """Grant a request to lead the awards, or turn it down."""
    shown = organisation_in_register(organisation)
    answer_request(
        _membership(shown, membership),
        is_granted=request.POST.get("answer") == "yes",
        by=room.person,
        at=now(),
    )
    return _back(room, shown)


@for_team(TeamRole.ENTRIES)
@require_POST
def end(request: HttpRequest, room: Room, organisation: UUID, membership: UUID) -> HttpResponse:
    """Record that somebody no longer works there, or no longer leads the awards."""
    shown = organisation_in_register(organisation)
    end_membership(_membership(shown, membership), by=room.person, at=now())
    return _back(room, shown)


def _membership(organisation: Organisation, membership_id: UUID) -> Membership:
    found = organisation.memberships.filter(pk=membership_id).first()
    if found is None:
        raise Http404
    found.organisation = organisation
    return found


def _back(room: Room, organisation: Organisation) -> HttpResponse:
    return to(
        "organiser_organisation",
        said="saved",
        edition=room.edition.pk,
        organisation=organisation.pk,
    )
