from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from plaudit.entries.models import Entry, EntryStatus, Reception
from plaudit.entries.parts import asked_declarations
from plaudit.entries.queries import latest_submission, reception_of
from plaudit.entries.searching import FoundFile
from plaudit.judging.models import Assignment
from plaudit.kit.dates import moment
from plaudit.programmes.models import DeclarationChoice, TeamRole
from plaudit.results.listing import readings_of, scores_by_criterion
from plaudit.results.ranking import EntryScores
from plaudit.sites.organiser.access import Room
from plaudit.sites.organiser.pages.categories import counted
from plaudit.sites.organiser.pages.found import found_places

TONES = {EntryStatus.SUBMITTED: "accent", EntryStatus.DRAFT: "", EntryStatus.WITHDRAWN: ""}


def entry_rows(
    entries: Iterable[Entry],
    means: Mapping[UUID, EntryScores],
    in_files: Mapping[UUID, list[FoundFile]],
) -> list[dict[str, Any]]:
    """Return one row an entry, with where in its files a search found it. What a draft holds is not shown."""
    return [_row(entry, means.get(entry.pk), in_files.get(entry.pk, [])) for entry in entries]


def _row(entry: Entry, scores: EntryScores | None, files: list[FoundFile]) -> dict[str, Any]:
    is_submitted = entry.status == EntryStatus.SUBMITTED
    return {
        "reference": entry.reference,
        "title": entry.title or "No title yet",
        "href": reverse("organiser_entry", kwargs={"edition": entry.edition_id, "entry": entry.pk}),
        "category": entry.category.name,
        "lead": (entry.lead_name or "") if is_submitted else "",  # type: ignore[attr-defined]
        "state": EntryStatus(entry.status).label,
        "tone": TONES[EntryStatus(entry.status)],
        "mean": f"{scores.mean:.1f}" if scores and scores.mean is not None else "",
        "count": str(scores.count) if scores and scores.count else "",
        "found": found_places(entry, files) if is_submitted else [],
    }


def file_ids(snapshot: Mapping[str, Any]) -> set[str]:
    """Return the identifiers of the files that a submission names."""
    return {file["attachment_id"] for _, file in named_files(snapshot)}


def named_files(snapshot: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what each file of a submission is called, and the file: the photo, then the evidence."""
    if snapshot["photo"]:
        yield "Photo", snapshot["photo"]
    for piece in snapshot["evidence"]:
        if piece.get("attachment_id"):
            yield f"E{piece['number']}", piece


def entry_page(room: Room, entry: Entry) -> dict[str, Any]:
    """Return the page of one entry."""
    submission = latest_submission(entry) if entry.status == EntryStatus.SUBMITTED else None
    context: dict[str, Any] = {
        "entry": entry,
        "title": entry.title or "No title yet",
        "standing": "Not submitted. What it says is the entrant's alone until then.",
        "snapshot": None,
        "files": [],
        "readings": [],
        "criteria": [],
        "declared": [],
        "may_receive": False,
        "received": "",
        "is_checked": False,
    }
    if entry.status == EntryStatus.WITHDRAWN:
        context["standing"] = "Withdrawn by the entrant. Its text is not shown any more."
    if submission is None:
        return context
    snapshot = submission.snapshot
    when = moment(submission.submitted_at, room.edition.zone)
    context |= {
        "title": snapshot["title"],
        "snapshot": snapshot,
        "standing": f"Submitted at {when}, reference {submission.reference}.",
        "digest": submission.digest,
        "files": [_file(entry, word, file) for word, file in named_files(snapshot)],
    }
    context["declared"] = declared_words(entry)
    if room.has(TeamRole.ENTRIES):
        context["may_receive"] = True
        reception = reception_of(submission)
        context["is_checked"] = reception is not None
        context["received"] = reception_words(reception, room.edition.zone)
    if room.has(TeamRole.JUDGING):
        context["criteria"] = [answer for answer in snapshot["answers"] if answer["is_scored"]]
        context["readings"] = [
            _reading(reading, context["criteria"]) for reading in readings_of(entry)
        ]
    return context


def declared_words(entry: Entry) -> list[tuple[str, str]]:
    """Return what was declared for the entry, in words."""
    words = []
    for asked in asked_declarations(entry):
        answer = DeclarationChoice(asked.choice).label if asked.choice else "Not declared"
        words.append((asked.text, f"{answer}. {asked.note}" if asked.note else str(answer)))
    return words


def reception_words(reception: Reception | None, zone: ZoneInfo) -> str:
    """Return what the desk last said of the submission."""
    if reception is None:
        return "Not checked yet."
    when = moment(reception.checked_at, zone)
    return f"In order, at {when}." if reception.is_in_order else f"Not in order: {reception.note}"


def _file(entry: Entry, word: str, described: Mapping[str, Any]) -> dict[str, str]:
    pages = described.get("page_count")
    return {
        "text": f"{word}: {described['name']}" + (f", {counted(pages, 'page')}" if pages else ""),
        "href": reverse(
            "organiser_file",
            kwargs={
                "edition": entry.edition_id,
                "entry": entry.pk,
                "attachment": described["attachment_id"],
            },
        ),
    }


def _reading(reading: Assignment, criteria: list[dict[str, Any]]) -> dict[str, Any]:
    scores = scores_by_criterion(reading)
    given = [scores.get(UUID(criterion["criterion_id"])) for criterion in criteria]
    comments = [
        (criterion["name"], score.comment)
        for criterion, score in zip(criteria, given, strict=True)
        if score is not None and score.comment
    ]
    card = getattr(reading, "scorecard", None)
    if card is not None and card.comment:
        comments.append(("The whole entry", card.comment))
    return {
        "judge": reading.judge.person.display_name,
        "state": reading_state(reading),
        "values": [
            "" if score is None or score.value is None else str(score.value) for score in given
        ],
        "comments": comments,
    }


def reading_state(reading: Assignment) -> str:
    """Return how far a judge is with an entry."""
    if hasattr(reading, "recusal"):
        return f"Recused: {reading.recusal.reason}"
    if hasattr(reading, "abstention"):
        return f"Abstained: {reading.abstention.reason}"
    if not hasattr(reading, "scorecard"):
        return "Not begun"
    return "Confirmed" if hasattr(reading.scorecard, "confirmation") else "In progress"
