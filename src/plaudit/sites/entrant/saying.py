"""What the next page says of what was just done: the address carries which of these sentences."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

SAID = {
    "details": "Title and summary are saved.",
    "eligibility": "Your answers are saved.",
    "declarations": "Your declarations are saved.",
    "evidence": "The evidence is saved.",
    "evidence-off": "The evidence is taken off. It is listed below, and you can put it back.",
    "evidence-back": "It is back, under its number.",
    "evidence-kept": "Noted: it still holds.",
    "moved-up": "Moved up.",
    "file": "What you sent is saved.",
    "file-off": "Taken off. It is listed below, and you can put it back.",
    "photo-back": "The photo is back.",
    "file-title": "The title is saved.",
    "organisation": "The organisation is on the entry.",
    "organisation-off": "The organisation is off the entry.",
    "lead": "The lead organisation is changed.",
    "credit": "What the organisation did is saved.",
    "invited": "The invitation is on its way by mail.",
    "invitation-closed": "The invitation is closed: its link opens nothing any more.",
    "person-off": "The person is off the entry.",
    "level": "What the person may do is changed.",
    "link": "The link is made. Copy it from below.",
    "link-closed": "The link is closed. Who came by it stays.",
    "handed-over": "The entry is handed over.",
    "left": "You have left the entry.",
    "automatic": "The entry will be submitted when entries close, if it is complete by then.",
    "automatic-off": "The entry will not be submitted by itself.",
    "news": "What is new is saved.",
    "booked": "Booked. The confirmation is on its way by mail. Name your guests next.",
    "booking-changed": "The booking is changed. The confirmation is on its way by mail.",
    "billing": "The order number and the address are saved.",
    "booking-cancelled": "The booking is cancelled. Its places are on sale again.",
    "guest": "The guest is saved.",
    "guests": "The guests are added.",
    "guest-off": "The guest is off the list.",
    "withdrawn": "The entry is withdrawn. Your draft is kept.",
    "moved": "The entry is now in this category. Every answer that fits came along.",
    "moved-parked": "The entry is now in this category. Answers that did not fit are parked below, to read and copy.",
}


def said(request: HttpRequest) -> list[str]:
    """Return what the page is to say of what was just done, for its `messages`."""
    sentence = SAID.get(request.GET.get("said", ""))
    return [sentence] if sentence else []


def to(route: str, what: str, *, part: str = "", **arguments: Any) -> HttpResponseRedirect:
    """Redirect to a page, at its `part` if one is named, which says what was done."""
    address = f"{reverse(route, kwargs=arguments)}?{urlencode({'said': what})}"
    return HttpResponseRedirect(f"{address}#{part}" if part else address)
