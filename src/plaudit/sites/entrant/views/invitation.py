from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.contributor import accept_invitation
from plaudit.entries.queries import invitation_with
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.pages.invitation import invitation_page


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation to work on an entry. Opening the page changes nothing; its button does."""
    invitation, person = invitation_with(token), person_of(request)
    if invitation is None:
        raise Http404
    if request.method == "POST":
        accept_invitation(invitation, by=person, at=now())
        return redirect("entry_desk", entry=invitation.entry_id)
    page = invitation_page(invitation, person)
    if page.is_accepted:
        return redirect("entry_desk", entry=invitation.entry_id)
    context = {
        "edition": invitation.entry.category.edition,
        "invitation": invitation,
        "page": page,
        "person_email": person.email,
    }
    return render(request, "entrant/invitation.html", context)
