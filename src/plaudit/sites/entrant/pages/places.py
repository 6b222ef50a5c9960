"""The words about places at the ceremony, in an organisation's workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from plaudit.ceremony.models import Booking, Event
from plaudit.enquiries.mail import places_in_words
from plaudit.enquiries.models import InterestRegistration
from plaudit.enquiries.rules import is_before_ceremony
from plaudit.kit.dates import day, short_day
from plaudit.people.models import Organisation
from plaudit.programmes.models import Edition
from plaudit.sites.entrant.pages.tables import tables_line


@dataclass(frozen=True)
class PlacesPage:
    """An edition's ceremony, and what was asked for. `href` leads to the form; empty on the form's own page."""

    edition: str
    when: str
    state: str
    is_open: bool
    verb: str
    href: str = ""


def places_page(
    edition: Edition, asked: InterestRegistration | None, at: dt.datetime, href: str = ""
) -> PlacesPage:
    """Return the words for one edition."""
    return PlacesPage(
        edition=edition.name,
        when=_when(edition),
        state=_state(asked, edition),
        is_open=is_before_ceremony(edition, at),
        verb="Change the number of places" if asked else "Ask for places",
        href=href,
    )


def places_pages(
    organisation: Organisation,
    editions: dict[Edition, InterestRegistration | None],
    at: dt.datetime,
) -> list[PlacesPage]:
    """Return the editions where places can be asked for or were, each with the way to its form."""
    return [
        places_page(
            edition, asked, at, reverse("workspace_places", args=[organisation.pk, edition.pk])
        )
        for edition, asked in editions.items()
        if asked or is_before_ceremony(edition, at)
    ]


def sale_pages(
    organisation: Organisation, events: Iterable[Event], booked: list[Booking], at: dt.datetime
) -> list[PlacesPage]:
    """Return the editions where tables are on sale, with what the organisation has booked."""
    pages = []
    for event in events:
        own = [each for each in booked if each.event_id == event.pk]
        state, verb, href = tables_line(organisation, event, own, at)
        when = _when(event.edition)
        pages.append(PlacesPage(event.edition.name, when, state, True, verb, href))
    return pages


def _when(edition: Edition) -> str:
    if edition.ceremony_at is None:
        return "The day is not set yet."
    place = f", {edition.venue}" if edition.venue else ""
    return f"{day(edition.ceremony_at, edition.zone)}{place}."


def _state(asked: InterestRegistration | None, edition: Edition) -> str:
    if asked is None or asked.asked_by is None:
        return "Your organisation has asked for no places."
    wish = places_in_words(asked.places or 0)
    return f"{asked.asked_by.display_name} asked for {wish} on {short_day(asked.created_at, edition.zone)}."
