"""What an organisation's awards lead sees of all its entries."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.membership import ask_to_lead
from plaudit.entries.workspace import entries_for_lead
from plaudit.kit.clock import now
from plaudit.people.models import Organisation
from plaudit.people.queries import find_organisation, organisations_led_by, search_organisations
from plaudit.people.rules import leads_awards_of
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.workspace import RequestForm
from plaudit.sites.entrant.pages.workspace import workspace_page

PAGE = 50


@require_safe
@for_people
def workspaces(request: HttpRequest) -> HttpResponse:
    """The organisations whose awards the person leads, and how to ask for another."""
    find = request.GET.get("find", "")[:200]
    person = person_of(request)
    waiting = person.memberships.filter(granted_at__isnull=True, ended_at__isnull=True)
    context = {
        "led": organisations_led_by(person),
        "waiting": [each.organisation for each in waiting.select_related("organisation")],
        "find": find,
        "found": search_organisations(find, limit=10),
    }
    return render(request, "entrant/workspaces.html", context)


@require_POST
@for_people
def workspace_requests(request: HttpRequest) -> HttpResponse:
    """Ask to be an organisation's awards lead."""
    form = RequestForm(request.POST)
    organisation = find_organisation(request.POST.get("organisation", ""))
    if organisation is None or not form.is_valid():
        raise Http404
    ask_to_lead(organisation, by=person_of(request), at=now(), note=form.cleaned_data["note"])
    return redirect("workspaces")


@require_safe
@for_people
def workspace(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Every entry that carries the organisation's name."""
    own = led_organisation(request, organisation)
    shown = Paginator(entries_for_lead(own), PAGE).get_page(request.GET.get("page"))
    context = {"organisation": own, "page": shown, "space": workspace_page(own, shown, now())}
    return render(request, "entrant/workspace.html", context)


def led_organisation(request: HttpRequest, organisation: UUID) -> Organisation:
    """Return the organisation if the person leads its awards; otherwise there is no such page."""
    found = find_organisation(str(organisation))
    if found is None or not leads_awards_of(person_of(request), found):
        raise Http404
    return found
