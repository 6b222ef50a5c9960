"""Who works for an organisation, kept by its awards lead."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.entries.actions.membership import answer_request, end_membership, grant_membership
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.models import Membership, Organisation
from plaudit.people.queries import memberships_at
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.workspace import IS, MemberForm
from plaudit.sites.entrant.views.workspace import led_organisation


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def workspace_people(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Awards leads, members and who asks to be one; add somebody."""
    own = led_organisation(request, organisation)
    form = MemberForm(request.POST) if request.method == "POST" else MemberForm()
    if form.is_bound and form.is_valid():
        try:
            grant_membership(own, **form.cleaned_data, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error("email", refusal.reason)
        else:
            return redirect("workspace_people", organisation=own.pk)
    rows = list(memberships_at(own))
    context = {
        "organisation": own,
        "form": form,
        "hints": IS,
        "requests": [each for each in rows if each.granted_at is None],
        "members": [each for each in rows if each.granted_at is not None],
    }
    status = 422 if form.errors else 200
    return render(request, "entrant/workspace_people.html", context, status=status)


@require_POST
@for_people
def workspace_answer(request: HttpRequest, organisation: UUID, membership: UUID) -> HttpResponse:
    """Grant a request, or turn it down."""
    own = led_organisation(request, organisation)
    is_granted = request.POST.get("answer") == "yes"
    answer_request(
        _membership(own, membership), is_granted=is_granted, by=person_of(request), at=now()
    )
    return redirect("workspace_people", organisation=own.pk)


@require_POST
@for_people
def workspace_end(request: HttpRequest, organisation: UUID, membership: UUID) -> HttpResponse:
    """Record that somebody has left, or no longer leads the awards."""
    own = led_organisation(request, organisation)
    found = _membership(own, membership)
    end_membership(found, by=person_of(request), at=now())
    if found.person_id == person_of(request).pk and found.role == "awards_lead":
        return redirect("workspaces")
    return redirect("workspace_people", organisation=own.pk)


def _membership(organisation: Organisation, membership_id: UUID) -> Membership:
    found = organisation.memberships.filter(pk=membership_id).first()
    if found is None:
        raise Http404
    found.organisation = organisation
    return found
