"""An organisation asks for places at the ceremony, through its awards lead."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.ceremony.queries import event_of
from plaudit.enquiries.actions.registration import ask_for_places
from plaudit.enquiries.queries import places_asked
from plaudit.entries.workspace import editions_for_lead
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.models import Organisation
from plaudit.programmes.models import Edition
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.workspace import PlacesForm
from plaudit.sites.entrant.pages.places import places_page
from plaudit.sites.entrant.views.workspace import led_organisation

ON_SALE = "Tables are on sale now, so there is nothing to ask for: book them instead."


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def workspace_places(request: HttpRequest, organisation: UUID, edition: UUID) -> HttpResponse:
    """How many places the organisation would like; what it asked before stands in the form.

    Once places are on sale, this leads to them.
    """
    own = led_organisation(request, organisation)
    this = _edition(own, edition)
    is_sold = event_of(this) is not None
    if is_sold and request.method != "POST":
        return redirect("workspace_tables", organisation=own.pk, edition=this.pk)
    asked = places_asked(own, [this]).get(this.pk)
    form = PlacesForm(request.POST) if request.method == "POST" else PlacesForm.asked(asked)
    if is_sold:
        form.add_error("places", ON_SALE)
    elif form.is_bound and form.is_valid():
        try:
            ask_for_places(own, this, by=person_of(request), at=now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error("places", refusal.reason)
        else:
            return redirect("workspace", organisation=own.pk)
    context = {
        "organisation": own,
        "form": form,
        "at": places_page(this, asked, now()),
        "here": request.path,
        "tables": reverse("workspace_tables", args=[own.pk, this.pk]) if is_sold else "",
    }
    status = 422 if form.errors else 200
    return render(request, "entrant/workspace_places.html", context, status=status)


def _edition(organisation: Organisation, edition_id: UUID) -> Edition:
    found = editions_for_lead(organisation).filter(pk=edition_id).first()
    if found is None:
        raise Http404
    return found
