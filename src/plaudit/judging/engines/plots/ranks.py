"""Where each entry could stand: its rank range as a bar, its own rank as a dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.judging.engines.plots.canvas import (
    ACCENT,
    INK,
    LINE,
    SOFT,
    Canvas,
    round_steps,
    shortened,
)  # fmt: skip

LEFT, RIGHT, TOP, ROW = 270, 84, 92, 24
WIDTH = 860
KEY = "Bar: 90 % range of ranks. Dot: rank as adjusted. Ring: rank by the raw mean."


@dataclass(frozen=True, slots=True)
class RankedEntry:
    """One entry. `raw_rank` is its place by the raw mean; `chance` that of a place among the top k."""

    name: str
    rank: int
    low: int
    high: int
    raw_rank: int
    chance: float


def rank_plot(entries: Sequence[RankedEntry], *, top_k: int, title: str, more: int = 0) -> str:
    """Draw the entries, the best first, as SVG; `more` are those that were left out after them."""
    places = max((entry.high for entry in entries), default=1)
    canvas = Canvas(WIDTH, TOP + ROW * len(entries) + 30)

    def across(rank: float) -> float:
        return LEFT + (rank - 1) * (WIDTH - LEFT - RIGHT) / max(places - 1, 1)

    bottom = TOP + ROW * len(entries)
    canvas.text(20, 30, shortened(title, room=WIDTH - 40, size=17), size=17)
    canvas.text(20, 50, KEY, colour=SOFT)
    canvas.text(WIDTH - 12, TOP - 10, f"top {top_k}", anchor="end", colour=SOFT, size=12)
    for step in sorted({1, *(round(step) for step in round_steps(1, places)), places}):
        if 1 < step < places and places - step < places / 20:
            continue
        canvas.line((across(step), TOP - 4), (across(step), bottom), LINE)
        canvas.text(across(step), TOP - 10, str(step), anchor="middle", colour=SOFT, size=12)
    if 1 <= top_k < places:
        canvas.line((across(top_k + 0.5), TOP - 4), (across(top_k + 0.5), bottom), INK, 1.5)
    for number, entry in enumerate(entries):
        y = TOP + ROW * number + ROW / 2
        canvas.text(LEFT - 16, y + 4, shortened(entry.name), anchor="end")
        canvas.line((across(entry.low), y), (across(entry.high), y), ACCENT, 3)
        if entry.raw_rank != entry.rank:
            canvas.dot(across(entry.raw_rank), y, is_open=True)
        canvas.dot(across(entry.rank), y)
        canvas.text(WIDTH - 12, y + 4, f"{entry.chance:.0%}", anchor="end", size=12)
    if more:
        canvas.text(LEFT - 16, bottom + 20, f"and {more:,} more", anchor="end", colour=SOFT)
    return canvas.svg(title, _described(entries, top_k))


def _described(entries: Sequence[RankedEntry], top_k: int) -> str:
    said = [
        f"{entry.name}: rank {entry.rank}, from {entry.low} to {entry.high}, by the raw mean "
        f"{entry.raw_rank}, {entry.chance:.0%} for the top {top_k}"
        for entry in entries
    ]
    return "; ".join(said) + "." if said else "No entries."
