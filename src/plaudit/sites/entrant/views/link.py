from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.link import fits_domain, is_open, join_by_link
from plaudit.entries.mail import MAY_DO
from plaudit.entries.models import ContributorLevel
from plaudit.entries.rules import level_of
from plaudit.entries.sharing import link_with
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.pages.state import closing_text, entry_title


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def entry_link(request: HttpRequest, token: str) -> HttpResponse:
    """Join an entry by a shared link. Signing in by a mailed code has checked the address; a button joins."""
    link, person, at = link_with(token), person_of(request), now()
    if link is None:
        raise Http404
    if request.method == "POST":
        join_by_link(link, by=person, at=at)
        return redirect("entry_desk", entry=link.entry_id)
    if level_of(person, link.entry) is not None:
        return redirect("entry_desk", entry=link.entry_id)
    works = is_open(link, at) and fits_domain(link, person)
    context = {
        "edition": link.entry.category.edition,
        "link": link,
        "is_open": is_open(link, at),
        "works": works,
        "title": entry_title(link.entry) if works else "",
        "may_do": MAY_DO[ContributorLevel(link.level)],
        "closing": closing_text(link.entry),
        "by": link.made_by.display_name,
        "person_email": person.email,
    }
    return render(request, "entrant/link.html", context)
