"""Asking a partner's named person to confirm."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.partner_request import ask_again, ask_partner, replace_link
from plaudit.entries.confirmations import Standing, standings_of
from plaudit.entries.models import Entry, Partner, PartnerRequest
from plaudit.entries.parts import parts_of
from plaudit.entries.reading import reading_of
from plaudit.entries.rules import may_ask_partners
from plaudit.entries.sharing import last_word_of, words_of
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.confirmation import PartnerPersonForm
from plaudit.sites.entrant.pages.confirmation import (
    changes_since,
    link_state,
    partner_title,
    said_sentence,
    standing_lines,
)


@require_safe
@for_people
def entry_partner_confirmation(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Where a partner stands: who is asked, what they said, what changed since."""
    own = own_entry(request, entry)
    return _page(request, _partner(own, partner), None)


@require_POST
@for_people
def entry_partner_requests(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Name the person who speaks for the partner, and mail them the link."""
    found, form = _partner(own_entry(request, entry), partner), PartnerPersonForm(request.POST)
    if form.is_valid():
        try:
            ask_partner(found, **form.cleaned_data, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return _back(found)
    return _page(request, found, form, status=422)


@require_POST
@for_people
def entry_partner_reminder(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Mail the link that stands again."""
    found = _partner(own_entry(request, entry), partner)
    ask_again(_standing_request(found), by=person_of(request), at=now())
    return _back(found)


@require_POST
@for_people
def entry_partner_new_link(request: HttpRequest, entry: UUID, partner: UUID) -> HttpResponse:
    """Close the link that stands and mail a new one to the same person."""
    found = _partner(own_entry(request, entry), partner)
    replace_link(_standing_request(found), by=person_of(request), at=now())
    return _back(found)


def _partner(entry: Entry, partner_id: UUID) -> Partner:
    partner = entry.partners.select_related("organisation").filter(pk=partner_id).first()
    if partner is None:
        raise Http404
    partner.entry = entry
    return partner


def _standing_request(partner: Partner) -> PartnerRequest:
    found = partner.requests.filter(replaced_at__isnull=True).first()
    if found is None:
        raise Http404
    found.partner = partner
    return found


def _back(partner: Partner) -> HttpResponse:
    return redirect("entry_partner_confirmation", entry=partner.entry_id, partner=partner.pk)


def _page(
    request: HttpRequest, partner: Partner, form: PartnerPersonForm | None, status: int = 200
) -> HttpResponse:
    entry, at = partner.entry, now()
    parts = parts_of(entry)
    snapshot = reading_of(entry, at, parts)
    standing = next(
        each for each in standings_of(entry, parts, lambda: snapshot) if each.partner == partner
    )
    verdict = may_ask_partners(person_of(request), entry, at)
    asked = standing.request
    if asked is not None:
        asked.partner = partner
    last = last_word_of(partner) if standing.standing == Standing.ASKED_AGAIN else None
    words = words_of(partner)
    for word in words:
        word.entry = entry
    named = {"name": asked.name, "email": asked.email} if asked else None
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "partner": partner,
        "title": partner_title(partner),
        "line": standing_lines([standing]).get(partner.pk),
        "link": link_state(asked, at) if asked else "",
        "words": [(said_sentence(each), each.note) for each in words],
        "changes": changes_since(last, snapshot) if last else [],
        "form": form or PartnerPersonForm(initial=named),
        "may_ask": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/partner_confirmation.html", context, status=status)
