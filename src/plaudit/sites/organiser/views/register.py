"""The register of organisations: search, read, change."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.actions.register import change_organisation
from plaudit.people.merging import counted
from plaudit.people.models import Organisation, OrganisationKind
from plaudit.people.queries import (
    find_organisation,
    memberships_at,
    merges_of,
    open_requests,
    register_rows,
)
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.register import MemberForm, OrganisationForm
from plaudit.sites.organiser.pages.register import register_row
from plaudit.sites.organiser.paging import paged, rest_of_query
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.ENTRIES)
@require_GET
def organisations(request: HttpRequest, room: Room) -> HttpResponse:
    """The register, searched by any name or code, and who asks to be an awards lead."""
    find, kind = request.GET.get("find", "")[:200], request.GET.get("kind", "")
    kind = kind if kind in OrganisationKind.values else ""
    shown = paged(request, register_rows(find, kind))
    context = {
        "rows": [register_row(each) for each in shown.object_list],
        "shown": shown,
        "find": find,
        "kind": kind,
        "kinds": OrganisationKind.choices,
        "requests": list(open_requests()[:50]),
        "query": rest_of_query(request),
    }
    return page(request, room, "register", "organiser_settings", context)


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def organisation(request: HttpRequest, room: Room, organisation: UUID) -> HttpResponse:
    """One organisation: what it is called, its codes, its people, and what was merged into it."""
    shown = organisation_in_register(organisation)
    form = (
        OrganisationForm(request.POST) if request.method == "POST" else OrganisationForm.of(shown)
    )
    if form.is_bound and form.is_valid():
        try:
            change_organisation(shown, **form.changes(), by=room.person, at=now())
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return to(
                "organiser_organisation",
                said="saved",
                edition=room.edition.pk,
                organisation=shown.pk,
            )
    return organisation_page(request, room, shown, form, MemberForm())


def organisation_page(
    request: HttpRequest,
    room: Room,
    shown: Organisation,
    form: OrganisationForm,
    member_form: MemberForm,
) -> HttpResponse:
    """Answer with the organisation's page."""
    rows = list(memberships_at(shown))
    context = {
        "organisation": shown,
        "fields": form,
        "member_form": member_form,
        "codes": [form[name] for name in form.fields if name.startswith("code_")],
        "counts": counted(shown),
        "parts": list(shown.children.order_by("name")[:50]),
        "merges": merges_of(shown),
        "requests": [each for each in rows if each.granted_at is None],
        "members": [each for each in rows if each.granted_at is not None],
    }
    forms = [form, member_form]
    return page(request, room, "organisation", "organiser_settings", context, forms=forms)


def organisation_in_register(organisation: UUID) -> Organisation:
    """Return the organisation, or what it was merged into, or answer 404."""
    found = find_organisation(str(organisation))
    if found is None:
        raise Http404
    return found
