"""Where an entry stands, in words: the same on every page."""

from __future__ import annotations

import datetime as dt

from plaudit.entries.closing import closing_for, is_in_grace, last_instant_for, window_for
from plaudit.entries.models import Entry, EntryStatus, Submission
from plaudit.kit.dates import moment


def closing_text(entry: Entry) -> str:
    """Return "5pm on Friday 12 March 2027 (UK time)"."""
    return moment(closing_for(entry), entry.category.edition.zone)


def until_text(entry: Entry, at: dt.datetime) -> str:
    """Return until when the entry is taken from who asks, the grace included once it runs for them."""
    return moment(last_instant_for(entry, at), entry.category.edition.zone)


def state_sentence(
    entry: Entry, at: dt.datetime, submitted_at: dt.datetime | None, *, is_changed: bool = False
) -> str:
    """Return where the entry stands and what can still be done.

    `submitted_at` is when it was last submitted; `is_changed` whether it was changed since. What was to be
    submitted at closing has not come too late while the worker has not dealt with it.
    """
    is_open = bool(window_for(entry).verdict(at))
    closing = until_text(entry, at)
    if is_left_to_closing(entry) and (is_changed or entry.status == EntryStatus.DRAFT):
        if is_open:
            before = _received(entry, submitted_at) if submitted_at else "Not submitted yet."
            return f"{before} We submit it for you at {closing}, if it is complete by then."
        if at > closing_for(entry):
            return f"Entries closed at {closing}. We are submitting it for you, as you asked, and write to you."
    if entry.status == EntryStatus.SUBMITTED and submitted_at is not None:
        return _submitted(entry, submitted_at, closing, is_open=is_open, is_changed=is_changed)
    if entry.status == EntryStatus.WITHDRAWN:
        if is_open:
            return f"Withdrawn. It will not be judged, unless you submit it again by {closing}."
        return "Withdrawn. It is not judged."
    if is_open:
        had = (
            " Entries have closed, but you had this one open then."
            if is_in_grace(entry, at)
            else ""
        )
        return f"Not submitted yet.{had} You can submit until {closing}."
    if at > closing_for(entry):
        return f"Not submitted. Entries closed at {closing}. What you wrote is kept, to read and to copy."
    return "Not submitted. " + window_for(entry).verdict(at).reason


def _submitted(
    entry: Entry, submitted_at: dt.datetime, closing: str, *, is_open: bool, is_changed: bool
) -> str:
    received = _received(entry, submitted_at)
    if is_open and is_changed:
        return (
            f"{received} You have changed it since. Submit again by {closing} "
            "if your changes are to be judged."
        )
    if is_open:
        return f"{received} You can edit and submit again until {closing}."
    if is_changed:
        return f"{received} Entries have closed. The entry is judged as you submitted it."
    return f"{received} Entries have closed. This is the entry that is judged."


def _received(entry: Entry, submitted_at: dt.datetime) -> str:
    return f"Received at {moment(to_the_minute(submitted_at), entry.category.edition.zone)}."


def is_left_to_closing(entry: Entry) -> bool:
    """Whether somebody asked that it be submitted at closing, and that has not been dealt with yet."""
    return entry.submit_at_close_by_id is not None and entry.status != EntryStatus.WITHDRAWN


def unsubmitted_words(entry: Entry, submission: Submission) -> str:
    """Return what became of what was changed after the last submission, once entries have closed."""
    sent_at = moment(to_the_minute(submission.submitted_at), entry.category.edition.zone)
    return f"Changes made after {sent_at} were not submitted. They are kept in your draft."


def is_closed(entry: Entry, at: dt.datetime) -> bool:
    """Whether nothing of the entry can be changed any more at `at`."""
    return not window_for(entry).verdict(at)


def entry_title(entry: Entry) -> str:
    """Return the project's title, or what to call it before it has one."""
    return entry.title or f"Untitled entry {entry.reference}"


def earlier_words(entry: Entry) -> str:
    """Return an earlier entry in one line: "Warm homes (Best partnership, Partnership Awards 2026)"."""
    category = entry.category
    return f"{entry_title(entry)} ({category.name}, {category.edition.name})"


def to_the_minute(instant: dt.datetime) -> dt.datetime:
    """Return the minute that the instant falls in, for sentences; the receipt tells the second."""
    return instant.replace(second=0, microsecond=0)
