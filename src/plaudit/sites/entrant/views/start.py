from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.carry import start_from_earlier
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.carried import MOST_LISTED, earlier_entries
from plaudit.entries.models import Entry
from plaudit.entries.queries import entries_in
from plaudit.kit.clock import now
from plaudit.kit.dates import moment
from plaudit.kit.identifiers import new_identifier
from plaudit.programmes.models import Category
from plaudit.programmes.queries import published_categories, published_edition
from plaudit.programmes.rules import closing_instant, may_enter
from plaudit.sites.components.signed_in import sign_in_address
from plaudit.sites.entrant.access import person_of
from plaudit.sites.entrant.forms.fields import identifiers_in, key_in
from plaudit.sites.entrant.pages.state import earlier_words, entry_title


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
        entry = _started(request, chosen)
        return redirect("entry_desk", entry=entry.pk)
    context = {
        "edition": published,
        "action": request.path,
        "back_href": reverse("public_category", args=[programme, edition, category]),
        "category": chosen,
        "verdict": may_enter(chosen, at),
        "closing": moment(closing_instant(chosen), published.zone),
        "key": new_identifier(),
        "earlier": [
            (earlier_words(each), each.pk) for each in earlier_entries(person)[:MOST_LISTED]
        ],
        "standing": [(entry_title(each), each.pk) for each in entries_in(person, chosen)],
    }
    return render(request, "entrant/start.html", context)


def _started(request: HttpRequest, category: Category) -> Entry:
    """Start the entry, from an earlier one if the form names it."""
    person, at, key = person_of(request), now(), key_in(request.POST)
    wanted = identifiers_in([request.POST.get("earlier", "")])
    if not wanted:
        return start_entry(category, by=person, at=at, key=key)
    earlier = earlier_entries(person).filter(pk__in=wanted).first()
    if earlier is None:
        raise Http404
    return start_from_earlier(category, earlier, by=person, at=at, key=key)
