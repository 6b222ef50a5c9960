"""A drawing as SVG text: escaped, titled and described, with no script and no style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

PAPER, INK, SOFT, LINE, ACCENT = "#FBFAF7", "#1B1F2A", "#565B66", "#D9D6CC", "#1F5C4A"
FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, sans-serif"
LONGEST_NAME = 34


@dataclass
class Canvas:
    """Marks gathered from the top left corner on; lengths are in pixels."""

    width: int
    height: int
    marks: list[str] = field(default_factory=list)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1
    ) -> None:
        self.marks.append(
            f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
            f'stroke="{colour}" stroke-width="{width:g}"/>'
        )

    def dot(self, x: float, y: float, *, is_open: bool = False) -> None:
        fill = PAPER if is_open else ACCENT
        self.marks.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="{ACCENT}" stroke-width="1.5"/>'
        )

    def text(
        self, x: float, y: float, words: str, *, anchor: str = "start", colour: str = INK, size: int = 13
    ) -> None:  # fmt: skip
        self.marks.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" '
            f'font-size="{size}">{escape(words)}</text>'
        )

    def svg(self, title: str, description: str) -> str:
        """Return the whole drawing; the description says in words what it shows."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}" role="img" aria-labelledby="title desc" '
            f'font-family="{FONT}">'
            f'<title id="title">{escape(title)}</title><desc id="desc">{escape(description)}</desc>'
            f'<rect width="{self.width}" height="{self.height}" fill="{PAPER}"/>'
            + "".join(self.marks)
            + "</svg>\n"
        )


def shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def round_steps(least: float, most: float, wanted: int = 6) -> Sequence[float]:
    """Return round numbers between two ends, about as many as wanted."""
    span = most - least
    if span <= 0:
        return [least]
    power = 10.0 ** len(str(int(1 / span))) if span < 1 else 1.0
    raw = span * power / wanted
    size = 10.0 ** (len(str(int(raw))) - 1) if raw >= 1 else 0.1
    step = next(size * times for times in (1, 2, 5, 10, 20, 50, 100) if size * times >= raw) / power
    first = int(least // step)
    steps = (step * number for number in range(first, first + 4 * wanted))
    return [value for value in steps if least - 1e-9 <= value <= most + 1e-9]
