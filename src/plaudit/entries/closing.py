"""When one entry closes: its category's closing, unless more time was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Max

from plaudit.entries.extensions import latest_extension
from plaudit.entries.models import AnswerUpdate, Entry
from plaudit.entries.statements import EXTENDED
from plaudit.kit.verdict import Verdict
from plaudit.people.models import Person
from plaudit.programmes.rules import window_of
from plaudit.programmes.window import Window

FORM_STAYS_OPEN = dt.timedelta(hours=4)
OPENED = "_opened_at"


def remember_extension(entry: Entry, extended_to: dt.datetime | None) -> None:
    """Keep, on this object alone, the latest extension that was fetched with it."""
    entry.__dict__[EXTENDED] = extended_to


def extended_to(entry: Entry) -> dt.datetime | None:
    """Return the latest instant to which time was extended for the entry, or None."""
    if EXTENDED not in entry.__dict__:
        remember_extension(entry, latest_extension(entry))
    known: dt.datetime | None = entry.__dict__[EXTENDED]
    return known


def remember_opening(entry: Entry, opened_at: dt.datetime) -> None:
    """Keep, on this object alone, since when the person who asks has had the entry open."""
    entry.__dict__[OPENED] = opened_at


def window_for(entry: Entry) -> Window:
    """Return when the entry can be written and submitted, extensions included."""
    window = window_of(entry.category, extended_to(entry))
    opened_at: dt.datetime | None = entry.__dict__.get(OPENED)
    return window if opened_at is None else replace(window, opened_at=opened_at)


def is_in_grace(entry: Entry, at: dt.datetime) -> bool:
    """Whether entries have closed by `at`, but not yet for the person who had this one open."""
    window = window_for(entry)
    return at > window.closes_at and bool(window.verdict(at))


def last_instant_for(entry: Entry, at: dt.datetime) -> dt.datetime:
    """Return the last instant at which the entry is taken from the person who asks at `at`."""
    window = window_for(entry)
    return window.closes_at + window.grace if is_in_grace(entry, at) else window.closes_at


def closing_for(entry: Entry) -> dt.datetime:
    """Return the last instant at which the entry is taken, extensions included. Grace is not counted."""
    return window_for(entry).closes_at


def form_opened_at(entry: Entry, person: Person, at: dt.datetime) -> dt.datetime:
    """Return since when the person, who opens a form at `at`, has had the entry open: what the grace goes by.

    During the grace, whoever saved an answer in the four hours before closing, or since, had it open at closing;
    so had whose browser shows it.
    """
    window = window_for(entry)
    if not window.closes_at < at <= window.closes_at + window.grace:
        return at
    if window.opened_at is not None and window.opened_at <= window.closes_at:
        return window.opened_at
    since = window.closes_at - FORM_STAYS_OPEN
    wrote = AnswerUpdate.objects.filter(answer__entry=entry, person=person, at__gt=since).exists()
    return window.closes_at if wrote else at


def recall_writing(entries: Iterable[Entry], person: Person, at: dt.datetime) -> None:
    """Have the rules know, of these objects, which the person was writing at closing, as `form_opened_at` does.

    One query for those whose grace runs at `at`; none when there are none.
    """
    late = {}
    for entry in entries:
        window = window_for(entry)
        if window.closes_at < at <= window.closes_at + window.grace:
            late[entry.pk] = entry
    if not late:
        return
    updates = AnswerUpdate.objects.filter(answer__entry__in=late, person=person)
    last_of_each = updates.values_list("answer__entry").annotate(last=Max("at"))
    for key, last in last_of_each.order_by():
        closes_at = window_for(late[key]).closes_at
        if last > closes_at - FORM_STAYS_OPEN:
            remember_opening(late[key], closes_at)


def is_open(entry: Entry, at: dt.datetime, opened_at: dt.datetime | None = None) -> Verdict:
    """Whether the entry can be written and submitted at `at`, by somebody whose form was opened at `opened_at`."""
    return window_for(entry).verdict(at, opened_at)
