"""The winners' page: for each category who won, who was commended, and who stood beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from plaudit.kit.dates import day
from plaudit.programmes.models import Edition
from plaudit.results.awards import Award
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
    winners: Sequence[Honour]
    commended: Sequence[Honour]
    finalists: Sequence[Honour]


def announced(edition: Edition, released_at: dt.datetime) -> str:
    return f"Chosen by the judges, and announced on {day(released_at, edition.zone)}."


def honours(awards: Iterable[Award]) -> list[CategoryHonours]:
    """Return the awards by category, in the order given."""
    found = []
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
            )
        )
    return found


def _honour(award: Award) -> Honour:
    return Honour(
        title=award.title,
        label=str(award.outcome.label),
        credits=[credit.credit_line or credit.name for credit in award.organisations],
        words=blocks(award.citation),
    )
