from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.contributor import (
    change_level,
    invite_contributor,
    remove_contributor,
    revoke_invitation,
)
from plaudit.entries.actions.handover import hand_over
from plaudit.entries.actions.link import make_link, revoke_link
from plaudit.entries.models import Entry
from plaudit.entries.rules import may_hand_over
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused, require
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.people import (
    MAY,
    HandoverForm,
    InvitationForm,
    LevelForm,
    LinkForm,
)
from plaudit.sites.entrant.pages.people import people_page
from plaudit.sites.entrant.saying import said, to


@require_safe
@for_people
def entry_people(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Who works on the entry, and who is invited."""
    return _page(request, own_entry(request, entry), InvitationForm())


@require_POST
@for_people
def entry_invitations(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Invite somebody by mail."""
    own, form = own_entry(request, entry), InvitationForm(request.POST)
    if form.is_valid():
        try:
            invite_contributor(own, **form.cleaned_data, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error("email", refusal.reason)
        else:
            return to("entry_people", "invited", entry=own.pk)
    return _page(request, own, form, status=422)


@require_POST
@for_people
def entry_invitation_revocation(
    request: HttpRequest, entry: UUID, invitation: UUID
) -> HttpResponse:
    """Close an invitation that waits for an answer."""
    own = own_entry(request, entry)
    found = own.invitations.filter(pk=invitation).first()
    if found is None:
        raise Http404
    found.entry = own
    revoke_invitation(found, by=person_of(request), at=now())
    return to("entry_people", "invitation-closed", entry=own.pk)


@require_POST
@for_people
def entry_contributor_removal(request: HttpRequest, entry: UUID, contributor: UUID) -> HttpResponse:
    """Take somebody off the entry, or leave it."""
    own = own_entry(request, entry)
    found = own.contributors.filter(pk=contributor).first()
    if found is None:
        raise Http404
    found.entry = own
    remove_contributor(found, by=person_of(request), at=now())
    if found.person_id == person_of(request).pk:
        return to("entry_list", "left")
    return to("entry_people", "person-off", entry=own.pk)


@require_POST
@for_people
def entry_contributor_level(request: HttpRequest, entry: UUID, contributor: UUID) -> HttpResponse:
    """Change what somebody may do with the entry."""
    own, form = own_entry(request, entry), LevelForm(request.POST)
    found = own.contributors.filter(pk=contributor).first()
    if found is None:
        raise Http404
    found.entry = own
    level = form.cleaned_data["level"] if form.is_valid() else ""
    change_level(found, level=level, by=person_of(request), at=now())
    return to("entry_people", "level", entry=own.pk)


@require_POST
@for_people
def entry_links(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Make a link to share."""
    own, form = own_entry(request, entry), LinkForm(request.POST)
    if form.is_valid():
        try:
            make_link(own, **form.cleaned_data, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return to("entry_people", "link", part="links", entry=own.pk)
    return _page(request, own, InvitationForm(), link=form, status=422)


@require_POST
@for_people
def entry_link_revocation(request: HttpRequest, entry: UUID, link: UUID) -> HttpResponse:
    """Close a shared link. Who came by it stays."""
    own = own_entry(request, entry)
    found = own.links.filter(pk=link).first()
    if found is None:
        raise Http404
    found.entry = own
    revoke_link(found, by=person_of(request), at=now())
    return to("entry_people", "link-closed", part="links", entry=own.pk)


@require_POST
@for_people
def entry_handover(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Hand the entry over to somebody who works on it."""
    own, person = own_entry(request, entry), person_of(request)
    require(may_hand_over(person, own))
    heirs = people_page(own, person, now()).heirs
    form = HandoverForm(request.POST, people=heirs)
    if form.is_valid():
        heir = own.contributors.get(pk=form.cleaned_data["contributor"])
        hand_over(own, to=heir, by=person, at=now(), reason=form.cleaned_data["reason"])
        return to("entry_people", "handed-over", entry=own.pk)
    return _page(request, own, InvitationForm(), handover=form, status=422)


def _page(
    request: HttpRequest,
    entry: Entry,
    form: InvitationForm,
    *,
    link: LinkForm | None = None,
    handover: HandoverForm | None = None,
    status: int = 200,
) -> HttpResponse:
    page = people_page(entry, person_of(request), now())
    link, handover = link or LinkForm(), handover or HandoverForm(people=page.heirs)
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "messages": said(request),
        "form": next((each for each in (link, handover) if each.errors), form),
        "invitation_form": form,
        "link_form": link,
        "handover_form": handover,
        "levels": MAY,
        "page": page,
    }
    return render(request, "entrant/people.html", context, status=status)
