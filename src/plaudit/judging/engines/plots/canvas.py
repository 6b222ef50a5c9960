"""A drawing as SVG text: escaped, titled and described, with no script and no style sheet."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

PAPER, INK, SOFT, LINE, ACCENT = "#FBFAF7", "#1B1F2A", "#565B66", "#D9D6CC", "#1F5C4A"
FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, sans-serif"
FORBIDDEN = {chr(code) for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}
ROOM = 246
"""What a name may take beside a row, in pixels."""


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
            f'font-size="{size}">{_text(words)}</text>'
        )

    def svg(self, title: str, description: str) -> str:
        """Return the whole drawing; the description says in words what it shows."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}" role="img" aria-labelledby="title desc" '
            f'font-family="{FONT}">'
            f'<title id="title">{_text(title)}</title><desc id="desc">{_text(description)}</desc>'
            f'<rect width="{self.width}" height="{self.height}" fill="{PAPER}"/>'
            + "".join(self.marks)
            + "</svg>\n"
        )


def _text(words: str) -> str:
    """Escape, and leave out what XML 1.0 forbids."""
    return escape("".join(" " if letter in FORBIDDEN else letter for letter in words))


def shortened(name: str, *, room: float = ROOM, size: int = 13) -> str:
    """Return the name, or its beginning and its end where there is too little room for the whole of it."""
    if _width(name) * size <= room:
        return name
    tail = name[-6:]
    left = room / size - _width("…" + tail)
    head = 0
    while head < len(name) and (left := left - _width(name[head])) >= 0:
        head += 1
    return name[:head].rstrip() + "…" + tail


def _width(words: str) -> float:
    """Return about how wide words are, in sizes of the type: no browser is asked."""
    return sum(_width_of(letter) for letter in words)


def _width_of(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if letter in "WM@%—…" or unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in "fijlrtI.,:;'|!()[] ":
        return 0.4
    return 0.76 if letter.isupper() else 0.61


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
