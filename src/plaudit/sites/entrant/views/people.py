from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.contributor import (
    invite_contributor,
    open_invitations,
    remove_contributor,
    revoke_invitation,
)
from plaudit.entries.models import ContributorLevel, Entry
from plaudit.entries.queries import contributors_of
from plaudit.entries.rules import may_invite
from plaudit.kit.clock import now
from plaudit.kit.dates import short_day
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.people import MAY, InvitationForm


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
            return redirect("entry_people", entry=own.pk)
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
    return redirect("entry_people", entry=own.pk)


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
        return redirect("entry_list")
    return redirect("entry_people", entry=own.pk)


def _page(
    request: HttpRequest, entry: Entry, form: InvitationForm, status: int = 200
) -> HttpResponse:
    person, zone = person_of(request), entry.category.edition.zone
    may = may_invite(person, entry)
    context = {
        "edition": entry.category.edition,
        "entry": entry,
        "form": form,
        "levels": MAY,
        "may_invite": bool(may),
        "why_not": may.reason,
        "people": [
            {
                "id": each.pk,
                "name": each.person.display_name,
                "email": each.person.email if each.person.name else "",
                "level": each.get_level_display(),
                "is_you": each.person_id == person.pk,
                "may_go": each.level != ContributorLevel.OWNER
                and (bool(may) or each.person_id == person.pk),
            }
            for each in contributors_of(entry)
        ],
        "invitations": [
            (each.pk, each.email, each.get_level_display(), short_day(each.invited_at, zone))
            for each in open_invitations(entry)
        ],
    }
    return render(request, "entrant/people.html", context, status=status)
