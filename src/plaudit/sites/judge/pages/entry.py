"""The words of an entry as a judge reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from plaudit.judging.models import Assignment
from plaudit.judging.projection import EntryForJudge, ReadAnswer, ReadFile
from plaudit.judging.queries import Place, next_unread
from plaudit.judging.queries.stack import WORDS_A_MINUTE
from plaudit.sites.judge.pages.text import Block, in_paragraphs


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
class EntryPage:
    """`organisations` are (name, credit line, is lead); addresses are empty where there is none."""

    title: str
    category: str
    reference: str
    facts: str
    organisations: list[tuple[str, str, bool]]
    summary: list[Block]
    sections: list[ReadSection]
    photo: str
    evidence: tuple[str, str] | None
    place: str
    back: str
    previous: str
    following: str
    next_unread: str


def entry_page(assignment: Assignment, entry: EntryForJudge, places: Sequence[Place]) -> EntryPage:
    """Return the entry in its place on the judge's stack."""
    index = next(
        (n for n, place in enumerate(places) if place.assignment == assignment.pk), len(places)
    )
    coming = next_unread(places, after=assignment.pk)
    minutes = max(1, round(entry.words / WORDS_A_MINUTE))
    return EntryPage(
        title=entry.title,
        category=entry.category,
        reference=entry.reference,
        facts=f"{entry.words:,} words, {minutes} minute{'' if minutes == 1 else 's'} to read",
        organisations=[(one.name, one.credit_line, one.is_lead) for one in entry.organisations],
        summary=in_paragraphs(entry.summary),
        sections=[_section(answer) for answer in entry.answers],
        photo=_file_address(assignment, "photo") if entry.photo else "",
        evidence=(_file_address(assignment, "evidence"), _described(entry.evidence))
        if entry.evidence
        else None,
        place=f"{index + 1} of {len(places)}",
        back=reverse("judge_stack", args=[assignment.judge_id]),
        previous=_address(places[index - 1]) if 0 < index < len(places) else "",
        following=_address(places[index + 1]) if index + 1 < len(places) else "",
        next_unread=_address(coming) if coming and coming.assignment != assignment.pk else "",
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


def _described(file: ReadFile) -> str:
    size = (
        f"{file.size / 1_000_000:.1f} MB"
        if file.size >= 100_000
        else f"{file.size // 1000 or 1} kB"
    )
    pages = (
        f"{file.page_count} page{'' if file.page_count == 1 else 's'}, " if file.page_count else ""
    )
    return f"PDF, {pages}{size}"


def _file_address(assignment: Assignment, kind: str) -> str:
    return reverse("judge_file", args=[assignment.pk, kind])


def _address(place: Place) -> str:
    return reverse("judge_entry", args=[place.assignment])
