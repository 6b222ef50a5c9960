"""The words of the page that tells where an entry is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from plaudit.entries.closing import closing_for
from plaudit.entries.models import Entry, EntryStatus, Reception, Submission
from plaudit.judging.queries import Reading
from plaudit.kit.dates import moment, short_day
from plaudit.sites.entrant.pages.state import (
    entry_title,
    is_left_to_closing,
    state_sentence,
    to_the_minute,
)


@dataclass(frozen=True)
class Step:
    """One stage on an entry's way. `is_done` and `is_now` say where the entry is; `text` says it in words."""

    name: str
    text: str
    is_done: bool = False
    is_now: bool = False


@dataclass(frozen=True)
class StatusPage:
    title: str
    state: str
    steps: list[Step]


def status_page(
    entry: Entry,
    at: dt.datetime,
    *,
    submissions: list[Submission],
    reception: Reception | None,
    readings: list[Reading],
    is_announced: bool,
    is_changed: bool,
) -> StatusPage:
    """Return where the entry is at `at`. Judges appear as numbers only.

    `is_changed` is whether it was changed since it was last submitted.
    """
    last = submissions[0] if submissions else None
    stands = last is not None and entry.status == EntryStatus.SUBMITTED
    steps = [_received(entry, last if stands else None, at)]
    if stands and last is not None:
        steps += [
            *_checked(entry, last, reception, is_announced=is_announced),
            *_judging(entry, readings, at),
            _decided(entry, at, is_announced=is_announced),
        ]
    elif may_still_come(entry, at):
        steps += [*_judging(entry, [], at), _decided(entry, at, is_announced=False)]
    return StatusPage(
        title=entry_title(entry),
        state=state_sentence(entry, at, last.submitted_at if last else None, is_changed=is_changed),
        steps=steps,
    )


def may_still_come(entry: Entry, at: dt.datetime) -> bool:
    """Return whether it is a draft that can still be submitted."""
    return entry.status == EntryStatus.DRAFT and at <= closing_for(entry)


def _received(entry: Entry, last: Submission | None, at: dt.datetime) -> Step:
    zone = entry.category.edition.zone
    if last is None:
        if entry.status == EntryStatus.WITHDRAWN:
            return Step("Withdrawn", "The entry was taken out of the running.", is_now=True)
        closing = moment(closing_for(entry), zone)
        if at > closing_for(entry) and is_left_to_closing(entry):
            return Step("Being submitted", "You asked us to do it at closing.", is_now=True)
        if at > closing_for(entry):
            return Step("Not received", f"It was not submitted by {closing}.", is_now=True)
        return Step("Not received yet", "Judges read only what has been submitted.", is_now=True)
    when = moment(to_the_minute(last.submitted_at), zone)
    how = ", automatically at closing as you had asked" if last.is_automatic else ""
    return Step("Received", f"At {when}{how}, as {last.reference}.", is_done=True)


def _checked(
    entry: Entry, last: Submission, reception: Reception | None, *, is_announced: bool
) -> Iterator[Step]:
    name = "Checked by the organiser"
    if reception is None:
        if not is_announced:
            yield Step(name, "Not yet. You need do nothing.")
        return
    when = short_day(reception.checked_at, entry.category.edition.zone)
    if reception.is_in_order:
        yield Step(name, f"In order, on {when}.", is_done=True)
    else:
        yield Step(name, f"Something is to be put right: {reception.note}", is_now=not is_announced)


def _judging(entry: Entry, readings: list[Reading], at: dt.datetime) -> Iterator[Step]:
    edition = entry.category.edition
    if not readings:
        opens = short_day(edition.judging_opens_at, edition.zone)
        text = (
            f"Judging opens on {opens}."
            if at < edition.judging_opens_at
            else "It has not been given to judges yet."
        )
        yield Step("With judges", text)
        return
    for each in readings:
        name = f"With judges: {each.round.name}" if len(readings) > 1 else "With judges"
        is_over = at > each.round.closes_at
        if at < each.round.opens_at:
            opens = short_day(each.round.opens_at, edition.zone)
            text = f"Given to {_judges(each.assigned)}, who read from {opens}."
        else:
            text = f"Read by {each.read} of {_judges(each.assigned)}."
        is_done = is_over or (each.assigned > 0 and each.read == each.assigned)
        is_now = not is_done and each.round.opens_at <= at
        yield Step(name, text, is_done=is_done, is_now=is_now)


def _judges(count: int) -> str:
    return "1 judge" if count == 1 else f"{count} judges"


def _decided(entry: Entry, at: dt.datetime, *, is_announced: bool) -> Step:
    edition = entry.category.edition
    if is_announced:
        return Step(
            "Decided", "The results are announced. Yours is on the entry's page.", is_done=True
        )
    if edition.ceremony_at and at < edition.ceremony_at:
        when = short_day(edition.ceremony_at, edition.zone)
        text = f"Results are due by the ceremony on {when}. We write to everybody who entered."
    else:
        when = short_day(edition.judging_closes_at, edition.zone)
        text = f"After judging closes on {when}. We write to everybody who entered, whatever the result."
    return Step("Decision", text, is_now=at > edition.judging_closes_at)
