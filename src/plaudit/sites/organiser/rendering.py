"""What every page of the room is given: its navigation, and a word on what has just been done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import EVERYBODY, Room
from plaudit.sites.organiser.forms.complaints import name_what_is_missing

NAVIGATION = [
    ("Overview", "organiser_edition", EVERYBODY),
    ("Categories", "organiser_categories", (TeamRole.ENTRIES,)),
    ("Entries", "organiser_entries", (TeamRole.ENTRIES, TeamRole.JUDGING)),
    ("Judging", "organiser_judging", (TeamRole.JUDGING,)),
    ("Results", "organiser_results", (TeamRole.JUDGING,)),
    ("Ceremony", "organiser_ceremony", (TeamRole.ENTRIES,)),
    ("Enquiries", "organiser_enquiries", EVERYBODY),
    ("Settings", "organiser_settings", EVERYBODY),
]

SAID = {
    "saved": "Saved.",
    "created": "Your edition is set up. Only your team can see it until you publish it.",
    "edition-published": "The edition is published. Anybody can read its pages.",
    "published": "The category is published. Anybody can read it.",
    "stored": "Stored as drafts. Nobody outside your team can see them until you publish them.",
    "allocated": "Entries are given out. Judges hear by mail when their round opens.",
    "invited": "The invitation is in the outbox and leaves within a minute.",
    "revoked": "The invitation is taken back. Its link no longer works.",
    "recused": "The judge is off this entry. Allocate again to fill the place.",
    "decided": "Decisions recorded. Nobody outside your team can see them before the announcement.",
    "corrected": "The winners' page says it now, and mail to the entrants is in the outbox.",
    "announced": "The announcement is set.",
    "cancelled": "The announcement is called off. Nothing will be published.",
    "replied": "Your reply is in the outbox and leaves within a minute.",
    "removed": "Removed.",
    "merged": "Merged. Everything that named the other organisation names this one now.",
    "free": "Entering is free from now on.",
    "paid": "The payment is noted.",
    "told": "Mail to those who asked is in the outbox and leaves within a minute.",
    "booking-cancelled": "The booking is cancelled. Its places are on sale again, and mail is in the outbox.",
    "guest": "The guest is saved. Word to the organisation is in the outbox and leaves within a minute.",
    "extended": "More time is given. It holds on every page from now on.",
    "received": "Noted. The people of the entry can see it.",
}


def page(
    request: HttpRequest,
    room: Room,
    template: str,
    current: str,
    context: Mapping[str, Any] | None = None,
    *,
    forms: Sequence[Form] = (),
    status: int | None = None,
) -> HttpResponse:
    """Render a page of the room; `current` is the name of the route that its navigation marks.

    Of the page's `forms`, `error_forms` are those that complain, and `form` is the first of these or of
    all. A page with a complaint is answered with 422.
    """
    wrong = [form for form in forms if form.is_bound and form.errors]
    for form in wrong:
        name_what_is_missing(form)
    said = SAID.get(request.GET.get("said", ""))
    frame = {
        "edition": room.edition,
        "room": room,
        "home_url": reverse("organiser_home"),
        "nav": _navigation(room, current),
        "account_nav": account_links(),
        "messages": [said] if said else [],
        "error_forms": wrong,
        "form": next(iter([*wrong, *forms]), None),
    }
    status = status or (422 if wrong else 200)
    return render(
        request, f"organiser/{template}.html", {**frame, **(context or {})}, status=status
    )


def account_links() -> list[dict[str, Any]]:
    """Return the links at the top of every page of the room."""
    return [
        {"text": "Your account", "href": reverse("account")},
        {"text": "Sign out", "href": reverse("sign_out"), "post": True},
    ]


def to(route: str, said: str = "", **arguments: Any) -> HttpResponseRedirect:
    """Redirect to a page of the room, which will say what was done."""
    address = reverse(route, kwargs=arguments)
    return HttpResponseRedirect(f"{address}?{urlencode({'said': said})}" if said else address)


def _navigation(room: Room, current: str) -> list[dict[str, Any]]:
    return [
        {
            "text": text,
            "href": reverse(route, kwargs={"edition": room.edition.pk}),
            "is_current": route == current,
        }
        for text, route, roles in NAVIGATION
        if room.has(*roles)
    ]
