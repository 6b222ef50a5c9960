"""The words of an entry's own page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plaudit.entries.completeness import missing_parts
from plaudit.entries.models import Contributor, Entry, EntryStatus, Submission
from plaudit.entries.parts import EntryParts
from plaudit.entries.rules import may_withdraw, may_write
from plaudit.entries.snapshot import digest_of, snapshot_of
from plaudit.kit.dates import moment
from plaudit.people.models import Person
from plaudit.results.awards import EntryOutcome, Feedback
from plaudit.results.models import Outcome
from plaudit.sites.entrant.pages.state import (
    entry_title,
    is_closed,
    state_sentence,
    to_the_minute,
    unsubmitted_words,
)
from plaudit.sites.entrant.pages.tasks import Task, criterion_tasks, project_tasks

ANNOUNCED = {
    Outcome.NOT_PLACED: "Not placed this time",
    Outcome.FINALIST: "Finalist",
    Outcome.HIGHLY_COMMENDED: "Highly commended",
    Outcome.WINNER: "Winner",
    Outcome.JOINT_WINNER: "Joint winner",
}


@dataclass(frozen=True)
class DeskPage:
    """What the page of one entry shows. `unsubmitted` says what became of changes that came too late."""

    title: str
    state: str
    unsubmitted: str
    is_closed: bool
    may_write: bool
    may_withdraw: bool
    answers: list[Task]
    project: list[Task]
    missing: int
    is_as_submitted: bool
    receipts: list[tuple[str, str]]
    outcome: str
    outcome_tone: str
    citation: str
    feedback: list[tuple[str, str, tuple[str, ...]]]
    comments: tuple[str, ...]


def desk_page(
    entry: Entry,
    person: Person,
    at: dt.datetime,
    *,
    parts: EntryParts,
    contributors: list[Contributor],
    submissions: list[Submission],
    outcome: EntryOutcome | None,
    feedback: Feedback | None,
) -> DeskPage:
    """Return the page as `person` sees it at `at`."""
    last = submissions[0] if submissions else None
    closed = is_closed(entry, at)
    changed = is_changed(entry, last, parts)
    left_over = last if changed and closed else None
    received_at = last.submitted_at if last else None
    return DeskPage(
        title=left_over.snapshot["title"] if left_over else entry_title(entry),
        state=state_sentence(entry, at, received_at, is_changed=changed),
        unsubmitted=unsubmitted_words(entry, left_over) if left_over else "",
        is_closed=closed,
        may_write=bool(may_write(person, entry, at)),
        may_withdraw=bool(may_withdraw(person, entry, at)),
        answers=criterion_tasks(entry, parts.criteria),
        project=project_tasks(entry, parts, len(contributors)),
        missing=len(missing_parts(entry, parts)),
        is_as_submitted=entry.status == EntryStatus.SUBMITTED and not changed,
        receipts=[(each.reference, receipt_words(each)) for each in submissions],
        outcome=ANNOUNCED[outcome.outcome] if outcome else "",
        outcome_tone="gold" if outcome and outcome.outcome != Outcome.NOT_PLACED else "",
        citation=outcome.citation if outcome else "",
        feedback=_feedback(feedback),
        comments=feedback.comments if feedback else (),
    )


def is_changed(entry: Entry, last: Submission | None, parts: EntryParts) -> bool:
    """Whether the entry, which stands submitted, differs from its last submission."""
    if last is None or entry.status != EntryStatus.SUBMITTED:
        return False
    return digest_of(snapshot_of(entry, parts)) != last.digest


def receipt_words(submission: Submission) -> str:
    """Return when the submission was received, and whether it was withdrawn."""
    zone = submission.entry.category.edition.zone
    words = f"Received at {moment(to_the_minute(submission.submitted_at), zone)}"
    if getattr(submission, "withdrawal", None) is not None:
        return f"{words}, later withdrawn"
    return words


def _feedback(feedback: Feedback | None) -> list[tuple[str, str, tuple[str, ...]]]:
    if feedback is None:
        return []
    return [
        (
            each.name,
            f"Mean score {each.mean:.1f} out of 10" if each.mean is not None else "",
            each.comments,
        )
        for each in feedback.criteria
    ]
