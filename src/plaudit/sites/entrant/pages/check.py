"""The words of the page on which an entry is checked and submitted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from plaudit.entries.cautions import Caution, cautions_of
from plaudit.entries.closing import is_open
from plaudit.entries.completeness import MissingPart, Place, missing_parts
from plaudit.entries.models import Entry, EntryStatus, Submission
from plaudit.entries.parts import EntryParts
from plaudit.entries.rules import may_choose_automatic, may_submit
from plaudit.entries.snapshot import digest_of, snapshot_of
from plaudit.people.models import Person
from plaudit.sites.entrant.pages.snapshot import SnapshotPage, snapshot_page
from plaudit.sites.entrant.pages.state import (
    state_sentence,
    unsubmitted_words,
    until_text,
)

PLACES = {
    Place.DETAILS: "entry_details",
    Place.ORGANISATIONS: "entry_organisations",
    Place.ELIGIBILITY: "entry_eligibility",
    Place.DECLARATIONS: "entry_declarations",
    Place.FEE: "entry_fee",
    Place.NEWS: "entry_news",
    Place.EVIDENCE: "entry_evidence_page",
    Place.FILES: "entry_files",
}


@dataclass(frozen=True)
class CheckPage:
    """What the page shows. `why_not` says why there is no button, when nothing is missing but there is none.

    Once entries have closed, `read` is what was submitted, and `unsubmitted` says what became of later changes.
    """

    state: str
    unsubmitted: str
    missing: list[tuple[str, str]]
    cautions: list[tuple[str, str]]
    may_submit: bool
    why_not: str
    is_unchanged: bool
    button: str
    closing: str
    read: SnapshotPage
    may_choose_automatic: bool
    is_automatic: bool


def check_page(
    entry: Entry,
    person: Person,
    at: dt.datetime,
    parts: EntryParts,
    submissions: list[Submission],
    opened_at: dt.datetime | None = None,
) -> CheckPage:
    """Return the page as `person` sees it at `at`, who has had the entry open since `opened_at`."""
    closed = not is_open(entry, at, opened_at)
    snapshot = snapshot_of(entry, parts)
    missing = missing_parts(entry, parts)
    last = submissions[0] if submissions else None
    is_submitted = last is not None and entry.status == EntryStatus.SUBMITTED
    is_changed = last is not None and is_submitted and _differs(snapshot, last)
    verdict = may_submit(person, entry, at, missing, opened_at)
    left_over = last if is_changed and closed else None
    return CheckPage(
        state=state_sentence(entry, at, last.submitted_at if last else None, is_changed=is_changed),
        unsubmitted=unsubmitted_words(entry, left_over) if left_over else "",
        missing=[] if closed else [_place(entry, part) for part in missing],
        cautions=[] if closed else _cautions(entry, parts, snapshot),
        may_submit=bool(verdict) and not (is_submitted and not is_changed),
        why_not="" if missing and not closed else verdict.reason,
        is_unchanged=is_submitted and not is_changed,
        button="Submit again" if last else "Submit this entry",
        closing=until_text(entry, at),
        read=snapshot_page(
            left_over.snapshot if left_over else snapshot,
            lambda file: reverse("entry_file_reading", args=[entry.pk, file["attachment_id"]]),
        ),
        may_choose_automatic=bool(may_choose_automatic(person, entry, at))
        and not (is_submitted and not is_changed),
        is_automatic=entry.submit_at_close_by_id is not None,
    )


def _cautions(entry: Entry, parts: EntryParts, snapshot: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what is worth a look, each with where. The snapshot holds the texts already."""
    texts = {UUID(each["criterion_id"]): each["text"] for each in snapshot["answers"]}
    return [_place(entry, each) for each in cautions_of(entry, parts, texts)]


def _differs(snapshot: dict[str, Any], last: Submission) -> bool:
    return digest_of(snapshot) != last.digest


def _place(entry: Entry, part: MissingPart | Caution) -> tuple[str, str]:
    if part.place == Place.ANSWER:
        return part.sentence, reverse("entry_answer", args=[entry.pk, part.criterion_id])
    return part.sentence, reverse(PLACES[part.place], args=[entry.pk])
