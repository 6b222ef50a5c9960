"""A drawing of how many entries each judge reads, beside the least and the most they may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

ROW = 18
LEFT, RIGHT, TOP, BOTTOM = 160, 60, 64, 40
WIDTH = 720
MOST_ROWS = 80
FAR = 3
"""A limit so many times beyond the greatest load is left out, lest the bars be lost."""

BAR, LIMIT, TEXT, PAPER = "#1d5a74", "#8a4b08", "#1b1b1b", "#ffffff"


def draw_loads(loads: Mapping[str, int], limits: Sequence[tuple[int, int]]) -> str:
    """Return SVG: a bar for each judge, or, beyond 80 judges, for each number of entries.

    `limits` holds the (least, most) of each judge in the same order, -1 for no limit.
    """
    if len(loads) > MOST_ROWS:
        return _drawn(*_by_number(list(loads.values())))
    rows = [
        (name, load, least, most)
        for (name, load), (least, most) in zip(loads.items(), limits, strict=True)
    ]
    total = sum(loads.values())
    words = f"{total} readings over {len(loads)} judges. " + "; ".join(
        f"{name}: {load}" for name, load, _, _ in rows
    )
    return _drawn("Entries each judge reads", words, "entries", rows)


Row = tuple[str, int, int, int]


def _by_number(loads: Sequence[int]) -> tuple[str, str, str, list[Row]]:
    low, high = min(loads), max(loads)
    size = max(1, -(-(high - low + 1) // MOST_ROWS))
    rows: list[Row] = []
    for start in range(low, high + 1, size):
        count = sum(start <= load < start + size for load in loads)
        name = f"{start}" if size == 1 else f"{start} to {start + size - 1}"
        rows.append((f"{name} entries", count, 0, -1))
    words = f"{sum(loads)} readings over {len(loads)} judges. " + "; ".join(
        f"{name}: {count} judges" for name, count, _, _ in rows
    )
    return "How many judges read how many entries", words, "judges", rows


def _drawn(title: str, words: str, unit: str, rows: Sequence[Row]) -> str:
    greatest = max([1, *(value for _, value, _, _ in rows)])
    furthest = max(greatest, *(n for row in rows for n in row[2:] if n <= FAR * greatest), 1)
    scale = (WIDTH - LEFT - RIGHT) / furthest
    height = TOP + ROW * len(rows) + BOTTOM
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="title desc" '
            'font-family="sans-serif" font-size="12">'
        ),
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="desc">{_text(words)}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        f'<text x="16" y="28" font-size="16" font-weight="bold" fill="{TEXT}">{_text(title)}</text>',
    ]
    if any(least > 0 or most >= 0 for _, _, least, most in rows):
        parts.append(
            f'<text x="16" y="48" fill="{LIMIT}">Marks: the least and the most each may read</text>'
        )
    for place, row in enumerate(rows):
        parts += _row(row, TOP + ROW * place, scale)
    foot = TOP + ROW * len(rows) + 20
    parts.append(f'<text x="{LEFT}" y="{foot}" fill="{TEXT}">0 to {furthest} {unit}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _row(row: Row, top: int, scale: float) -> list[str]:
    name, value, least, most = row
    shown = name if len(name) <= 22 else name[:21] + "…"
    middle = top + ROW - 5
    furthest = (WIDTH - LEFT - RIGHT + 1) / scale
    after = LEFT + value * scale + 8
    parts = [
        f'<text x="{LEFT - 8}" y="{middle}" text-anchor="end" fill="{TEXT}">{_text(shown)}</text>',
        (
            f'<rect x="{LEFT}" y="{top + 3}" width="{value * scale:.1f}" height="{ROW - 6}" '
            f'fill="{BAR}"/>'
        ),
        f'<text x="{after:.1f}" y="{middle}" fill="{TEXT}">{value}</text>',
    ]
    for mark in (least, most):
        if 0 < mark <= furthest:
            x = LEFT + mark * scale
            parts.append(
                f'<path d="M{x:.1f} {top + 1}V{top + ROW - 1}" stroke="{LIMIT}" stroke-width="2"/>'
            )
    return parts


def _text(words: str) -> str:
    """Escape, and leave out what XML 1.0 forbids."""
    return escape(
        "".join(each if each >= " " and each not in "\ufffe\uffff" else " " for each in words)
    )
