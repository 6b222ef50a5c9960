"""Headings that nobody marked as such: capitals, bold lines, short lines over a list, titles that run in to the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import (
    BOLD,
    CAPITALS,
    COLON,
    NUMBERED,
    PLAIN,
    RUN_IN,
    Block,
    Kind,
    Marker,
)
from plaudit.programmes.brief.measures import is_only_measures, take_measures
from plaudit.programmes.brief.signals.contact_details import has_contact_details, is_person
from plaudit.programmes.brief.signals.names import (
    is_badge,
    is_button,
    is_cheer,
    is_numbered_category,
    names_award,
)
from plaudit.programmes.brief.signals.roles import Role, introduces_criteria, role_of_heading
from plaudit.programmes.brief.signals.shapes import page_furniture
from plaudit.programmes.brief.signals.wording import (
    asks,
    is_capitals,
    is_label,
    is_question,
    is_sentence,
)

_LABELLED = re.compile(
    r"^(?:judging\s+)?(?:criteri(?:on|a)|section|part|theme|area|topic|pillar|"
    r"element)\s+(?:\d{1,2}|[A-Z]|[ivx]{1,4})\b\s*[:.)–—-]*\s*",
    re.IGNORECASE,
)
_QUESTION_LABEL = re.compile(r"^(?:question|section|part|criterion|q)\s*\d{1,2}\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^(\d{1,2})\s+(?=[A-Z])")
_LIMIT_LINE = re.compile(
    r"^(?:all |your |each |the |every )*(?:entr(?:y|ies)|nominations?|submissions?|"
    r"applications?|answers?|responses?|sections?|questions?|criteri(?:on|a))(?: "
    r"length| limit)?\W*$",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"^(.{2,90}?)(?:\s*:\s+|\s+[–—-]+\s+|\s*[–—]\s*(?=How|What|Why|Describe|Explain|"
    r"Show|Tell))(?=\S)(.+)$",
    re.DOTALL,
)


def find_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with likely headings promoted, and run-in titles parted from their text."""
    blocks = _split_run_ins(list(blocks))
    blocks = _promote_items(blocks)
    result: list[Block] = []
    for index, block in enumerate(blocks):
        if block.is_paragraph:
            level = _heading_level(
                block, result[-1] if result else None, blocks[index + 1 : index + 4]
            )
            block = block.as_heading(level) if level else block
        result.append(block)
    return _without_numbers(
        [_without_label(block) if block.is_heading else block for block in result]
    )


def _without_numbers(blocks: list[Block]) -> list[Block]:
    """Headings numbered without a stop ("2 Recruitment") lose the number, when there is a 1 and a 2."""
    numbered = {
        i: m for i, b in enumerate(blocks) if b.is_heading and (m := _BARE_NUMBER.match(b.text))
    }
    if {"1", "2"} <= {match[1] for match in numbered.values()}:
        for index, match in numbered.items():
            blocks[index] = replace(blocks[index], text=blocks[index].text[match.end() :])
    return blocks


def _without_label(block: Block) -> Block:
    bare = _LABELLED.sub("", block.text)
    if not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return block
    return replace(block, text=bare)


def _heading_level(block: Block, before: Block | None, following: Sequence[Block]) -> int | None:
    """The level a paragraph has as a heading, or None when it is not one."""
    text = block.text
    after = following[0] if following else None
    if _QUESTION_LABEL.match(text) and is_only_measures(text):
        return NUMBERED
    if (
        len(text) > 120
        or is_badge(text)
        or is_cheer(text)
        or page_furniture(text)
        or has_contact_details(text)
        or is_only_measures(text)
    ):
        return None
    if _LABELLED.match(text) and (
        is_label(_LABELLED.sub("", text) or "X") or not _LABELLED.sub("", text)
    ):
        return NUMBERED
    if is_numbered_category(text) and is_label(text, words=14):
        return CAPITALS
    found = take_measures(text)
    if found.holds_a_measure and _LIMIT_LINE.match(found.text):
        return None
    role = role_of_heading(text)
    if role is not Role.CONTACT and not block.is_bold and _opens_card(following):
        return None
    if role is Role.FURNITURE and is_button(text) and not text.endswith(":") and not block.is_bold:
        return None
    if (
        role is not Role.UNKNOWN
        and not text.endswith(".")
        and _may_stand_alone(block, before, role)
    ):
        return COLON if text.endswith(":") else PLAIN
    if is_button(text) and not text.endswith(":"):
        return None
    return _level_by_shape(block, before, after)


