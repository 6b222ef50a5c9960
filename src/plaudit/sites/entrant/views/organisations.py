from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.partner import (
    add_partner,
    change_credit_line,
    move_up,
    remove_partner,
    set_lead,
)
from plaudit.entries.meanwhile import ChangedMeanwhile
from plaudit.entries.models import Entry, Partner, PartnerRole
from plaudit.entries.parts import parts_of
from plaudit.entries.rules import may_write
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused, require
from plaudit.people.actions.organisation import register_organisation
from plaudit.people.models import Organisation
from plaudit.people.queries import find_organisation
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.organisations import CreditLineForm, NewOrganisationForm
from plaudit.sites.entrant.pages.organisations import organisations_page
from plaudit.sites.entrant.saying import said, to


@require_safe
@for_people
def entry_organisations(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The organisations on the entry, and the register to choose more from."""
    own = own_entry(request, entry)
    find = request.GET.get("find", "")[:200]
    return _page(request, own, NewOrganisationForm(initial={"name": find}), find=find)


@require_POST
@for_people
def entry_partners(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Put an organisation of the register on the entry."""
    own = own_entry(request, entry)
    organisation = find_organisation(request.POST.get("organisation", ""))
    if organisation is None:
        raise Http404
    return _added(request, own, organisation)


@require_POST
@for_people
def entry_new_organisation(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Add an organisation to the register and put it on the entry."""
    own, at = own_entry(request, entry), now()
    require(may_write(person_of(request), own, at))
    form = NewOrganisationForm(request.POST)
    if form.is_valid():
        try:
            organisation = register_organisation(**form.cleaned_data, by=person_of(request), at=at)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return _added(request, own, organisation)
    return _page(request, own, form, find=request.POST.get("name", "")[:200], status=422)


@require_POST
@for_people
def entry_partner_removal(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Take an organisation off the entry; one that was asked to confirm only after a second look.

    Sent twice, it is taken off once.
    """
    own, at = own_entry(request, entry), now()
    require(may_write(person_of(request), own, at))
    found = own.partners.select_related("organisation").filter(pk=partner).first()
    if found is None:
        return to("entry_organisations", "organisation-off", entry=own.pk)
    found.entry = own
    if "sure" not in request.POST and found.requests.exists():
        context = {"edition": own.category.edition, "entry": own, "partner": found}
        return render(request, "entrant/partner_removal.html", context)
    remove_partner(found, by=person_of(request), at=at)
    return to("entry_organisations", "organisation-off", entry=own.pk)


@require_POST
@for_people
def entry_partner_lead(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Make an organisation on the entry its lead."""
    own = own_entry(request, entry)
    set_lead(own, _partner(own, partner).organisation, by=person_of(request), at=now())
    return to("entry_organisations", "lead", entry=own.pk)


@require_POST
@for_people
def entry_partner_place(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Move a joint partner one place up in the order of credit."""
    own = own_entry(request, entry)
    move_up(_partner(own, partner), by=person_of(request), at=now())
    return to("entry_organisations", "moved-up", entry=own.pk)


@require_POST
@for_people
def entry_partner_credit(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Write what an organisation did."""
    own, by, at = own_entry(request, entry), person_of(request), now()
    found = _partner(own, partner)
    form = CreditLineForm(found, request.POST)
    if not form.is_valid():
        return _page(request, own, NewOrganisationForm(), sent=form, status=422)
    try:
        change_credit_line(found, by=by, at=at, version=form.version, **form.cleaned_data)
    except ChangedMeanwhile:
        form = form.beside(_partner(own, partner))
        return _page(request, own, NewOrganisationForm(), sent=form, status=409)
    return to("entry_organisations", "credit", entry=own.pk)


def _partner(entry: Entry, partner_id: UUID) -> Partner:
    partner = entry.partners.select_related("organisation").filter(pk=partner_id).first()
    if partner is None:
        raise Http404
    partner.entry = entry
    return partner


def _added(request: HttpRequest, entry: Entry, organisation: Organisation) -> HttpResponse:
    put = set_lead if request.POST.get("role") == PartnerRole.LEAD else add_partner
    put(entry, organisation, by=person_of(request), at=now())
    return to("entry_organisations", "organisation", entry=entry.pk)


def _page(
    request: HttpRequest,
    entry: Entry,
    form: NewOrganisationForm,
    *,
    find: str = "",
    sent: CreditLineForm | None = None,
    status: int = 200,
) -> HttpResponse:
    verdict = may_write(person_of(request), entry, now())
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "messages": said(request),
        "form": form,
        "sent": sent,
        "has_errors": bool(form.errors or (sent and sent.errors)),
        "organisations": organisations_page(entry, parts_of(entry), find, now(), sent),
        "may_write": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/organisations.html", context, status=status)
