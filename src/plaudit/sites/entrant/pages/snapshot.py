"""A snapshot as it is read, before and after it is submitted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plaudit.people.models import OrganisationKind
from plaudit.sites.components.reading.citations import Cited, cited_evidence
from plaudit.sites.components.reading.evidence import EvidenceReading, evidence_reading
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
    evidence: EvidenceReading
    cites: dict[int, Cited]


def snapshot_page(
    snapshot: dict[str, Any], address: Callable[[dict[str, Any]], str] = lambda _: ""
) -> SnapshotPage:
    """Return the words of a snapshot of format 2. `address` gives that of an attachment's file, or ""."""
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
        evidence=evidence_reading(snapshot["evidence"], address),
        cites=cited_evidence(snapshot["evidence"], address),
    )


def paragraphs(text: str) -> list[str]:
    """Return the text's lines that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _role(organisation: dict[str, Any]) -> str:
    kind = organisation["kind"]
    label = str(OrganisationKind(kind).label) if kind in OrganisationKind.values else ""
    return f"Lead organisation. {label}" if organisation["role"] == "lead" else label