def _opens_card(following: Sequence[Block]) -> bool:
    """Whether the next lines, with no gap, are a name and a contact's details."""
    for block in following:
        if block.gap or not block.is_paragraph:
            return False
        if has_contact_details(block.text):
            return len(block.text.split()) <= 6
        if not is_person(block.text):
            return False
    return False


def _may_stand_alone(block: Block, before: Block | None, role: Role) -> bool:
    """A known heading must stand apart; one word among other lines is not enough."""
    if (
        role is Role.CRITERIA
        and block.text.endswith((":", "…", "..."))
        and len(block.text.split()) > 4
    ):
        return False
    return (
        before is None
        or block.gap > 0
        or block.is_bold
        or block.text.endswith(":")
        or before.is_item
        or not is_label(before.text)
        or is_capitals(block.text)
    )


def _level_by_shape(block: Block, before: Block | None, after: Block | None) -> int | None:
    text = block.text
    if block.is_bold and len(text) <= 100 and not text.endswith((".", ",", ";")):
        return (
            BOLD
            if not asks(text) or (after is not None and not after.is_heading and not after.is_bold)
            else None
        )
    if not is_label(text, words=12 if names_award(text) else 9):
        return None
    if is_capitals(text):
        return CAPITALS
    if text.endswith(":"):
        return COLON if after is not None and not introduces_criteria(text) else None
    stands_apart = (
        before is None
        or block.gap > 0
        or before.is_item
        or is_sentence(before.text)
        or _continues_title(before, block)
    )
    if take_measures(text).holds_a_measure and stands_apart:
        return PLAIN
    if after is None or not stands_apart:
        return None
    return PLAIN if _leads(block, after) else None


def _continues_title(before: Block, block: Block) -> bool:
    """Whether an award's name follows the programme's line, or another title, directly."""
    return before.is_heading and names_award(block.text) and before.level >= PLAIN


def _leads(block: Block, after: Block) -> bool:
    """Whether a short line stands over a list or over sentences."""
    if after.is_item:
        return after.gap <= max(block.gap, 1) + 1
    if (
        after.gap == 0
        and block.gap
        and after.is_paragraph
        and len(block.text.split()) <= 5
        and len(after.text.split()) >= 3
    ):
        return True
    if after.is_heading:
        return names_award(block.text)
    return (
        asks(after.text)
        or is_sentence(after.text)
        or is_only_measures(after.text)
        or names_award(block.text)
        or after.text.endswith(":")
    )


def _promote_items(blocks: list[Block]) -> list[Block]:
    """Turns list items that are titles over deeper items or paragraphs into headings."""
    result = list(blocks)
    for start, end in _runs_of_items(blocks):
        titles = [i for i in range(start, end) if _is_title_item(blocks, i, end)]
        outer = [i for i in range(start, end) if blocks[i].level == blocks[start].level]
        if titles and (len(titles) * 2 > len(outer) or end - start == 1):
            for index in range(start, end):
                result[index] = _demote(blocks[index], index in titles)
    return result


def _demote(block: Block, is_title: bool) -> Block:
    if is_title:
        return block.as_heading(NUMBERED)
    return replace(block, level=max(block.level - 1, 0))


