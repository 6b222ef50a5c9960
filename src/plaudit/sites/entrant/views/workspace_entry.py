"""One entry in an organisation's workspace: its text where the organisation leads it, a word, a takeover."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.approval import say_approval
from plaudit.entries.actions.handover import take_over
from plaudit.entries.leads import may_read_as_lead, may_take_over
from plaudit.entries.models import Entry
from plaudit.entries.reading import reading_of
from plaudit.entries.sharing import approvals_of, people_of
from plaudit.entries.workspace import entry_for_lead
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.models import Organisation
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.workspace import ApprovalForm, TakeoverForm
from plaudit.sites.entrant.pages.snapshot import snapshot_page
from plaudit.sites.entrant.pages.state import entry_title
from plaudit.sites.entrant.pages.workspace import role_words
from plaudit.sites.entrant.views.workspace import led_organisation


@require_safe
@for_people
def workspace_entry(request: HttpRequest, organisation: UUID, entry: UUID) -> HttpResponse:
    """The entry, with its text where the organisation leads it."""
    own = led_organisation(request, organisation)
    return _page(request, own, _entry(own, entry))


@require_POST
@for_people
def workspace_approvals(request: HttpRequest, organisation: UUID, entry: UUID) -> HttpResponse:
    """Say whether the organisation approves."""
    own = led_organisation(request, organisation)
    found, form = _entry(own, entry), ApprovalForm(request.POST)
    if form.is_valid():
        try:
            say_approval(
                found,
                own,
                is_approved=form.cleaned_data["word"] == "yes",
                note=form.cleaned_data["note"],
                by=person_of(request),
                at=now(),
            )
        except Refused as refusal:
            form.add_error("note", refusal.reason)
        else:
            return redirect("workspace_entry", organisation=own.pk, entry=found.pk)
    return _page(request, own, found, approval=form, status=422)


@require_POST
@for_people
def workspace_owner(request: HttpRequest, organisation: UUID, entry: UUID) -> HttpResponse:
    """Take the entry over from an owner who has left."""
    own = led_organisation(request, organisation)
    found, form = _entry(own, entry), TakeoverForm(request.POST)
    if form.is_valid():
        take_over(found, own, by=person_of(request), at=now(), reason=form.cleaned_data["reason"])
        return redirect("entry_desk", entry=found.pk)
    return _page(request, own, found, takeover=form, status=422)


def _entry(organisation: Organisation, entry_id: UUID) -> Entry:
    found = entry_for_lead(organisation, entry_id)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    organisation: Organisation,
    entry: Entry,
    *,
    approval: ApprovalForm | None = None,
    takeover: TakeoverForm | None = None,
    status: int = 200,
) -> HttpResponse:
    person, at = person_of(request), now()
    people = people_of(entry)
    owner = next(each.person for each in people if each.level == "owner")
    may_read = may_read_as_lead(person, entry, organisation)
    may_take = may_take_over(person, entry, organisation, owner, at)
    forms = [each for each in (approval, takeover) if each is not None]
    context = {
        "edition": entry.category.edition,
        "organisation": organisation,
        "entry": entry,
        "title": entry_title(entry),
        "role": role_words(entry),
        "read": snapshot_page(reading_of(entry, at)) if may_read else None,
        "why_not_read": may_read.reason,
        "people": [(each.person.display_name, each.get_level_display()) for each in people],
        "approvals": [
            each for each in approvals_of(entry) if each.organisation_id == organisation.pk
        ],
        "may_take_over": bool(may_take),
        "why_not_take": may_take.reason,
        "owner": owner.display_name,
        "is_own": owner.pk == person.pk,
        "form": next(iter(forms), ApprovalForm()),
        "approval_form": approval or ApprovalForm(),
        "takeover_form": takeover or TakeoverForm(),
    }
    return render(request, "entrant/workspace_entry.html", context, status=status)
