"""Where an edition stands, in words: a fact of the clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plaudit.kit.dates import day, hour, moment, short_day, zone_name
from plaudit.programmes.models import Category, Edition
from plaudit.programmes.rules import closing_instant


@dataclass(frozen=True)
class KeyDate:
    """A date in the life of an edition; `state` is "past", "now" or "next"."""

    name: str
    day: str
    detail: str
    state: str


def key_dates(edition: Edition, at: dt.datetime) -> list[KeyDate]:
    """Return the edition's dates in order. The first that is still to come is the one that matters now."""
    zone = edition.zone
    planned = [
        (edition.opens_at, "Entries open", hour(edition.opens_at, zone)),
        (edition.closes_at, "Entries close", hour(edition.closes_at, zone)),
        (edition.judging_opens_at, "Judging begins", ""),
        (edition.judging_closes_at, "Judging ends", ""),
        (edition.ceremony_at, "The ceremony", edition.venue),
    ]
    dates = []
    is_next = True
    for instant, name, detail in planned:
        if instant is None:
            continue
        state = "past" if instant < at else "now" if is_next else "next"
        is_next = is_next and state == "past"
        dates.append(KeyDate(name, short_day(instant, zone), detail, state))
    return dates


def zone_note(edition: Edition) -> str:
    return f"All times are {zone_name(edition.zone)}."


def edition_state(edition: Edition, at: dt.datetime, *, is_released: bool = False) -> str:
    """Return in a sentence or two what one can do now."""
    if is_released:
        return "The winners have been announced."
    if at < edition.opens_at:
        return f"Entries open at {moment(edition.opens_at, edition.zone)}. You can read every category now."
    if at <= edition.closes_at:
        return f"Entries are open until {moment(edition.closes_at, edition.zone)}."
    if at <= edition.judging_closes_at:
        return f"Entries closed on {day(edition.closes_at, edition.zone)}. The judges are reading."
    return f"Entries closed on {day(edition.closes_at, edition.zone)}. Judging is over and the results are to come."


def category_state(category: Category, at: dt.datetime) -> str:
    """Return in words whether the category takes entries, and until when."""
    edition = category.edition
    closes_at = closing_instant(category)
    if at < edition.opens_at:
        return (
            f"Not open yet. You can start an entry from {moment(edition.opens_at, edition.zone)}."
        )
    if at <= closes_at:
        return f"Open for entries until {moment(closes_at, edition.zone)}."
    return f"Closed. Entries were taken until {moment(closes_at, edition.zone)}."