def _runs_of_items(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = None
    for index, block in enumerate(blocks):
        if block.is_item and start is None:
            start = index
        elif not block.is_item and start is not None:
            runs.append((start, index))
            start = None
        elif block.is_item and start is not None and _opens_title(blocks[index - 1], block):
            runs.append((start, index))
            start = index
    if start is not None:
        runs.append((start, len(blocks)))
    return runs


def _opens_title(before: Block, block: Block) -> bool:
    """Whether a number after a bullet goes on with numbered titles rather than with the list."""
    return (
        block.level == 0
        and block.gap > 0
        and before.marker is Marker.BULLET
        and block.marker is not Marker.BULLET
    )


def _is_title_item(blocks: Sequence[Block], index: int, end: int) -> bool:
    block = blocks[index]
    has_inner = index + 1 < end and blocks[index + 1].level > block.level
    if has_inner and _is_short_question(block) and not asks(blocks[index + 1].text):
        return True
    if not is_label(block.text) or has_contact_details(block.text):
        return False
    if index + 1 < end:
        return has_inner
    follows = blocks[index + 1] if index + 1 < len(blocks) else None
    if follows is None or not follows.is_paragraph:
        return False
    return block.marker is not Marker.BULLET and not is_label(follows.text)


def _split_run_ins(blocks: list[Block]) -> list[Block]:
    """Parts "Impact: how did you …?" into a heading and its text."""
    result: list[Block] = []
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
            result.append(
                rest.as_paragraph() if role_of_heading(part[0]) is not Role.UNKNOWN else rest
            )
        elif part and block.is_item and is_numbered_category(block.text):
            result.append(block.as_heading(CAPITALS))
        else:
            result.append(block)
    return result


def _run_in(block: Block) -> tuple[str, str] | None:
    text = block.text
    if block.is_heading or page_furniture(text) or text.lower().startswith("open to"):
        return None
    if block.lead and not block.is_bold:
        title, rest = block.lead, text[len(block.lead) :].lstrip(" :–—-.")
        if match := re.match(r"^\s*(\([^)]{1,40}\))\s*[:–—-]*\s*(.*)$", rest):
            title, rest = f"{title} {match[1]}", match[2]
        if is_label(title.rstrip(".")) and rest and not is_only_measures(rest) and rest[0] != ",":
            return title.rstrip(" :.–—-"), rest
    match = _RUN_IN.match(text)
    if (
        match
        and is_label(match[1], words=7)
        and not is_only_measures(match[2])
        and not has_contact_details(text)
    ):
        return match[1], match[2]
    return None


def _is_run_in_title(
    blocks: Sequence[Block],
    parts: Sequence[tuple[str, str] | None],
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
    if role_of_heading(part[0]) is not Role.UNKNOWN or is_numbered_category(block.text):
        return not is_numbered_category(block.text)
    if _LABELLED.match(part[0]) and is_label(part[1]):
        return False
    if asks(part[1]) or is_question(part[1]):
        return True
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(blocks)]
    return block.lead != "" or (
        len(part[1].split()) >= 6 and any(parts[i] and blocks[i].is_paragraph for i in near)
    )


def _has_known_neighbour(parts: Sequence[tuple[str, str] | None], index: int) -> bool:
    near = [parts[i] for i in (index - 1, index + 1) if 0 <= i < len(parts)]
    return any(
        part
        and (role_of_heading(part[0]) is not Role.UNKNOWN or is_numbered_category(": ".join(part)))
        for part in near
    )


def _not_names(parts: Sequence[tuple[str, str] | None], siblings: Sequence[int]) -> bool:
    texts = [part[1] for i in siblings if (part := parts[i])]
    return sum(len(text.split()) >= 3 for text in texts) * 2 > len(texts)


def _is_short_question(block: Block) -> bool:
    return (
        block.marker is not Marker.BULLET
        and is_question(take_measures(block.text).text)
        and len(block.text.split()) <= 12
    )


def _titled_lists(
    blocks: Sequence[Block], parts: Sequence[tuple[str, str] | None]
) -> frozenset[int]:
    """The items of lists in which nearly every item opens with a title of its own."""
    found: set[int] = set()
    for start, end in _runs_of_items(blocks):
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
