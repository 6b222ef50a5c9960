"""The text of a Word file as plain blocks: tracked changes taken, tables and lists as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from plaudit.entries.word.form import PROMPT_STYLE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {
    f"{_W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "footnoteReference")
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `tag` is that of the content control it lies in, or empty.

    By its style it is a heading, or a line that the form came with, changed or not.
    """

    text: str
    tag: str
    is_heading: bool = False
    is_prompt: bool = False


def blocks_in(root: etree._Element) -> list[Block]:
    """Return the paragraphs of the document in order, as they read with every tracked change accepted."""
    body = root.find(f"{_W}body")
    found: list[Block] = []
    joins = False
    for block, goes_on in _walk(body if body is not None else root, "", 0):
        if joins and found:
            found[-1] = replace(found[-1], text=found[-1].text + block.text)
        else:
            found.append(block)
        joins = goes_on
    return found


def _walk(element: etree._Element, tag: str, depth: int) -> Iterator[tuple[Block, bool]]:
    """Yield each paragraph, and whether its end was deleted, so that the next one goes on with it."""
    if depth > _DEEPEST:
        return
    for child in element:
        if child.tag == f"{_W}p":
            yield _paragraph(child, tag), child.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None
        elif child.tag == f"{_W}tbl":
            yield from ((Block(line, tag), False) for line in _rows(child))
        elif child.tag == f"{_W}sdt":
            content = child.find(f"{_W}sdtContent")
            if content is not None:
                yield from _walk(content, _tag_of(child) or tag, depth + 1)
        elif child.tag not in _GONE and isinstance(child.tag, str):
            yield from _walk(child, tag, depth + 1)


def _paragraph(paragraph: etree._Element, tag: str) -> Block:
    style = _value(paragraph, f"{_W}pPr/{_W}pStyle")
    is_heading = style.lower().startswith(("heading", "title"))
    text = _text(paragraph, 0).strip(" ")
    inner = paragraph.find(f".//{_W}sdt")
    own = (_tag_of(inner) if inner is not None else "") or tag
    is_listed = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId") is not None
    if (is_listed or style.lower().startswith("list")) and text and not is_heading:
        text = f"- {text}"
    return Block(text, own, is_heading, _one_word(style) == _one_word(PROMPT_STYLE))


def _one_word(style: str) -> str:
    return style.replace(" ", "").lower()


def _text(element: etree._Element, depth: int) -> str:
    if depth > _DEEPEST:
        return ""
    pieces = []
    for child in element:
        if child.tag in _GONE or child.tag == _FALLBACK or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        else:
            pieces.append(_text(child, depth + 1))
    return "".join(pieces)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = [
            " ".join(_text(paragraph, 0).strip() for paragraph in cell.iter(f"{_W}p")).strip()
            for cell in row.findall(f"{_W}tc")
        ]
        if any(cells):
            yield " | ".join(cells)


def _tag_of(control: etree._Element) -> str:
    return _value(control, f"{_W}sdtPr/{_W}tag")


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else str(found.get(f"{_W}val") or "")
