"""Several drawings in one, one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def stacked(drawings: Sequence[str], title: str) -> str:
    """Return one SVG that holds the others whole; the names of titles are made different."""
    parts, top, width = [], 0, 0
    for number, drawing in enumerate(drawings):
        found = SIZE.search(drawing)
        if found is None:
            raise ValueError("not a drawing of this package")
        inner = drawing.replace('"title desc"', f'"title-{number} desc-{number}"')
        inner = inner.replace('id="title"', f'id="title-{number}"')
        inner = inner.replace('id="desc"', f'id="desc-{number}"')
        parts.append(inner.replace("<svg ", f'<svg y="{top}" ', 1).strip())
        top += int(found[2])
        width = max(width, int(found[1]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top}" width="{width}" '
        f'height="{top}"><title>{escape(title)}</title>{"".join(parts)}</svg>\n'
    )
