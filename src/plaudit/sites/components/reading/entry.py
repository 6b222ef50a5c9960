"""An entry as judges read it, for `components/reading.html`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plaudit.judging.projection import EntryForJudge, ReadAnswer
from plaudit.judging.queries.stack import WORDS_A_MINUTE
from plaudit.kit.paragraphs import Block, in_paragraphs
from plaudit.sites.components.reading.citations import PDF, Cited, cited_evidence
from plaudit.sites.components.reading.evidence import EvidenceReading, evidence_reading


@dataclass(frozen=True, slots=True)
class ReadSection:
    """`card` is the place of its score on the scorecard, for a link; empty for a section without score."""

    anchor: str
    name: str
    note: str
    prompts: tuple[str, ...]
    blocks: list[Block]
    card: str


@dataclass(frozen=True, slots=True)
class EntryReading:
    """`organisations` are (name, credit line, is lead); addresses are empty where there is none."""

    title: str
    category: str
    reference: str
    facts: str
    organisations: list[tuple[str, str, bool]]
    summary: list[Block]
    sections: list[ReadSection]
    photo: str
    evidence: EvidenceReading
    cites: dict[int, Cited]


def entry_reading(
    entry: EntryForJudge,
    address: Callable[[str], str],
    reading: Callable[[str], str] | None = None,
) -> EntryReading:
    """Return the entry in the words of the page. `address` gives that of the file "photo", or "e1".

    `reading` gives where the PDF "e1" can be read page by page.
    """
    pieces = [one.details for one in entry.evidence]

    def opened(piece: dict[str, Any]) -> str:
        is_read = reading is not None and piece.get("content_type") == PDF
        return (reading if is_read and reading else address)(f"e{piece['number']}")

    minutes = max(1, round(entry.words / WORDS_A_MINUTE))
    return EntryReading(
        title=entry.title,
        category=entry.category,
        reference=entry.reference,
        facts=f"{entry.words:,} words, {minutes} minute{'' if minutes == 1 else 's'} to read",
        organisations=[(one.name, one.credit_line, one.is_lead) for one in entry.organisations],
        summary=in_paragraphs(entry.summary),
        sections=[_section(answer) for answer in entry.answers],
        photo=address("photo") if entry.photo else "",
        evidence=evidence_reading(pieces, opened),
        cites=cited_evidence(pieces, opened if reading else lambda piece: ""),
    )


def _section(answer: ReadAnswer) -> ReadSection:
    return ReadSection(
        anchor=f"section-{answer.criterion}",
        name=answer.name,
        note=weight_text(answer),
        prompts=answer.prompts,
        blocks=in_paragraphs(answer.text),
        card=f"card-{answer.criterion}" if answer.is_scored else "",
    )


def weight_text(answer: ReadAnswer) -> str:
    """Return "20%" or "20 points", or nothing for a section without a weight."""
    if answer.weight is None:
        return ""
    return f"{answer.weight:g}%" if answer.weight_unit == "percent" else f"{answer.weight:g} points"
