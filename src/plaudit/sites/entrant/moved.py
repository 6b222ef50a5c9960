"""Addresses of answers that were true before their entry was moved to another category."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import ResolverMatch, reverse

from plaudit.entries.moves import place_now
from plaudit.sites.entrant.access import own_entry

View = Callable[..., HttpResponseBase]


class NoAnswerThere(Http404):
    """The entry's category asks no such criterion, or the person does not work on the entry."""


def follows_moves(view: View) -> View:
    """Lead who reads an answer at its earlier address to where it is now: the same page, or the parked answers.

    People who do not work on the entry learn nothing: there is no such page. A form is for the view.
    """

    @wraps(view)
    def led(
        request: HttpRequest, entry: UUID, criterion: UUID, *args: Any, **rest: Any
    ) -> HttpResponseBase:
        try:
            return view(request, entry, criterion, *args, **rest)
        except NoAnswerThere:
            if request.method not in {"GET", "HEAD"}:
                raise
            own = own_entry(request, entry)
            place = place_now(own, criterion)
            if place is None or place.criterion_id == criterion:
                raise
            if place.criterion_id is None:
                return redirect(f"{reverse('entry_category', args=[own.pk])}#parked")
            name = cast(ResolverMatch, request.resolver_match).view_name
            there = {"entry": own.pk, "criterion": place.criterion_id, **rest}
            return redirect(reverse(str(name), kwargs=there))

    return led
