"""The words of the page on which an entry's category is weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import get_text_list

from plaudit.entries.engines.adviser import Advice
from plaudit.entries.models import Answer, CategoryMove, Entry
from plaudit.entries.moves import Consequence
from plaudit.kit.dates import moment
from plaudit.kit.paragraphs import Block, in_paragraphs
from plaudit.programmes.models import Category
from plaudit.sites.components.advice import AdviceLine, advice_lines
from plaudit.sites.entrant.pages.state import to_the_minute


@dataclass(frozen=True)
class ParkedAnswer:
    """An answer that the category does not ask for."""

    name: str
    category: str
    words: int
    blocks: list[Block]
    text: str


@dataclass(frozen=True)
class CategoryPage:
    """`others` are all the categories one could move to: (name, address). `own_fit` is how close its own is."""

    advice: list[AdviceLine]
    own_fit: str
    others: list[tuple[str, str]]
    parked: list[ParkedAnswer]
    moves: list[str]


def category_page(
    entry: Entry,
    *,
    advice: list[tuple[Category, Advice]],
    every: Iterable[Category],
    parked: Iterable[Answer],
    moves: Iterable[CategoryMove],
) -> CategoryPage:
    """Return the page."""

    def address(category: Category) -> str:
        return reverse("entry_category_move", args=[entry.pk, category.pk])

    zone = entry.category.edition.zone
    place = next((n for n, (each, _) in enumerate(advice) if each.pk == entry.category_id), None)
    fit = {0: "It is the closest to your title and summary."}.get(
        place if place is not None else -1, ""
    )
    return CategoryPage(
        advice=advice_lines(
            [(each, said) for each, said in advice if each.pk != entry.category_id], address
        ),
        own_fit=fit,
        others=[(each.name, address(each)) for each in every if each.pk != entry.category_id],
        parked=[
            ParkedAnswer(
                each.criterion.name,
                each.criterion.category.name,
                each.words,
                in_paragraphs(each.text),
                each.text,
            )
            for each in parked
        ],
        moves=[
            f"Moved from {each.from_category.name} to {each.to_category.name} by "
            f"{each.moved_by.display_name}, {moment(to_the_minute(each.moved_at), zone)}."
            for each in moves
        ],
    )


def consequence_page(move: Consequence) -> list[tuple[str, str]]:
    """Return what the move would do, as (term, words)."""
    rows = [
        (
            "Goes along",
            move.carried,
            "No answer: none of the headings you have written for are asked there.",
        ),
        ("Comes back", move.restored, ""),
        ("Is parked", move.parked, "Nothing."),
        ("To be written", move.fresh, "Nothing new."),
    ]
    return [
        (term, str(get_text_list(names, "and")) if names else otherwise)
        for term, names, otherwise in rows
        if names or otherwise
    ]
