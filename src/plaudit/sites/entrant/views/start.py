from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.entry import start_entry
from plaudit.entries.queries import entries_in
from plaudit.kit.clock import now
from plaudit.kit.dates import moment
from plaudit.kit.identifiers import new_identifier
from plaudit.programmes.queries import published_categories, published_edition
from plaudit.programmes.rules import closing_instant, may_enter
from plaudit.sites.components.signed_in import sign_in_address
from plaudit.sites.entrant.access import person_of
from plaudit.sites.entrant.forms.fields import key_in
from plaudit.sites.entrant.pages.state import entry_title


@require_http_methods(["GET", "HEAD", "POST"])
def entry_start(request: HttpRequest, programme: str, edition: str, category: str) -> HttpResponse:
    """Start an entry from a category's page. Who must sign in first comes back to one button."""
    published = published_edition(programme, edition)
    chosen = published and published_categories(published).filter(slug=category).first()
    if not published or not chosen:
        raise Http404
    chosen.edition = published
    if not request.user.is_authenticated:
        return redirect(sign_in_address(request.path))
    person, at = person_of(request), now()
    if request.method == "POST":
        entry = start_entry(chosen, by=person, at=at, key=key_in(request.POST))
        return redirect("entry_desk", entry=entry.pk)
    context = {
        "edition": published,
        "action": request.path,
        "back_href": reverse("public_category", args=[programme, edition, category]),
        "category": chosen,
        "verdict": may_enter(chosen, at),
        "closing": moment(closing_instant(chosen), published.zone),
        "key": new_identifier(),
        "standing": [(entry_title(each), each.pk) for each in entries_in(person, chosen)],
    }
    return render(request, "entrant/start.html", context)
