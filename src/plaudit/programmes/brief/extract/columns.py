"""Tables brought to headings and paragraphs: a criterion, what judges look for, its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plaudit.programmes.brief.block import Block, Kind, Marker
from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.extract.markers import part_marker
from plaudit.programmes.brief.measures import is_only_measures
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.wording import asks, is_label

TABLE_LEVEL = 8
_COLUMN_NAMES = (
    ("number", r"\#|no\.?|number|ref(?:erence)?\.?|q\.?|item"),
    ("limit", r".*\b(?:words?|length|word ?count)\b.*|(?:upper |max(?:imum)? )?limit"),
    (
        "weight",
        (
            r".*(?:\bweight(?:ing|age)?s?|%|\bmarks?\b|\bpoints?\b|\bscores?\b|"
            r"percent(?:age)?|\bworth\b|out of|\bmax(?:imum)?\b).*"
        ),
    ),
    (
        "prompt",
        (
            r".*\b(?:look(?:ing)?|description|guidance|prompts?|details?|questions?|expect|"
            r"evidence|should|include|cover|consider|explanation|notes|requirements?|ask|"
            r"answer|describe|tell|address|demonstrate|what|how|definition|points to)\b.*"
        ),
    ),
    (
        "title",
        (
            r".*\b(?:criteri(?:on|a)|sections?|area|heading|theme|element|topic|category|"
            r"aspect|part|component|title|name|measure|factor)\b.*"
        ),
    ),
)
_TITLE_FIRST = re.compile(
    r"^(?:(?:judging|assessment|award|scoring|entry|the) )?(?:criteri(?:on|a)|"
    r"sections?|area|heading|theme|topic)$",
    re.IGNORECASE,
)
_CATEGORY_COLUMN = re.compile(r"(?:award )?(?:category|award)(?: name| title)?", re.IGNORECASE)
_CRITERIA_COLUMN = re.compile(r"criteria|judges|look(?:ing)? for|questions|should", re.IGNORECASE)
_BREAKS = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Row:
    """One table row; cells keep their line breaks, and `line` is its source line."""

    cells: tuple[str, ...]
    line: int
    is_head: bool = False


def _column_kind(cell: str) -> str | None:
    plain = squeeze(cell).casefold()
    if not plain or len(plain) > 70:
        return None
    if _TITLE_FIRST.match(plain):
        return "title"
    return next((kind for kind, pattern in _COLUMN_NAMES if re.fullmatch(pattern, plain)), None)


def _columns(rows: Sequence[Row]) -> tuple[dict[str, int], dict[int, str], bool]:
    """Which column holds what, the heading of each column, and whether the first row is the heading row."""
    first = rows[0].cells
    kinds = [_column_kind(cell) for cell in first]
    is_header = (
        len(rows) > 1
        and sum(k is not None for k in kinds) >= max(2, len(first) - 1)
        and not any(asks(c) and c.strip().endswith("?") for c in first)
    )
    found: dict[str, int] = {}
    if is_header:
        for index, kind in enumerate(kinds):
            if kind and kind not in found:
                found[kind] = index
        if "title" not in found and "prompt" in found:
            spare = [i for i in range(found["prompt"]) if kinds[i] is None]
            if spare:
                found["title"] = spare[0]
        return found, {i: squeeze(c) for i, c in enumerate(first)}, True
    return _guess(rows), {}, rows[0].is_head


def _guess(rows: Sequence[Row]) -> dict[str, int]:
    width = max(len(row.cells) for row in rows)
    found: dict[str, int] = {}
    for column in range(width):
        cells = [
            row.cells[column]
            for row in rows
            if column < len(row.cells) and row.cells[column].strip()
        ]
        if not cells:
            continue
        if all(is_only_measures(c) or re.fullmatch(r"\s*\d{1,3}\s*", c) for c in cells):
            found.setdefault("weight" if column else "number", column)
        elif "title" not in found and sum(is_label(squeeze(c)) for c in cells) > len(cells) / 2:
            found["title"] = column
        else:
            found.setdefault("prompt", column)
    return found


def _measure_note(cell: str, heading: str, kind: str) -> str:
    """A bare figure with the unit its column heading gives: "25" under "Weight (%)" is "25%"."""
    text = squeeze(cell)
    bare = re.fullmatch(r"(?:max(?:imum)?\.?\s*|up to\s*)?(\d+(?:[.,]\d+)*)", text, re.IGNORECASE)
    if fraction := re.fullmatch(r"([1-9])\s*/\s*([2-9])", text):
        return f"{100 * int(fraction[1]) / int(fraction[2]):.4g}%"
    if times := re.fullmatch(r"[x×]\s?(\d)|(\d)\s?[x×]", text, re.IGNORECASE):
        return f"weighting: {times[1] or times[2]}"
    if not bare:
        return text
    if kind == "limit":
        return f"{bare[1]} words"
    if "%" in heading or "percent" in heading.casefold():
        return f"{bare[1]}%"
    if re.search(r"mark|point|score", heading, re.IGNORECASE):
        return f"{bare[1]} points"
    return f"weighting: {bare[1]}"


def table_blocks(rows: Sequence[Row], *, gap: int = 1) -> list[Block]:
    """The blocks of a table: each row a heading with its prompts, or paragraphs where it is only layout."""
    rows = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not rows:
        return []
    if any(has_contact_details(cell) for row in rows for cell in row.cells):
        return [
            Block(" | ".join(squeeze(c) for c in row.cells if c.strip()), (row.line,), gap=1)
            for row in rows
        ]
    if max(len(row.cells) for row in rows) == 1:
        return [block for row in rows for block in cell_blocks(row.cells[0], row.line, gap=gap)]
    if _lists_categories(rows):
        return _category_blocks(rows)
    columns, names, has_header = _columns(rows)
    blocks: list[Block] = []
    if has_header:
        blocks.append(
            Block(" | ".join(rows[0].cells), (rows[0].line,), gap=gap, furniture="table headings")
        )
    for row in rows[1:] if has_header else rows:
        blocks.extend(_row_blocks(row, columns, names))
    return blocks


def _lists_categories(rows: Sequence[Row]) -> bool:
    """Whether each row is a category of its own: name, who may enter, what judges look for."""
    heads = [squeeze(cell) for cell in rows[0].cells]
    is_named = bool(_CATEGORY_COLUMN.fullmatch(heads[0]))
    return len(rows) > 2 and is_named and any(_CRITERIA_COLUMN.search(head) for head in heads[1:])


def _category_blocks(rows: Sequence[Row]) -> list[Block]:
    heads = rows[0]
    blocks = [Block(" | ".join(heads.cells), (heads.line,), furniture="table headings")]
    for row in rows[1:]:
        name, *cells = row.cells
        line = (row.line,)
        blocks.append(Block(squeeze(name), line, Kind.HEADING, 5, gap=1, is_marked_up=True))
        for head, cell in zip(heads.cells[1:], cells, strict=False):
            if cell.strip():
                blocks.append(Block(squeeze(head), line, Kind.HEADING, 6, gap=1, is_marked_up=True))
                blocks.extend(cell_blocks(cell, row.line))
    return blocks


_TITLED = re.compile(r"^([A-Z].{1,59}?)(?:\s*:\s+|\s+[–—-]\s+)(\S.*)$", re.DOTALL)
_NUMBER_ONLY = re.compile(r"(?:q|no\.?|question)?\s*\d{1,2}[.)]?", re.IGNORECASE)


def _row_blocks(row: Row, columns: dict[str, int], names: dict[int, str]) -> list[Block]:
    def cell(kind: str) -> str:
        index = columns.get(kind)
        return row.cells[index] if index is not None and index < len(row.cells) else ""

    notes = tuple(
        _measure_note(cell(kind), names.get(columns[kind], ""), kind)
        for kind in ("weight", "limit")
        if cell(kind).strip()
    )
    title = squeeze(cell("title"))
    is_numbered = bool(_NUMBER_ONLY.fullmatch(title))
    title = "" if is_numbered else title
    used = {columns.get(kind) for kind in ("weight", "limit", "title", "number")}
    rest = [text for index, text in enumerate(row.cells) if index not in used and text.strip()]
    if title and len(rest) > 0 and _NUMBER_ONLY.fullmatch(squeeze(row.cells[0])):
        rest = [text for text in rest if text is not row.cells[0]]
    if not rest and (match := _TITLED.match(title)) and asks(match[2]):
        title, rest = match[1], [match[2]]
    if re.match(r"^(?:grand |sub-?)?total\b", title or squeeze(row.cells[0]), re.IGNORECASE):
        return [Block(" | ".join(row.cells), (row.line,), furniture="a total")]
    blocks = []
    if title:
        blocks.append(
            Block(
                title, (row.line,), Kind.HEADING, TABLE_LEVEL, gap=1, notes=notes, is_marked_up=True
            )
        )
        notes = ()
    for text in rest:
        cells = cell_blocks(text, row.line, notes=notes)
        is_lone = len(rest) == 1 and len(cells) == 1
        if not title and notes and is_lone and (is_numbered or "title" not in columns):
            cells = [replace(cells[0], kind=Kind.ITEM, marker=Marker.QUESTION)]
        blocks.extend(cells)
        notes = ()
    return blocks


def cell_blocks(text: str, line: int, *, gap: int = 0, notes: tuple[str, ...] = ()) -> list[Block]:
    """The lines of one cell as items or paragraphs."""
    blocks = []
    for part in _BREAKS.split(text):
        marked = part_marker(squeeze(part))
        if marked.text:
            kind = Kind.PARAGRAPH if marked.marker is Marker.NONE else Kind.ITEM
            blocks.append(
                Block(
                    marked.text,
                    (line,),
                    kind,
                    marker=marked.marker,
                    ordinal=marked.ordinal,
                    gap=gap,
                    notes=notes,
                )
            )
            notes = ()
    return blocks
