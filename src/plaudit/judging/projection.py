"""An entry as one judge may see it: the only source of its content for pages, search, export and download.

It is made from the latest submission, never from the draft, and names organisations, never people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from plaudit.entries.models import Submission
from plaudit.entries.pdf import submission_pdf
from plaudit.judging.models import Assignment


@dataclass(frozen=True, slots=True)
class ReadOrganisation:
    name: str
    is_lead: bool
    credit_line: str


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """One section. `weight` is in `weight_unit` ("percent", "points"), or both are None."""

    criterion: UUID
    name: str
    prompts: tuple[str, ...]
    text: str
    words: int
    is_scored: bool
    weight: float | None
    weight_unit: str | None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file of the submission; `page_count` is None unless it is a document."""

    attachment: UUID
    name: str
    size: int
    page_count: int | None


@dataclass(frozen=True, slots=True)
class ReadEvidence:
    """What answers cite as [E`number`]. `details` are the snapshot's for its `kind`; `file` an attachment's."""

    number: int
    kind: str
    title: str
    details: dict[str, Any]
    file: ReadFile | None


@dataclass(frozen=True, slots=True)
class EntryForJudge:
    reference: str
    title: str
    summary: str
    category: str
    organisations: tuple[ReadOrganisation, ...]
    answers: tuple[ReadAnswer, ...]
    photo: ReadFile | None
    evidence: tuple[ReadEvidence, ...]

    @property
    def words(self) -> int:
        """Words in all the answers."""
        return sum(answer.words for answer in self.answers)

    def file(self, name: str) -> ReadFile | None:
        """Return the "photo", or the file of the evidence "e1", or None."""
        if name == "photo":
            return self.photo
        return next((one.file for one in self.evidence if name == f"e{one.number}"), None)


def entry_for_judge(assignment: Assignment) -> EntryForJudge | None:
    """Return the entry as it was last submitted, or None when it never was.

    The caller has the assignment from `judging.queries.assignment_for`, which knows of conflicts. One
    query, or none when the assignment came with its `snapshot`.
    """
    snapshot = _snapshot(assignment)
    return None if snapshot is None else entry_in_snapshot(snapshot)


def pdf_for_judge(assignment: Assignment) -> bytes | None:
    """Return the same as a tagged PDF, or None when the entry was never submitted. For the same callers."""
    snapshot = _snapshot(assignment)
    return None if snapshot is None else submission_pdf(snapshot)


def _snapshot(assignment: Assignment) -> dict[str, Any] | None:
    snapshot = assignment.__dict__.get("snapshot")
    if snapshot is None:
        latest = Submission.objects.filter(entry=assignment.entry_id).order_by("-number")
        snapshot = latest.values_list("snapshot", flat=True).first()
    return snapshot


def entry_in_snapshot(snapshot: dict[str, Any]) -> EntryForJudge:
    """Return what a judge is shown of the snapshot: of a submission, or of the draft for who writes it."""
    return EntryForJudge(
        reference=snapshot["reference"],
        title=snapshot["title"],
        summary=snapshot["summary"],
        category=snapshot["category"]["name"],
        organisations=tuple(
            ReadOrganisation(one["name"], one["role"] == "lead", one["credit_line"])
            for one in snapshot["organisations"]
        ),
        answers=tuple(_answer(one) for one in snapshot["answers"]),
        photo=_file(snapshot["photo"]),
        evidence=tuple(_evidence(one) for one in snapshot["evidence"]),
    )


def _answer(answer: dict[str, Any]) -> ReadAnswer:
    return ReadAnswer(
        criterion=UUID(answer["criterion_id"]),
        name=answer["name"],
        prompts=tuple(answer["prompts"]),
        text=answer["text"],
        words=answer["words"],
        is_scored=answer["is_scored"],
        weight=answer["weight"],
        weight_unit=answer["weight_unit"],
    )


def _evidence(piece: dict[str, Any]) -> ReadEvidence:
    return ReadEvidence(
        number=piece["number"],
        kind=piece["kind"],
        title=piece["title"],
        details=piece,
        file=_file(piece) if piece.get("attachment_id") else None,
    )


def _file(file: dict[str, Any] | None) -> ReadFile | None:
    if file is None:
        return None
    return ReadFile(UUID(file["attachment_id"]), file["name"], file["size"], file.get("page_count"))
