"""A snapshot as it is read, before and after it is submitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plaudit.people.models import OrganisationKind
from plaudit.sites.entrant.pages.files import file_about
from plaudit.sites.entrant.pages.tasks import word_count


@dataclass(frozen=True)
class SnapshotPage:
    """The entry as judges read it. Texts are lists of paragraphs."""

    title: str
    summary: list[str]
    organisations: list[tuple[str, str, str]]
    eligibility: list[tuple[str, str]]
    answers: list[tuple[str, str, list[str], list[str]]]
    photo: dict[str, Any] | None
    evidence: dict[str, Any] | None
    evidence_about: str


def snapshot_page(snapshot: dict[str, Any]) -> SnapshotPage:
    """Return the words of a snapshot of format 1."""
    evidence = snapshot["evidence"]
    return SnapshotPage(
        title=snapshot["title"],
        summary=paragraphs(snapshot["summary"]),
        organisations=[
            (each["name"], _role(each), each["credit_line"]) for each in snapshot["organisations"]
        ],
        eligibility=[
            (each["question"], {True: "Yes", False: "No", None: "Not answered"}[each["is_yes"]])
            for each in snapshot["eligibility"]
        ],
        answers=[
            (
                each["name"],
                word_count(each["words"], each["word_limit"]),
                each["prompts"],
                paragraphs(each["text"]),
            )
            for each in snapshot["answers"]
        ],
        photo=snapshot["photo"],
        evidence=evidence,
        evidence_about=file_about(evidence["size"], evidence["page_count"]) if evidence else "",
    )


def paragraphs(text: str) -> list[str]:
    """Return the text's lines that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _role(organisation: dict[str, Any]) -> str:
    kind = organisation["kind"]
    label = str(OrganisationKind(kind).label) if kind in OrganisationKind.values else ""
    return f"Lead organisation. {label}" if organisation["role"] == "lead" else label
