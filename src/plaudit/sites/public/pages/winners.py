"""The winners' page: for each category who won, who was commended, and who stood beside them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from zoneinfo import ZoneInfo

from plaudit.kit.dates import day, short_day
from plaudit.programmes.models import Edition
from plaudit.results.awards import Award, CorrectionNote
from plaudit.results.models import Outcome
from plaudit.sites.public.pages.prose import Block, blocks


@dataclass(frozen=True)
class Honour:
    """An entry that was placed, with the credit of every partner and the judges' words."""

    title: str
    label: str
    credits: list[str]
    words: list[Block]


@dataclass(frozen=True)
class CategoryHonours:
    """What was awarded in one category."""

    name: str
    slug: str
    winners: Sequence[Honour] = ()
    commended: Sequence[Honour] = ()
    finalists: Sequence[Honour] = ()
    corrections: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no award stands any more, after a correction."""
        return not (self.winners or self.commended or self.finalists)


def announced(edition: Edition, released_at: dt.datetime) -> str:
    return f"Chosen by the judges, and announced on {day(released_at, edition.zone)}."


def corrected(notes: Iterable[CorrectionNote], zone: ZoneInfo) -> dict[tuple[str, str], list[str]]:
    """Return what to say of the corrections in each category, by its name and slug."""
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for note in notes:
        when = short_day(note.corrected_at, zone)
        said[note.category_name, note.category_slug].append(f"Corrected on {when}: {note.reason}")
    return dict(said)


def honours(
    awards: Iterable[Award], corrections: Mapping[tuple[str, str], Sequence[str]]
) -> list[CategoryHonours]:
    """Return the awards by category, in the order given, with what was corrected in each.

    Categories in which no award stands after a correction come last.
    """
    found = []
    empty = dict(corrections)
    for (name, slug), group in groupby(
        awards, key=lambda award: (award.category_name, award.category_slug)
    ):
        placed = list(group)
        found.append(
            CategoryHonours(
                name=name,
                slug=slug,
                winners=[_honour(award) for award in placed if award.is_winner],
                commended=[
                    _honour(award) for award in placed if award.outcome == Outcome.HIGHLY_COMMENDED
                ],
                finalists=[_honour(award) for award in placed if award.outcome == Outcome.FINALIST],
                corrections=empty.pop((name, slug), ()),
            )
        )
    return found + [
        CategoryHonours(name=name, slug=slug, corrections=notes)
        for (name, slug), notes in empty.items()
    ]


def _honour(award: Award) -> Honour:
    return Honour(
        title=award.title,
        label=str(award.outcome.label),
        credits=[credit.credit_line or credit.name for credit in award.organisations],
        words=blocks(award.citation),
    )
