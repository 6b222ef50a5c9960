"""An entry as one judge may see it: the only source of its content for pages, search, export and download.

It is made from the latest submission, never from the draft, and names organisations, never people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from plaudit.entries.models import Submission
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
class EntryForJudge:
    reference: str
    title: str
    summary: str
    category: str
    organisations: tuple[ReadOrganisation, ...]
    answers: tuple[ReadAnswer, ...]
    photo: ReadFile | None
    evidence: ReadFile | None

    @property
    def words(self) -> int:
        """Words in all the answers."""
        return sum(answer.words for answer in self.answers)

    def file(self, kind: str) -> ReadFile | None:
        """Return the "photo" or the "evidence", or None."""
        return {"photo": self.photo, "evidence": self.evidence}.get(kind)


def entry_for_judge(assignment: Assignment) -> EntryForJudge | None:
    """Return the entry as it was last submitted, or None when it never was.

    The caller has the assignment from `judging.queries.assignment_for`, which knows of conflicts. One
    query, or none when the assignment came with its `snapshot`.
    """
    snapshot = assignment.__dict__.get("snapshot")
    if snapshot is None:
        latest = Submission.objects.filter(entry=assignment.entry_id).order_by("-number")
        snapshot = latest.values_list("snapshot", flat=True).first()
    return None if snapshot is None else _read(snapshot)


def _read(snapshot: dict[str, Any]) -> EntryForJudge:
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
        evidence=_file(snapshot["evidence"]),
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


def _file(file: dict[str, Any] | None) -> ReadFile | None:
    if file is None:
        return None
    return ReadFile(UUID(file["attachment_id"]), file["name"], file["size"], file.get("page_count"))
