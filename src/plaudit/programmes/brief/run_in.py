"""Titles that run in to the text: "Impact: how did you …?" becomes a heading and its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import CAPITALS, RUN_IN, Block, Kind, Marker
from plaudit.programmes.brief.extract.markers import part_marker
from plaudit.programmes.brief.list_titles import runs_of_items
from plaudit.programmes.brief.measures import LEADING_WEIGHT, is_only_measures
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.labels import LABELLED
from plaudit.programmes.brief.signals.names import is_numbered_category
from plaudit.programmes.brief.signals.roles import Role, role_of_heading
from plaudit.programmes.brief.signals.shapes import page_furniture
from plaudit.programmes.brief.signals.wording import asks, is_label, is_question

_Parts = Sequence[tuple[str, str] | None]
"""For each block its title and the text after it, or None."""

_RUN_IN = re.compile(
    r"^(.{2,90}?)(?:\s*:\s+|\s+[–—-]+\s+|\s*[–—]\s*(?=How|What|Why|Describe|Explain|"
    r"Show|Tell))(?=\S)(.+)$",
    re.DOTALL,
)


_STOPPED = re.compile(r"([A-Z][^.?!:]{2,40})\.\s+(?=[A-Z])(.+)", re.DOTALL)
_MEASURED = re.compile(
    r"([A-Z][^.?!:()]{1,60}\([^()]*\d\s*(?:words|%|marks|points)[^()]*\))\s+(?=[A-Z])(.+)",
    re.DOTALL,
)
_ASKED = re.compile(r"(Who [^?.]{3,50}\?)\s+(?=\S)(.+)", re.DOTALL)


def split_run_ins(blocks: Sequence[Block]) -> list[Block]:
    """Parts "Impact: how did you …?" into a heading and its text."""
    result: list[Block] = []
    blocks = [_without_leading_weight(block) for block in blocks]
    parts = [_run_in(block) for block in blocks]
    lists = _titled_lists(blocks, parts)
    for index, block in enumerate(blocks):
        part = parts[index]
        if part and _is_run_in_title(blocks, parts, index, lists):
            heading = replace(
                block, text=part[0], kind=Kind.HEADING, level=RUN_IN, is_bold=False, lead=""
            )
            result.append(heading)
            rest = replace(block, text=part[1], gap=0, is_bold=False, lead="", notes=())
            result.append(_settled(rest, role_of_heading(part[0])))
        elif part and block.is_item and is_numbered_category(block.text):
            result.append(block.as_heading(CAPITALS))
        else:
            result.append(block)
    return result


def _without_leading_weight(block: Block) -> Block:
    """ "30% – Impact: how …" with its weight put beside the text."""
    match = LEADING_WEIGHT.match(block.text)
    if match is None or block.is_heading:
        return block
    return replace(block, text=block.text[match.end() :], notes=(*block.notes, match[0]))


def _run_in(block: Block) -> tuple[str, str] | None:
    text = block.text
    if block.is_heading or page_furniture(text) or text.lower().startswith("open to"):
        return None
    if block.lead and not block.is_bold:
        title, rest = block.lead, text[len(block.lead) :].lstrip(" :–—-.")
        if match := re.match(r"^\s*(\([^)]{1,40}\))\s*[:–—-]*\s*(.*)$", rest):
            title, rest = f"{title} {match[1]}", match[2]
        is_title = is_label(title.rstrip(".")) or role_of_heading(title) is not Role.UNKNOWN
        if is_title and rest and not is_only_measures(rest) and rest[0] != ",":
            return title.rstrip(" :.–—-"), rest
    if match := _MEASURED.match(text):
        return match[1], match[2]
    match = _ASKED.match(text)
    if match and role_of_heading(match[1]) is not Role.UNKNOWN:
        return match[1], match[2]
    if block.notes and (match := _STOPPED.match(text)) and is_label(match[1]):
        return match[1], match[2]
    match = _RUN_IN.match(LABELLED.sub("", text)) or _RUN_IN.match(text)
    if (
        match
        and (is_label(match[1], words=7) or _names_eligibility(match[1]))
        and not is_only_measures(match[2])
        and not has_contact_details(text)
    ):
        return match[1], match[2]
    return None


def _names_eligibility(title: str) -> bool:
    return len(title.split()) <= 6 and role_of_heading(title) is Role.ELIGIBILITY


def _settled(rest: Block, role: Role) -> Block:
    """The text after a title: an item again if it has a marker of its own."""
    if role is Role.UNKNOWN:
        return rest
    marked = part_marker(rest.text)
    if marked.marker is Marker.NONE or not marked.text:
        return rest.as_paragraph()
    return replace(rest, text=marked.text, kind=Kind.ITEM, level=0, marker=marked.marker)


def _is_run_in_title(
    blocks: Sequence[Block],
    parts: _Parts,
    index: int,
    lists: frozenset[int],
) -> bool:
    """A run-in title is believed when its words name a role, or its neighbours have one too."""
    block, part = blocks[index], parts[index]
    if part is None:
        return False
    if block.is_item:
        if role_of_heading(part[0]) is not Role.UNKNOWN and _has_known_neighbour(parts, index):
            return True
        return index in lists
    if LABELLED.match(part[0]) and is_label(part[1]):
        return False
    if role_of_heading(part[0]) is not Role.UNKNOWN or is_numbered_category(block.text):
        return not is_numbered_category(block.text)
    if asks(part[1]) or is_question(part[1]):
        return True
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(blocks)]
    return block.lead != "" or (
        len(part[1].split()) >= 6 and any(parts[i] and blocks[i].is_paragraph for i in near)
    )


def _has_known_neighbour(parts: _Parts, index: int) -> bool:
    near = [parts[i] for i in (index - 1, index + 1) if 0 <= i < len(parts)]
    return any(
        part
        and (role_of_heading(part[0]) is not Role.UNKNOWN or is_numbered_category(": ".join(part)))
        for part in near
    )


def _not_names(parts: _Parts, siblings: Sequence[int]) -> bool:
    texts = [part[1] for i in siblings if (part := parts[i])]
    return sum(len(text.split()) >= 3 for text in texts) * 2 > len(texts)


def _titled_lists(blocks: Sequence[Block], parts: _Parts) -> frozenset[int]:
    """The items of lists in which nearly every item opens with a title of its own."""
    found: set[int] = set()
    for start, end in runs_of_items(blocks):
        depths = {blocks[i].level for i in range(start, end)}
        for depth in depths:
            siblings = [i for i in range(start, end) if blocks[i].level == depth]
            titled = [i for i in siblings if parts[i] is not None]
            if (
                len(siblings) >= 2
                and len(titled) * 5 >= len(siblings) * 4
                and _not_names(parts, titled)
            ):
                found.update(titled)
    return frozenset(found)
