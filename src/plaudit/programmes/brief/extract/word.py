"""A Word document brought to blocks; each paragraph line and table row is one source line."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.oxml.ns import qn

from plaudit.programmes.brief.block import Block, Kind, Marker, Page
from plaudit.programmes.brief.cleaning import clean_line, squeeze
from plaudit.programmes.brief.extract.columns import Row, table_blocks
from plaudit.programmes.brief.extract.depth import set_depths
from plaudit.programmes.brief.extract.markers import part_marker
from plaudit.programmes.brief.extract.numbering import Numbering
from plaudit.programmes.brief.model import UnreadableBrief

_SKIPPED = frozenset(
    qn(name)
    for name in ("w:del", "w:moveFrom", "w:pPr", "w:instrText", "w:footnoteReference", "w:delText")
)
_CONTAINERS = frozenset(
    qn(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:customXml", "w:moveTo")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(slots=True)
class _Run:
    text: str
    is_bold: bool


@dataclass(slots=True)
class _Reader:
    numbering: Numbering
    styles: dict[str, str]
    links: dict[str, str]
    lines: list[str] = field(default_factory=list)
    blocks: list[tuple[Block, int]] = field(default_factory=list)
    gap: int = 0

    def body(self, element: Any) -> None:
        for child in element:
            if child.tag == qn("w:p"):
                self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                self._table(child)
            elif child.tag in _CONTAINERS:
                self.body(child)

    def _paragraph(self, element: Any) -> None:
        runs = list(self._runs(element))
        text = "".join(run.text for run in runs)
        if not text.strip():
            self.gap += 1
        context = self._context(element)
        for number, part in enumerate(text.split("\n")):
            self._emit(
                part,
                runs,
                context if number == 0 else Block("", ()) if context.is_item else context,
            )
        for box in element.iter(qn("w:txbxContent")):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                self.body(box)

    def _emit(self, raw: str, runs: list[_Run], context: Block) -> None:
        text = squeeze(clean_line(raw))
        if not text:
            return
        self.lines.append(text)
        marked = part_marker(text)
        block = replace(context, text=marked.text, lines=(len(self.lines) - 1,), gap=self.gap)
        if marked.marker is not Marker.NONE and block.is_paragraph:
            block = replace(block, kind=Kind.ITEM, marker=marked.marker, ordinal=marked.ordinal)
        bold = part_marker(squeeze(clean_line(_bold_start(runs)))).text
        block = replace(
            block,
            is_bold=bool(bold) and bold.rstrip(" :") == marked.text.rstrip(" :"),
            lead=bold if bold and marked.text.startswith(bold) else "",
        )
        if block.text:
            self.blocks.append((block, block.level * 4 if block.is_item else 0))
            self.gap = 0

    def _context(self, element: Any) -> Block:
        """What the paragraph's style and numbering make of it."""
        properties = element.find(qn("w:pPr"))
        style_id = _value(properties, "w:pStyle")
        style = self.styles.get(style_id or "", style_id or "").casefold()
        outline = _value(properties, "w:outlineLvl")
        if level := _heading_level(style, outline):
            self.gap = max(self.gap, 1)
            return Block("", (), Kind.HEADING, level, is_marked_up=True)
        listed = self.numbering.of(properties, style_id)
        if listed:
            return Block("", (), Kind.ITEM, listed.level, listed.marker)
        if match := re.match(r"list (bullet|number)\s*(\d)?", style):
            marker = Marker.NUMBER if match[1] == "number" else Marker.BULLET
            return Block("", (), Kind.ITEM, int(match[2] or 1) - 1, marker)
        return Block("", ())

    def _runs(self, element: Any, *, bold: bool = False) -> Iterator[_Run]:
        for child in element:
            if child.tag in _SKIPPED or child.tag == _FALLBACK or child.tag == qn("w:txbxContent"):
                continue
            if child.tag == qn("w:r"):
                properties = child.find(qn("w:rPr"))
                if properties is None or not _is_on(properties, "w:vanish"):
                    yield from self._runs(
                        child, bold=properties is not None and _is_on(properties, "w:b")
                    )
            elif child.tag == qn("w:t"):
                yield _Run(child.text or "", bold)
            elif child.tag in (qn("w:br"), qn("w:cr")):
                yield _Run("\n", bold)
            elif child.tag == qn("w:tab"):
                yield _Run("\t", bold)
            elif child.tag == qn("w:noBreakHyphen"):
                yield _Run("-", bold)
            else:
                yield from self._runs(child, bold=bold)
        if element.tag == qn("w:hyperlink"):
            yield from self._address(element)

    def _address(self, link: Any) -> Iterator[_Run]:
        target = self.links.get(link.get(qn("r:id")) or "", "")
        address = re.sub(r"^mailto:|\?.*$", "", target)
        if target.startswith("mailto:") and address not in "".join(link.itertext()):
            yield _Run(f" {address} ", False)

    def _table(self, table: Any) -> None:
        rows = []
        for row in table.iter(qn("w:tr")):
            cells = tuple(self._cell(cell) for cell in row.iter(qn("w:tc")))
            if any(cells):
                self.lines.append(" | ".join(squeeze(cell) for cell in cells))
                rows.append(Row(cells, len(self.lines) - 1))
        self.blocks.extend((block, 0) for block in table_blocks(rows))
        self.gap = 1

    def _cell(self, cell: Any) -> str:
        parts: list[str] = []
        for paragraph in cell.iter(qn("w:p")):
            text = "".join(run.text for run in self._runs(paragraph))
            is_item = self._context(paragraph).is_item
            parts.extend(
                ("• " if is_item else "") + squeeze(clean_line(line))
                for line in text.split("\n")
                if line.strip()
            )
        return "\n".join(parts)


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(qn(name)) if properties is not None else None
    value = found.get(qn("w:val")) if found is not None else None
    return str(value) if value is not None else None


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(qn(name))
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off", "none")


def _heading_level(style: str, outline: str | None) -> int | None:
    if style in ("title", "book title"):
        return 1
    if match := re.match(r"heading (\d)", style):
        return min(int(match[1]), 6)
    if outline and outline.isdigit() and int(outline) < 6:
        return int(outline) + 1
    return None


def _bold_start(runs: list[_Run]) -> str:
    bold = ""
    for run in runs:
        if run.text.strip() and not run.is_bold:
            break
        bold += run.text
    return bold.split("\n")[0]


def read_word(data: bytes) -> Page:
    """A .docx file as a page. Raises UnreadableBrief when Word's own structure is broken."""
    try:
        document = docx.Document(io.BytesIO(data))
        styles = {style.style_id: style.name or "" for style in document.styles}
        links = {key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external}
        reader = _Reader(Numbering.of_document(document), styles, links)
        reader.body(document.element.body)
    except UnreadableBrief:
        raise
    except Exception as error:
        raise UnreadableBrief(
            "This Word file is damaged and cannot be opened. Open it in Word, save it again and upload the new copy."
        ) from error
    return Page(tuple(reader.lines), tuple(set_depths(reader.blocks)))
