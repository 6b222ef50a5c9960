from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.submission import submit_entry
from plaudit.entries.closing import form_opened_at
from plaudit.entries.parts import parts_of
from plaudit.entries.queries import submissions_of
from plaudit.entries.rules import level_of
from plaudit.entries.tokens import mint_token, opened_at_in
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.fields import key_in
from plaudit.sites.entrant.pages.check import check_page
from plaudit.sites.entrant.saying import said


@require_safe
@for_people
def entry_check(request: HttpRequest, entry: UUID) -> HttpResponse:
    """What is missing, and the entry as judges will read it."""
    own, person, at = own_entry(request, entry), person_of(request), now()
    opened_at = form_opened_at(own, person, at)
    page = check_page(own, person, at, parts_of(own), submissions_of(own), opened_at)
    context = {
        "edition": own.category.edition,
        "entry": own,
        "messages": said(request),
        "check": page,
        "key": new_identifier(),
        "opened": mint_token(own, person, level_of(person, own) or "", at=at, opened_at=opened_at),
    }
    return render(request, "entrant/check.html", context)


@require_POST
@for_people
def entry_submissions(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Submit the entry as it stands, and show the receipt."""
    own, key, person = own_entry(request, entry), key_in(request.POST), person_of(request)
    opened_at = opened_at_in(request.POST.get("opened", ""), entry_id=own.pk, person_id=person.pk)
    try:
        submission = submit_entry(
            own, by=person, at=now(), key=key or new_identifier(), opened_at=opened_at
        )
    except Refused as refusal:
        return refusal_page(request, f"The entry was not submitted. {refusal.reason}")
    return redirect("entry_receipt", reference=submission.reference)
