"""Lists written inside a sentence: "Judges look for: a clear aim; good evidence; and …", "(a) … (b) …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block, Kind, Marker
from plaudit.programmes.brief.prose import sections_in_sentence
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.roles import (
    Role,
    introduces_criteria,
    role_of_heading,
    speaks_of_eligibility,
)
from plaudit.programmes.brief.signals.wording import asks_anywhere

_LEAD = re.compile(
    r"^(?P<before>(?:.*[.?!]\s+)?)(?P<lead>[^.?!:;]{3,200}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL
)
_AFTER = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_BULLETS = re.compile(r"\s+[•●▪◦·‣]\s*")
_ORDINAL = re.compile(r"(?:^|(?<=[\s:;,]))\(?(?P<ordinal>[a-h]|[1-9]|i{1,3}|iv|vi{0,3})\)\s+")
_SPOKEN = re.compile(
    r"(?:^|(?<=[.?!:;]\s))(?:and )?(?P<ordinal>first|second|third|fourth|fifth|sixth|finally|lastly)(?:ly)?,\s+",
    re.IGNORECASE,
)
_FIGURES = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
_SERIES = (list("abcdefgh"), list("123456789"), ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"])
_MAX_WORDS = 40
_MAX_CHARACTERS = 1_500


def split_enumerations(blocks: Sequence[Block]) -> list[Block]:
    """Parts a paragraph that holds its own list of criteria into what leads in to it, and items."""
    result: list[Block] = []
    for index, block in enumerate(blocks):
        before = result[-1] if result else None
        if not block.is_paragraph:
            result.append(block)
        elif index + 1 < len(blocks) and blocks[index + 1].is_item and block.text.endswith(":"):
            result.extend(_lead_in_apart(block))
        else:
            result.extend(_parted(block, before))
    return result


def _lead_in_apart(block: Block) -> list[Block]:
    """Parts the last sentence of a paragraph, when it leads in to a list, from what is told before it."""
    *before, lead = _AFTER.split(block.text)
    told = " ".join(before)
    if not before or not _leads(lead) or asks_anywhere(told) or block.lead:
        return [block]
    return [replace(block, text=told), replace(block, text=lead, gap=0)]


def _parted(block: Block, before: Block | None) -> list[Block]:
    text = block.text
    if len(text) > _MAX_CHARACTERS:
        return [block]
    if not (any(mark in text for mark in ";)•●▪◦·‣") or _SPOKEN.search(text)):
        return [block]
    if has_contact_details(text) or sections_in_sentence(block):
        return [block]
    found = _listed(text, is_framed=_is_frame(before))
    if found is None:
        return [block]
    lead, items, after = found
    parts = _lead_in_apart(replace(block, text=lead)) if lead else []
    gap = block.gap if not lead else 0
    for number, item in enumerate(items):
        parts.append(
            replace(
                block, text=item, kind=Kind.ITEM, level=0, marker=Marker.BULLET, ordinal="•",
                gap=0 if number else gap, is_bold=False, lead="",
            )
        )  # fmt: skip
    return [*parts, replace(block, text=after, gap=1, lead="")] if after else parts


def _is_frame(before: Block | None) -> bool:
    """Whether a heading over the criteria, or a sentence that leads in to them, stands right above."""
    if before is None or before.is_item:
        return False
    return role_of_heading(before.text) is Role.CRITERIA or (
        before.is_paragraph and _leads(before.text)
    )


def _listed(text: str, *, is_framed: bool) -> tuple[str, list[str], str] | None:
    """The words over the list, its items, and the sentences after it; None when there is no such list."""
    for find in (_by_mark, _by_semicolon):
        found = find(text)
        if found is None:
            continue
        lead, items = found
        if not (_leads(lead) if lead else is_framed):
            continue
        *_, last = items
        last, *after = _AFTER.split(last, maxsplit=1)
        items[-1] = last.rstrip(". ") if not last.endswith("..") else last
        if all(0 < len(item.split()) <= _MAX_WORDS for item in items):
            return lead, items, after[0] if after else ""
    return None


def _leads(lead: str) -> bool:
    sentence = _AFTER.split(lead)[-1]
    if speaks_of_eligibility(sentence):
        return False
    return introduces_criteria(sentence) or role_of_heading(sentence) is Role.CRITERIA


def _by_semicolon(text: str) -> tuple[str, list[str]] | None:
    match = _LEAD.match(text)
    lead = f"{match['before']}{match['lead']}:" if match else ""
    rest = match["rest"] if match else text
    items = [re.sub(r"^(?:and|or)\s+", "", part.strip()) for part in rest.split(";")]
    return (lead, items) if len(items) >= 3 and all(items) else None


def _by_mark(text: str) -> tuple[str, list[str]] | None:
    head, *bullets = _BULLETS.split(text)
    if len(bullets) >= 2:
        return head.strip(), [part.strip(" ;,") for part in bullets]
    marks = list(_ORDINAL.finditer(text)) or list(_SPOKEN.finditer(text))
    ordinals = [_FIGURES.get(mark["ordinal"].lower(), mark["ordinal"]) for mark in marks]
    if ordinals and ordinals[-1].lower() in ("finally", "lastly"):
        ordinals[-1] = str(len(ordinals))
    if len(marks) < 2 or not any(ordinals == series[: len(marks)] for series in _SERIES):
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [
        re.sub(r"[;,]?\s*(?:\b(?:and|or))?$", "", text[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
    ]
    return text[: marks[0].start()].strip(), items
