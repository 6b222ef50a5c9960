"""What a piece of evidence in a submission says, in words for somebody who compares two of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from plaudit.entries.engines.charts.wording import day_in_words
from plaudit.entries.evidence_words import LINE_KINDS, pounds, workings
from plaudit.entries.models import Audience, Direction
from plaudit.entries.substance import said_of_piece, series_in_words
from plaudit.sites.organiser.pages.categories import counted

Piece = dict[str, Any]


def words_of(piece: Piece, *, with_values: bool = True) -> str:
    """Return what the piece says besides its title, a line for each fact.

    Without the values of its series where they are told apart; how many there are is said all the same.
    """
    if piece["kind"] == "measure":
        return "\n".join(_measure(piece, with_values=with_values))
    written = KINDS.get(piece["kind"])
    return "\n".join(written(piece)) if written else said_of_piece(piece)


def _measure(piece: Piece, *, with_values: bool) -> Iterator[str]:
    yield from _fact("Measured in", piece["unit"])
    yield str(Direction(piece["direction"]).label)
    for name in ("baseline", "target", "result"):
        parts = [piece[name], piece[f"{name}_period"]]
        yield from _fact(name.capitalize(), ", ".join(filter(None, parts)))
    yield from _fact("Source", piece["source"])
    if piece["series"]:
        yield series_in_words(piece["series"]) + (":" if with_values else "")
        if with_values:
            yield ", ".join(str(value) for _, value in piece["series"])
    if piece["changed_on"]:
        yield from _fact(
            f"Changed on {_day(piece['changed_on'])}", piece["change_note"] or "no note"
        )


def _testimonial(piece: Piece) -> Iterator[str]:
    yield piece["words"]
    yield ", ".join(filter(None, (piece["name"], piece["role"], piece["organisation"])))
    yield str(Audience(piece["audience"]).label)


def _value(piece: Piece) -> Iterator[str]:
    yield from _fact("Period", f"{piece['period']}, {counted(piece['months'], 'month')}")
    for line in piece["lines"]:
        name = f"{LINE_KINDS[line['kind']]}, {line['description']}"
        yield f"{name}: {', '.join(filter(None, (workings(line), pounds(line['amount']))))}"
    yield from _fact("Assumptions", piece["assumptions"])
    yield from _fact("Source", piece["source"])


def _attachment(piece: Piece) -> Iterator[str]:
    pages = piece.get("page_count")
    yield piece["name"] + (f", {counted(pages, 'page')}" if pages else "")


def _fact(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}: {text}"


def _day(iso: str) -> str:
    return day_in_words(dt.date.fromisoformat(iso))


KINDS: dict[str, Callable[[Piece], Iterator[str]]] = {
    "testimonial": _testimonial,
    "value": _value,
    "attachment": _attachment,
}
