"""The evidence of an entry as its people see it, and how each kind is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from plaudit.entries.actions.measure import add_measure, change_measure
from plaudit.entries.actions.testimonial import add_testimonial, change_testimonial
from plaudit.entries.actions.value import add_value, change_value
from plaudit.entries.cautions.evidence import piece_cautions
from plaudit.entries.cautions.guard import in_piece
from plaudit.entries.completeness import testimonial_faults
from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.models import Audience, Entry, Evidence, EvidenceKind
from plaudit.entries.parts import EntryParts
from plaudit.entries.snapshot import evidence_in_snapshot
from plaudit.sites.components.reading.evidence import EvidenceReading, evidence_reading
from plaudit.sites.entrant.forms.measure import MeasureForm, measure_initial
from plaudit.sites.entrant.forms.testimonial import TestimonialForm, testimonial_initial
from plaudit.sites.entrant.forms.value import ValueForm, value_initial

CARRIED = "It came over from the earlier entry. Bring it up to date, or say that it still holds."
EvidenceForm = Any  # one of the forms below; each has `facts()`


@dataclass(frozen=True)
class Editor:
    """How a kind of evidence is added and changed. `blank` is what a new form begins with."""

    heading: str
    form: Callable[..., EvidenceForm]
    initial: Callable[[Evidence], dict[str, Any]]
    add: Callable[..., Any]
    change: Callable[..., None]
    blank: dict[str, Any]


EDITORS: dict[str, Editor] = {
    "measure": Editor("Measure", MeasureForm, measure_initial, add_measure, change_measure, {}),
    "value": Editor("Value for money", ValueForm, value_initial, add_value, change_value, {}),
    "testimonial": Editor(
        "Testimonial",
        TestimonialForm,
        testimonial_initial,
        add_testimonial,
        change_testimonial,
        {"audience": Audience.JUDGES},
    ),
}


@dataclass(frozen=True)
class PieceRow:
    """A piece as it is listed. `notes` are what is lacking, the first of them what blocks if `is_blocked`.

    `may_be_kept`: carried over, and nobody has said yet whether it still holds.
    """

    part: EvidencePart
    kind: str
    notes: list[str]
    is_blocked: bool
    may_move_up: bool
    is_file: bool
    may_be_kept: bool


@dataclass(frozen=True)
class EvidencePage:
    rows: list[PieceRow]
    read: EvidenceReading


def evidence_page(entry: Entry, parts: EntryParts) -> EvidencePage:
    """Return the pieces as a list to work on, and as judges will read them."""
    return EvidencePage(
        rows=[_row(part, place, parts) for place, part in enumerate(parts.evidence)],
        read=evidence_reading(
            evidence_in_snapshot(parts),
            lambda file: reverse("entry_file_reading", args=[entry.pk, file["attachment_id"]]),
        ),
    )


def _row(part: EvidencePart, place: int, parts: EntryParts) -> PieceRow:
    faults = list(testimonial_faults([part]))
    return PieceRow(
        part=part,
        kind=str(EvidenceKind(part.kind).label),
        notes=[
            *faults,
            *([CARRIED] if part.is_stale and not faults else []),
            *in_piece(part),
            *piece_cautions(part),
        ],
        is_blocked=bool(faults),
        may_move_up=any(each.kind == part.kind for each in parts.evidence[:place]),
        is_file=part.kind == EvidenceKind.ATTACHMENT,
        may_be_kept=part.is_stale and not faults,
    )
