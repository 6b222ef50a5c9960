"""The organiser's home: where the edition stands, what needs a person now, and the counts behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from plaudit.ceremony.models import Event
from plaudit.ceremony.queries import event_of, sales_in
from plaudit.enquiries.queries import enquiries_for, registrations_of
from plaudit.judging.queries import current_round, judges_of
from plaudit.kit.dates import moment
from plaudit.programmes.models import TeamRole
from plaudit.results.queries import decided_outcomes
from plaudit.results.rules import outcomes_are_complete, release_instant
from plaudit.results.standing import Readings, entries_short_of_judges, readings_in
from plaudit.sites.organiser.access import Room
from plaudit.sites.organiser.pages.categories import counted
from plaudit.sites.organiser.pages.phases import phases, standing
from plaudit.sites.organiser.pages.results import unconfirmed_line

SHOWN_AT_MOST = 3
SOON = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is counted for the home page, at one instant."""

    at: dt.datetime
    published: int
    drafts_of_categories: int
    desks: int
    drafts: int
    submitted: int
    withdrawn: int
    judges: int
    judges_ready: int
    readings: Readings
    short_entries: int
    unanswered: int
    registrations: int
    categories_decided: int
    categories_to_decide: int
    cannot_stand: tuple[str, ...]
    release_at: dt.datetime | None
    event: Event | None
    sales: dict[str, int]


def facts_of(room: Room, at: dt.datetime) -> Facts:
    """Count what the page needs: a dozen queries, whatever the size of the edition."""
    edition = room.edition
    categories = edition.categories.aggregate(
        published=Count("pk", filter=Q(published_at__isnull=False)), all=Count("pk")
    )
    entries = dict(edition.entries.order_by().values_list("status").annotate(Count("pk")))
    judges = judges_of(edition).prefetch_related(None).values_list("is_ready", flat=True)  # type: ignore[misc]  # annotated
    ready = list(judges)
    round_ = current_round(edition, at)
    submitted = entries.get("submitted", 0)
    enquiries = enquiries_for(room.person, edition).filter(last_author_id=None)  # type: ignore[misc]  # annotated
    outcomes = decided_outcomes(edition)
    event = event_of(edition)
    with_entries = edition.entries.filter(status="submitted").values("category").distinct().count()
    return Facts(
        at=at,
        published=categories["published"],
        drafts_of_categories=categories["all"] - categories["published"],
        desks=edition.desks.count(),
        drafts=entries.get("draft", 0),
        submitted=submitted,
        withdrawn=entries.get("withdrawn", 0),
        judges=len(ready),
        judges_ready=sum(ready),
        readings=readings_in(round_),
        short_entries=entries_short_of_judges(edition, round_) if round_ else submitted,
        unanswered=enquiries.count(),
        registrations=registrations_of(edition).count(),
        categories_decided=len(outcomes),
        categories_to_decide=with_entries - len(outcomes),
        cannot_stand=tuple(
            name for name, given in outcomes.items() if not outcomes_are_complete(given)
        ),
        release_at=release_instant(edition),
        event=event,
        sales=sales_in(event) if event else {},
    )


def overview(room: Room, at: dt.datetime) -> dict[str, Any]:
    """Return the whole page."""
    facts = facts_of(room, at)
    return {
        "standing": _standing(room, facts),
        "phases": phases(room.edition, facts.release_at, at),
        "due": [item for item in _due(room, facts) if room.has(*item.pop("roles"))][:SHOWN_AT_MOST],
        "counts": [
            item
            for item in (*_counts(room, facts), *_counts_of_ceremony(room, facts))
            if room.has(*item.pop("roles"))
        ],
    }


def _standing(room: Room, facts: Facts) -> str:
    if facts.release_at is not None and facts.release_at <= facts.at:
        return f"Announced at {moment(facts.release_at, room.edition.zone)}."
    return standing(room.edition, facts.at)


def _item(room: Room, text: str, route: str, action: str, *roles: TeamRole) -> dict[str, Any]:
    href = reverse(route, kwargs={"edition": room.edition.pk})
    return {"text": text, "href": href, "action": action, "roles": roles}


def _due(room: Room, facts: Facts) -> Iterator[dict[str, Any]]:
    """Yield what needs a person, the most pressing first."""
    if facts.unanswered:
        wait = "waits" if facts.unanswered == 1 else "wait"
        text = f"{counted(facts.unanswered, 'enquiry', 'enquiries')} {wait} for a reply"
        yield _item(room, text, "organiser_enquiries", "Reply", *TeamRole)
    yield from _due_before(room, facts)
    if facts.at > room.edition.closes_at and not _is_released(facts):
        yield from _due_in_judging(room, facts)
    if facts.at > room.edition.judging_closes_at and not _is_released(facts):
        yield from _due_in_deciding(room, facts)
    yield from _due_for_ceremony(room, facts)


