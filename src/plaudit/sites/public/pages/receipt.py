from __future__ import annotations

from dataclasses import dataclass

from plaudit.entries.models import Submission
from plaudit.kit.dates import short_day, zone_name


@dataclass(frozen=True)
class ConfirmedReceipt:
    """What is told to who holds a receipt's digest: when it was received, and whether it still stands."""

    received_at: str
    programme: str
    standing: str


def confirmed_receipt(submission: Submission) -> ConfirmedReceipt:
    """Return the words that confirm the submission."""
    edition = submission.entry.category.edition
    zone = edition.zone
    local = submission.submitted_at.astimezone(zone)
    later = submission.entry.submissions.filter(number__gt=submission.number).exists()
    if getattr(submission, "withdrawal", None) is not None:
        standing = "The entry was withdrawn after this receipt was given."
    elif later:
        standing = "The entry was submitted again later, and that later version counts."
    else:
        standing = "It is the last version that was submitted."
    return ConfirmedReceipt(
        received_at=f"{local:%H:%M:%S} on {short_day(submission.submitted_at, zone)} ({zone_name(zone)})",
        programme=edition.name,
        standing=standing,
    )
