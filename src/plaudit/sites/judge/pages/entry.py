"""An entry in its place on a judge's stack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from plaudit.judging.models import Assignment
from plaudit.judging.projection import EntryForJudge
from plaudit.judging.queries import Place, next_unread
from plaudit.sites.components.reading.entry import EntryReading, entry_reading


@dataclass(frozen=True, slots=True)
class EntryPage:
    """`read` is what there is to read; addresses are empty where there is none."""

    read: EntryReading
    pdf: str
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
    return EntryPage(
        read=entry_reading(
            entry,
            lambda name: _file_address(assignment, name),
            lambda name: reverse("judge_file_reading", args=[assignment.pk, name]),
        ),
        pdf=reverse("judge_pdf", args=[assignment.pk]),
        place=f"{index + 1} of {len(places)}",
        back=reverse("judge_stack", args=[assignment.judge_id]),
        previous=_address(places[index - 1]) if 0 < index < len(places) else "",
        following=_address(places[index + 1]) if index + 1 < len(places) else "",
        next_unread=_address(coming) if coming and coming.assignment != assignment.pk else "",
    )


def _file_address(assignment: Assignment, name: str) -> str:
    return reverse("judge_file", args=[assignment.pk, name])


def _address(place: Place) -> str:
    return reverse("judge_entry", args=[place.assignment])