def _due_before(room: Room, facts: Facts) -> Iterator[dict[str, Any]]:
    edition = room.edition
    if not facts.published + facts.drafts_of_categories:
        yield _item(
            room,
            "There is no category yet",
            "organiser_brief",
            "Import a category page",
            TeamRole.ENTRIES,
        )
    if not facts.desks and facts.at < edition.closes_at:
        yield _item(
            room,
            "Nobody can write to you: there is no enquiry desk",
            "organiser_desks",
            "Add a desk",
            TeamRole.ENTRIES,
        )
    if facts.drafts_of_categories and facts.at < edition.closes_at:
        text = (
            f"{counted(facts.drafts_of_categories, 'category is a draft', 'categories are drafts')}"
        )
        yield _item(room, text, "organiser_categories", "Read and publish", TeamRole.ENTRIES)
    if facts.at < edition.closes_at and not facts.judges:
        yield _item(
            room,
            "No judge has accepted yet",
            "organiser_judging",
            "Invite judges",
            TeamRole.JUDGING,
        )
    if edition.opens_at <= facts.at <= edition.closes_at <= facts.at + SOON and facts.drafts:
        text = f"{counted(facts.drafts, 'entry is', 'entries are')} not submitted, and entries close soon"
        yield _item(room, text, "organiser_entries", "See them", TeamRole.ENTRIES)


def _due_in_judging(room: Room, facts: Facts) -> Iterator[dict[str, Any]]:
    unconfirmed = unconfirmed_line(facts.readings)
    if unconfirmed and facts.at >= room.edition.judging_opens_at:
        yield _item(room, unconfirmed, "organiser_progress", "See whose", TeamRole.JUDGING)
    if facts.short_entries and facts.at <= room.edition.judging_closes_at:
        text = f"{counted(facts.short_entries, 'entry has', 'entries have')} too few judges"
        yield _item(room, text, "organiser_allocation", "Allocate", TeamRole.JUDGING)
    waiting = facts.judges - facts.judges_ready
    if waiting and facts.at <= room.edition.judging_closes_at:
        text = f"{counted(waiting, 'judge has', 'judges have')} yet to accept the terms or declare interests"
        yield _item(room, text, "organiser_judging", "See who", TeamRole.JUDGING)


def _due_in_deciding(room: Room, facts: Facts) -> Iterator[dict[str, Any]]:
    if facts.cannot_stand:
        yield _item(
            room,
            f"{facts.cannot_stand[0]} has a joint winner without another",
            "organiser_results",
            "Decide",
            TeamRole.JUDGING,
        )
    if facts.categories_to_decide:
        text = f"{counted(facts.categories_to_decide, 'category is', 'categories are')} not decided"
        yield _item(room, text, "organiser_results", "Decide", TeamRole.JUDGING)
    if facts.release_at is None and facts.categories_decided:
        yield _item(
            room,
            "No announcement is set",
            "organiser_announcement",
            "Set the moment",
            TeamRole.DIRECTOR,
        )


def _due_for_ceremony(room: Room, facts: Facts) -> Iterator[dict[str, Any]]:
    event = facts.event
    if event is None:
        return
    unnamed = facts.sales["places"] - facts.sales["named"]
    if unnamed and event.names_due_at - SOON <= facts.at < event.names_due_at:
        text = (
            f"{counted(unnamed, 'place has', 'places have')} no guest yet, and names are due soon"
        )
        yield _item(room, text, "organiser_ceremony", "See whose", TeamRole.ENTRIES)


def _is_released(facts: Facts) -> bool:
    return facts.release_at is not None and facts.release_at <= facts.at


def _counts(room: Room, facts: Facts) -> Iterator[dict[str, Any]]:
    entries, judging = (TeamRole.ENTRIES, TeamRole.JUDGING), (TeamRole.JUDGING,)
    yield _count(
        room,
        facts.published,
        "published category",
        "published categories",
        "organiser_categories",
        "",
        *entries[:1],
    )
    yield _count(
        room,
        facts.submitted,
        "entry submitted",
        "entries submitted",
        "organiser_entries",
        "state=submitted",
        *entries,
    )
    yield _count(
        room,
        facts.drafts,
        "entry not submitted",
        "entries not submitted",
        "organiser_entries",
        "state=draft",
        *entries,
    )
    yield _count(room, facts.judges, "judge", "judges", "organiser_judging", "", *judging)
    yield _count(
        room,
        facts.readings.confirmed,
        f"of {facts.readings.assigned:,} readings confirmed",
        "",
        "organiser_progress",
        "",
        *judging,
    )
    yield _count(
        room,
        facts.registrations,
        "registration of interest",
        "registrations of interest",
        "organiser_registrations",
        "",
        *entries[:1],
    )


def _counts_of_ceremony(room: Room, facts: Facts) -> Iterator[dict[str, Any]]:
    if facts.event is not None:
        text = f"of {facts.event.capacity:,} places at the ceremony booked"
        places = facts.sales["places"]
        yield _count(room, places, text, "", "organiser_ceremony", "", TeamRole.ENTRIES)


def _count(
    room: Room, number: int, one: str, many: str, route: str, query: str, *roles: TeamRole
) -> dict[str, Any]:
    href = reverse(route, kwargs={"edition": room.edition.pk})
    text = one if number == 1 or not many else many
    return {
        "number": f"{number:,}",
        "text": text,
        "href": f"{href}?{query}" if query else href,
        "roles": roles,
    }
