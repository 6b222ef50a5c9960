"""The words of a receipt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plaudit.entries.closing import closing_for
from plaudit.entries.models import Submission
from plaudit.kit.dates import short_day, zone_name
from plaudit.sites.entrant.pages.snapshot import SnapshotPage, snapshot_page
from plaudit.sites.entrant.pages.state import closing_text


@dataclass(frozen=True)
class ReceiptPage:
    """What the receipt shows: rows of term and text, what happens next, and what was submitted."""

    reference: str
    title: str
    is_withdrawn: bool
    rows: list[tuple[str, str]]
    digest: str
    steps: list[str]
    read: SnapshotPage


def receipt_page(submission: Submission, at: dt.datetime) -> ReceiptPage:
    """Return the receipt as it reads at `at`."""
    entry = submission.entry
    edition = entry.category.edition
    return ReceiptPage(
        reference=submission.reference,
        title=submission.snapshot["title"],
        is_withdrawn=getattr(submission, "withdrawal", None) is not None,
        rows=[
            ("Reference", submission.reference),
            ("Received at", _to_the_second(submission.submitted_at, submission)),
            ("Project", submission.snapshot["title"]),
            ("Category", submission.snapshot["category"]["name"]),
            ("Programme", submission.snapshot["edition"]["name"]),
            ("Submitted by", submission.submitted_by.display_name),
        ],
        digest=submission.digest,
        steps=_steps(submission, at, edition.judging_opens_at, edition.judging_closes_at),
        read=snapshot_page(submission.snapshot),
    )


def _to_the_second(instant: dt.datetime, submission: Submission) -> str:
    zone = submission.entry.category.edition.zone
    local = instant.astimezone(zone)
    return f"{local:%H:%M:%S} on {short_day(instant, zone)} ({zone_name(zone)})"


def _steps(
    submission: Submission, at: dt.datetime, judging: dt.datetime, judged: dt.datetime
) -> list[str]:
    zone = submission.entry.category.edition.zone
    steps = []
    if at <= closing_for(submission.entry):
        steps.append(
            f"You can edit the entry and submit again until {closing_text(submission.entry)}. "
            "The last version you submit is the one that is judged."
        )
    if at <= judged:
        steps.append(f"Judges read from {short_day(judging, zone)} to {short_day(judged, zone)}.")
    steps.append(
        "We write to everybody who entered when the results are announced, whatever they are."
    )
    return steps
