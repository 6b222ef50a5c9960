"""Plain text and Markdown brought to blocks, one source line a line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from plaudit.programmes.brief.block import MAX_BLOCKS, MAX_CHARACTERS, Block, Kind, Marker, Page
from plaudit.programmes.brief.cleaning import clean_line, squeeze
from plaudit.programmes.brief.extract import inline
from plaudit.programmes.brief.extract.columns import Row, table_blocks
from plaudit.programmes.brief.extract.depth import set_depths
from plaudit.programmes.brief.extract.markers import (
    Marked,
    bare_numbers,
    part_bare_number,
    part_marker,
)
from plaudit.programmes.brief.extract.wrapping import continues, join, wrap_width

_HASHES = re.compile(r"^(#{1,6})\s*(?=[^\s#])(.*?)\s*#*$")
_RULE = re.compile(r"^\s*(?:[-_*=~•.–—+#]\s?){3,}$")
_SETEXT = re.compile(r"^\s*(={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*$")
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:[|+]\s*:?-+:?\s*)*\|?\s*$")
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_HTML_COMMENT = re.compile(r"^\s*<!--.*-->\s*$")
_ONLY_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,5})[.)\]:]+")
MAX_ROWS = 1_000
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def split_lines(text: str) -> list[str]:
    """Lines at every kind of break, form feeds and Unicode separators included."""
    lines = _BREAKS.split(text)
    return lines[:-1] if lines and not lines[-1] else lines


@dataclass(slots=True)
class _Draft:
    """A block being put together from wrapped lines."""

    block: Block
    indent: int
    text_indent: int
    last_raw: str


@dataclass(slots=True)
class _Reader:
    width: int | None
    vocabulary: Counter[str]
    drafts: list[_Draft] = field(default_factory=list)
    gap: int = 0
    is_open: bool = False
    bare_numbers: frozenset[int] = frozenset()

    def add(self, block: Block, *, indent: int = 0, text_indent: int = 0, raw: str = "") -> None:
        self.drafts.append(_Draft(replace(block, gap=self.gap), indent, text_indent, raw))
        self.gap = 0

    def blank(self) -> None:
        self.gap += 1
        self.is_open = False

    def line(self, index: int, raw: str) -> None:
        expanded = raw.expandtabs(4)
        stripped = expanded.strip()
        if len(stripped) > MAX_CHARACTERS:
            self.add(Block(stripped, (index,)))
            self.is_open = False
            return
        indent = len(expanded) - len(expanded.lstrip())
        if heading := _HASHES.match(stripped):
            marked = part_marker(squeeze(inline.plain(heading[2])))
            self.add(
                Block(marked.text, (index,), Kind.HEADING, len(heading[1]), is_marked_up=True),
                raw=raw,
            )
            self.is_open = False
            return
        marked = part_marker(stripped) if not _starts_bold(stripped) else Marked(stripped)
        if marked.marker is Marker.NONE:
            marked = _bold_marker(stripped)
        if index in self.bare_numbers:
            marked = part_bare_number(stripped)
        if marked.marker is Marker.NONE and self._carry_on(index, stripped, indent, expanded):
            return
        self._begin(index, marked, stripped, indent, expanded)

    def _begin(self, index: int, marked: Marked, stripped: str, indent: int, raw: str) -> None:
        text = squeeze(inline.plain(marked.text))
        kind = Kind.PARAGRAPH if marked.marker is Marker.NONE else Kind.ITEM
        text_indent = indent + len(stripped) - len(marked.text)
        block = Block(
            text, (index,), kind, 0, marked.marker, marked.ordinal,
            is_bold=inline.is_all_bold(marked.text), lead=inline.bold_lead(marked.text),
        )  # fmt: skip
        self.add(block, indent=indent, text_indent=text_indent, raw=raw)
        self.is_open = True

    def _carry_on(self, index: int, stripped: str, indent: int, raw: str) -> bool:
        """Joins the line to the block before it, when it is a wrapped continuation."""
        if not self.drafts or not self.is_open:
            return False
        last = self.drafts[-1]
        block = last.block
        if len(block.text) > MAX_CHARACTERS:
            return False
        if not block.text:
            joined = squeeze(inline.plain(stripped))
        elif block.is_bold or inline.is_all_bold(stripped):
            return False
        elif continues(
            last.last_raw,
            stripped,
            width=self.width,
            is_list_item=block.is_item,
            indent=indent,
            text_indent=last.text_indent,
        ):
            joined = join(block.text, squeeze(inline.plain(stripped)), self.vocabulary)
        else:
            return False
        last.block = replace(block, text=joined, lines=(*block.lines, index))
        last.last_raw = raw
        return True

    def underline(self, index: int, mark: str) -> bool:
        """Takes the block before an underline for a heading."""
        if not self.drafts or not self.is_open:
            return False
        block = self.drafts[-1].block
        if (
            (block.is_item and block.marker is Marker.BULLET)
            or len(block.text) > 100
            or block.text.endswith((".", ",", ";"))
        ):
            return False
        level = 1 if mark.startswith(("=", "*")) else 2
        heading = replace(block.as_heading(level), lines=(*block.lines, index), is_marked_up=True)
        self.drafts[-1].block = heading
        self.is_open = False
        return True


def _starts_bold(text: str) -> bool:
    return text.startswith(("**", "__", "*")) and not text.startswith("* ")


def _bold_marker(text: str) -> Marked:
    """A marker inside the emphasis: "**1. Innovation**"."""
    if text.startswith("**"):
        marked = part_marker(text[2:])
        if marked.marker in (Marker.NUMBER, Marker.LETTER, Marker.QUESTION, Marker.ROMAN):
            return Marked("**" + marked.text, marked.marker, marked.ordinal)
    return Marked(text)


def read_text(text: str) -> Page:
    """Plain text or Markdown as a page; every line of the input is one source line."""
    lines = [clean_line(line) for line in split_lines(text)]
    vocabulary: Counter[str] = Counter(
        word.lower() for line in lines for word in re.findall(r"[A-Za-z]+", line)
    )
    reader = _Reader(wrap_width(lines), vocabulary, bare_numbers=bare_numbers(lines))
    index = _skip_front_matter(lines)
    while index < len(lines) and len(reader.drafts) < MAX_BLOCKS:
        index = _read_at(reader, lines, index)
    drafts = [draft for draft in reader.drafts if draft.block.text]
    blocks = set_depths([(draft.block, draft.indent) for draft in drafts])
    return Page(tuple(lines), tuple(blocks), is_cut=len(reader.drafts) >= MAX_BLOCKS)


def _skip_front_matter(lines: list[str]) -> int:
    if lines and lines[0].strip() == "---":
        for index, line in enumerate(lines[1:30], start=1):
            if line.strip() in ("---", "..."):
                return index + 1
            if line.strip() and not re.match(r"^\s*(?:[\w-]+:|- )", line):
                break
    return 0


def _read_at(reader: _Reader, lines: list[str], index: int) -> int:
    """Reads the line at `index`, or the table that starts there; returns the next index."""
    line = _QUOTED.sub("", lines[index])
    if not line.strip() or _HTML_COMMENT.match(line):
        reader.blank()
        return index + 1
    rows = _table_at(lines, index)
    if rows:
        for block in table_blocks(rows):
            reader.add(block)
        reader.is_open = False
        return (
            rows[-1].line + 1
            if not _PIPE_RULE.match(lines[min(rows[-1].line + 1, len(lines) - 1)])
            else rows[-1].line + 2
        )
    if (match := _SETEXT.match(line)) and reader.underline(index, match[1]):
        return index + 1
    if _RULE.match(line):
        reader.blank()
        return index + 1
    reader.line(index, line)
    return index + 1


def _table_at(lines: list[str], index: int) -> list[Row]:
    if "|" in lines[index]:
        return _pipe_rows(lines, index)
    if "\t" in lines[index].strip():
        return _tab_rows(lines, index)
    return []


def _pipe_rows(lines: list[str], index: int) -> list[Row]:
    rows: list[Row] = []
    has_rule = False
    while (
        index < len(lines)
        and len(rows) < MAX_ROWS
        and ("|" in lines[index] or (rows and _PIPE_RULE.match(lines[index])))
    ):
        if _PIPE_RULE.match(lines[index]):
            has_rule = True
        else:
            cells = re.split(r"(?<!\\)\|", lines[index].strip().removeprefix("|").removesuffix("|"))
            rows.append(Row(tuple(_cell(cell) for cell in cells), index))
        index += 1
    widths = {len(row.cells) for row in rows}
    return rows if len(rows) >= 2 and max(widths) >= 2 and (has_rule or len(widths) == 1) else []


def _tab_rows(lines: list[str], index: int) -> list[Row]:
    rows: list[Row] = []
    while index < len(lines) and len(rows) < MAX_ROWS and "\t" in lines[index].strip():
        if part_marker(lines[index].strip()).marker is Marker.BULLET:
            return []
        rows.append(
            Row(tuple(_cell(cell) for cell in re.split(r"\t+", lines[index].strip())), index)
        )
        index += 1
    widths = {len(row.cells) for row in rows}
    return rows if len(rows) >= 2 and len(widths) <= 2 and not _is_numbered_list(rows) else []


def _is_numbered_list(rows: list[Row]) -> bool:
    """Whether tabs stand only between a list's numbers and its text."""
    return all(len(row.cells) == 2 and _ONLY_NUMBER.fullmatch(row.cells[0].strip()) for row in rows)


def _cell(text: str) -> str:
    breaks = re.sub(r"<br\s*/?>", "\n", text, flags=re.IGNORECASE)
    return "\n".join(squeeze(inline.plain(part)) for part in breaks.split("\n"))
