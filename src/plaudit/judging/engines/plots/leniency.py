"""What each judge adds to a score beside the average judge, with 90 per cent intervals."""

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

LEFT, RIGHT, TOP, ROW = 270, 70, 92, 24
WIDTH = 860
KEY = "Left of the line: more severe than the average judge. Bar: 90 % interval."


@dataclass(frozen=True, slots=True)
class JudgedLeniency:
    """One judge. The ends are None where nothing can be said of them."""

    name: str
    count: int
    leniency: float
    low: float | None
    high: float | None


def leniency_plot(judges: Sequence[JudgedLeniency], *, title: str, more: int = 0) -> str:
    """Draw the judges in the order given as SVG; `more` are those that were left out."""
    ends = [0.0]
    for judge in judges:
        ends += [end for end in (judge.low, judge.leniency, judge.high) if end is not None]
    least, most = min(ends), max(ends)
    canvas = Canvas(WIDTH, TOP + ROW * len(judges) + 30)
    bottom = TOP + ROW * len(judges)

    def across(value: float) -> float:
        return LEFT + (value - least) * (WIDTH - LEFT - RIGHT) / ((most - least) or 1.0)

    canvas.text(20, 30, shortened(title, room=WIDTH - 40, size=17), size=17)
    canvas.text(20, 50, KEY, colour=SOFT)
    canvas.text(WIDTH - 12, TOP - 10, "scores", anchor="end", colour=SOFT, size=12)
    for step in round_steps(least, most):
        canvas.line((across(step), TOP - 4), (across(step), bottom), LINE)
        named = f"{step:+g}" if abs(step) > 1e-9 else "0"
        canvas.text(across(step), TOP - 10, named, anchor="middle", colour=SOFT, size=12)
    canvas.line((across(0), TOP - 4), (across(0), bottom), INK, 1.5)
    for number, judge in enumerate(judges):
        y = TOP + ROW * number + ROW / 2
        canvas.text(LEFT - 16, y + 4, shortened(judge.name), anchor="end")
        if judge.low is not None and judge.high is not None:
            canvas.line((across(judge.low), y), (across(judge.high), y), ACCENT, 3)
        canvas.dot(across(judge.leniency), y)
        canvas.text(WIDTH - 12, y + 4, str(judge.count), anchor="end", size=12)
    if more:
        canvas.text(LEFT - 16, bottom + 20, f"and {more:,} more", anchor="end", colour=SOFT)
    return canvas.svg(title, _described(judges))


def _described(judges: Sequence[JudgedLeniency]) -> str:
    said = []
    for judge in judges:
        between = (
            f", from {judge.low:+.2f} to {judge.high:+.2f}"
            if judge.low is not None and judge.high is not None
            else ""
        )
        said.append(f"{judge.name}: {judge.leniency:+.2f}{between}, {judge.count} scores")
    return "; ".join(said) + "." if said else "No judges."
