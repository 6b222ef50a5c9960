"""A web page brought to blocks; each block is one source line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, Tag
from bs4.element import PageElement

from plaudit.programmes.brief.block import MAX_BLOCKS, Block, Kind, Marker, Page
from plaudit.programmes.brief.cleaning import clean_line, squeeze
from plaudit.programmes.brief.extract.columns import Row, table_blocks
from plaudit.programmes.brief.extract.depth import set_depths
from plaudit.programmes.brief.extract.elements import (
    block_holders,
    heading_level,
    is_bold,
    is_new_badge,
    list_item,
    open_panels,
    reason_to_skip,
    title_panels,
)
from plaudit.programmes.brief.extract.markers import part_marker
from plaudit.programmes.brief.extract.regions import SKIPPED_TAGS, furniture_reason

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "acronym",
        "center",
        "nobr",
        "o:p",
    ]
)
_BULLET_LIST_STYLE = re.compile(r"mso-list\s*:\s*\S+\s+level(\d)", re.IGNORECASE)
_MAX_DEPTH = 100


@dataclass(slots=True)
class _Run:
    text: str
    is_bold: bool


@dataclass(slots=True)
class _Walker:
    lines: list[str] = field(default_factory=list)
    blocks: list[tuple[Block, int]] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    gap: int = 1
    furniture: str | None = None
    context: Block = field(default_factory=lambda: Block("", ()))
    block_holders: frozenset[int] = frozenset()

    def flush(self) -> None:
        """Turns the gathered runs into blocks, one for each visual line."""
        runs, self.runs = self.runs, []
        text = "".join(run.text for run in runs)
        if not text.strip():
            return
        start = 0
        for part in re.split(r"\n", text):
            self._emit(part, _bold_within(runs, start, start + len(part)))
            start += len(part) + 1

    def _emit(self, raw: str, bold: str) -> None:
        text = squeeze(clean_line(raw))
        if not text:
            self.gap = max(self.gap, 1)
            return
        self.lines.append(text)
        marked = part_marker(text)
        block = replace(
            self.context,
            text=marked.text,
            lines=(len(self.lines) - 1,),
            gap=self.gap,
            furniture=self.furniture,
        )
        if block.is_paragraph and marked.marker is not Marker.NONE:
            block = replace(block, kind=Kind.ITEM, marker=marked.marker, ordinal=marked.ordinal)
        elif marked.marker is Marker.NONE or (block.is_item and marked.marker is Marker.BULLET):
            block = replace(block, text=marked.text)
        elif block.is_item:
            block = replace(block, text=marked.text, ordinal=marked.ordinal)
        bold = squeeze(clean_line(bold))
        bold_text = part_marker(bold).text
        is_bold = bool(bold) and bold_text.rstrip(" :") == block.text.rstrip(" :")
        block = replace(
            block,
            is_bold=is_bold,
            lead=bold_text if bold_text and block.text.startswith(bold_text) else "",
        )
        if block.text:
            indent = block.level * 4 if block.is_item else 0
            self.blocks.append((block, indent))
            self.gap = 0

    def walk(self, node: PageElement, depth: int = 0, *, bold: bool = False) -> None:
        """Visits a node and everything under it."""
        if isinstance(node, NavigableString):
            if not isinstance(node, (Comment, Doctype)):
                self.runs.append(_Run(re.sub(r"\s+", " ", str(node)), bold))
        elif isinstance(node, Tag) and node.name not in SKIPPED_TAGS and depth < _MAX_DEPTH:
            self._element(node, depth, bold=bold)

    def _element(self, tag: Tag, depth: int, *, bold: bool) -> None:
        if len(self.lines) >= MAX_BLOCKS:
            return
        if tag.name == "br":
            self.runs.append(_Run("\n", bold))
        elif tag.name in _INLINE and id(tag) not in self.block_holders:
            self._inline(tag, depth, bold=bold)
        elif tag.name == "table":
            self.flush()
            self._table(tag, depth)
        else:
            self._block(tag, depth, bold=bold)

    def _inline(self, tag: Tag, depth: int, *, bold: bool) -> None:
        reason = None if self.furniture else furniture_reason(tag)
        if tag.name == "img" or reason == "hidden":
            return
        if is_new_badge(tag):
            self.runs.append(_Run(" NEW! ", bold))
            return
        for child in tag.children:
            self.walk(child, depth + 1, bold=bold or is_bold(tag))
        href = str(tag.get("href") or "")
        address = re.sub(r"^(?:mailto|tel):|\?.*$", "", href)
        if href.startswith(("mailto:", "tel:")) and squeeze(address) not in tag.get_text():
            same_digits = re.sub(r"\D", "", address)[-9:]
            if href.startswith("mailto:") or same_digits not in re.sub(r"\D", "", tag.get_text()):
                self.runs.append(_Run(f" {address} ", False))

    def _block(self, tag: Tag, depth: int, *, bold: bool) -> None:
        self.flush()
        outer = (self.furniture, self.context)
        self.furniture = self.furniture or reason_to_skip(tag)
        self._enter(tag)
        for child in tag.children:
            self.walk(child, depth + 1, bold=bold or is_bold(tag))
        self.flush()
        self.furniture, self.context = outer
        if tag.name not in ("li", "div") and not (
            tag.name in ("ul", "ol") and tag.find_parent("li")
        ):
            self.gap = max(self.gap, 1)

    def _enter(self, tag: Tag) -> None:
        level = heading_level(tag)
        if level:
            self.context = Block("", (), Kind.HEADING, level, is_marked_up=True)
            self.gap = max(self.gap, 1)
        elif tag.name == "li":
            self.context = list_item(tag)
        elif tag.name in ("ul", "ol"):
            self.gap = max(self.gap, 0 if tag.find_parent("li") else 2)
        elif match := _BULLET_LIST_STYLE.search(str(tag.get("style") or "")):
            self.context = Block("", (), Kind.ITEM, int(match[1]) - 1, Marker.BULLET)
        elif tag.name in ("p", "section", "article", "dl", "blockquote", "hr"):
            self.gap = max(self.gap, 1)
            if self.context.is_heading:
                self.context = Block("", ())

    def _table(self, table: Tag, depth: int) -> None:
        rows = []
        self.furniture, outer = self.furniture or furniture_reason(table), self.furniture
        if table.find("table"):
            for child in table.children:
                self._layout(child, depth)
        else:
            merged = MergedCells()
            for tr in table.find_all("tr", limit=MAX_BLOCKS):
                cells = [cell for cell in tr.find_all(["td", "th"]) if isinstance(cell, Tag)]
                texts = merged.texts(cells)
                if any(texts):
                    self.lines.append(" | ".join(squeeze(t) for t in texts))
                    rows.append(Row(texts, len(self.lines) - 1, all(c.name == "th" for c in cells)))
            for block in table_blocks(rows):
                self.blocks.append((replace(block, furniture=block.furniture or self.furniture), 0))
        self.furniture = outer
        self.gap = 1

    def _layout(self, node: PageElement, depth: int) -> None:
        """A table used for layout: its cells are read as plain containers."""
        if isinstance(node, Tag) and depth < _MAX_DEPTH:
            if node.name in ("td", "th"):
                self._block(node, depth + 1, bold=False)
            else:
                for child in node.children:
                    self._layout(child, depth + 1)


def _bold_within(runs: list[_Run], start: int, end: int) -> str:
    """The bold text that opens the stretch of characters from `start` to `end`."""
    position, bold = 0, ""
    for run in runs:
        overlap = (
            run.text[max(start - position, 0) : max(end - position, 0)] if position < end else ""
        )
        position += len(run.text)
        if not overlap.strip():
            bold += overlap if bold else ""
        elif run.is_bold:
            bold += overlap
        else:
            break
    return bold


@dataclass(slots=True)
class MergedCells:
    """Cells that reach over several rows or columns: the places they cover further on are empty."""

    covered: dict[int, int] = field(default_factory=dict)

    def texts(self, cells: list[Tag]) -> tuple[str, ...]:
        """One row's texts with the covered places filled in."""
        row: list[str] = []
        for cell in cells:
            self._pass_over(row)
            rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
            for offset in range(columns):
                if rows > 1:
                    self.covered[len(row)] = rows - 1
                row.append("" if offset else cell_text(cell))
        self._pass_over(row)
        return tuple(row)

    def _pass_over(self, row: list[str]) -> None:
        while self.covered.get(len(row), 0) > 0:
            self.covered[len(row)] -= 1
            row.append("")


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "")
    return min(max(int(value), 1), 20) if value.isdecimal() else 1


def cell_text(cell: Tag) -> str:
    """A table cell's text with a line for each paragraph, item and break."""
    walker = _Walker()
    for child in cell.children:
        walker.walk(child)
    walker.flush()
    return "\n".join(walker.lines)


def read_html(text: str) -> Page:
    """A web page (or a piece of one) as a page of blocks."""
    soup = BeautifulSoup(text, "lxml")
    title = squeeze(clean_line(soup.title.get_text())) if soup.title else ""
    open_panels(soup)
    title_panels(soup)
    walker = _Walker(block_holders=block_holders(soup))
    for child in (soup.body or soup).children:
        walker.walk(child)
    walker.flush()
    is_cut = len(walker.lines) >= MAX_BLOCKS
    if is_cut:
        walker.lines.append("(the rest of the page)")
    return Page(tuple(walker.lines), tuple(set_depths(walker.blocks)), title, is_cut)
