"""Today's place in the life of an edition, as a line of phases and as one sentence."""

from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.kit.dates import moment, short_day
from plaudit.programmes.models import Edition


def phases(
    edition: Edition, release_at: dt.datetime | None, at: dt.datetime
) -> list[dict[str, Any]]:
    """Return the phases in order, each past, now or next at `at`."""
    bounds = [
        edition.opens_at,
        edition.closes_at,
        edition.judging_opens_at,
        edition.judging_closes_at,
    ]
    if release_at is not None and release_at > edition.judging_closes_at:
        bounds.append(release_at)
    index = sum(1 for bound in bounds if bound <= at)
    names = ["Prepare", "Entries", "Allocate", "Judging", "Decide", "Announced"]
    dates = _dates(edition, release_at)
    today = f"Today, {short_day(at, edition.zone)}"
    return [
        {
            "name": name,
            "dates": dates[place],
            "state": "past" if place < index else "now" if place == index else "next",
            "today": today if place == index else "",
        }
        for place, name in enumerate(names)
    ]


def _dates(edition: Edition, release_at: dt.datetime | None) -> list[str]:
    zone = edition.zone

    def span(start: dt.datetime, end: dt.datetime) -> str:
        return f"{short_day(start, zone)} to {short_day(end, zone)}"

    announced = short_day(release_at, zone) if release_at else "No date set"
    return [
        f"Until {short_day(edition.opens_at, zone)}",
        span(edition.opens_at, edition.closes_at),
        span(edition.closes_at, edition.judging_opens_at),
        span(edition.judging_opens_at, edition.judging_closes_at),
        f"From {short_day(edition.judging_closes_at, zone)}",
        announced,
    ]


def standing(edition: Edition, at: dt.datetime) -> str:
    """Return where the edition stands at `at`, in one sentence."""
    zone = edition.zone
    if edition.published_at is None:
        opens = moment(edition.opens_at, zone)
        if edition.opens_at <= at:
            return f"Not published yet. Entries were to open at {opens}."
        return f"Not published. Entries are to open at {opens}."
    if at < edition.opens_at:
        return f"Entries open at {moment(edition.opens_at, zone)}."
    if at <= edition.closes_at:
        return f"Entries close at {moment(edition.closes_at, zone)}."
    if at < edition.judging_opens_at:
        return f"Entries are closed. Judging opens at {moment(edition.judging_opens_at, zone)}."
    if at <= edition.judging_closes_at:
        return f"Judging closes at {moment(edition.judging_closes_at, zone)}."
    return "Judging is closed."
