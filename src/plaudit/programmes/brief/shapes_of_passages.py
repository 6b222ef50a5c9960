"""Questions about whole passages and sections, asked while a category is read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.cleaning import same_text_key
from plaudit.programmes.brief.draft import DraftSection
from plaudit.programmes.brief.outline import Passage, asked_share
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.housekeeping import is_mostly_housekeeping
from plaudit.programmes.brief.signals.roles import Role, speaks_of_eligibility
from plaudit.programmes.brief.signals.shapes import furniture_line
from plaudit.programmes.brief.signals.statements import is_statement


def lists_fragments(passage: Passage) -> bool:
    """Whether a heading that names no other role stands over nothing but a list, marked or not."""
    body = list(passage.body)
    while len(body) > 1 and body[-1].is_paragraph and is_statement(body[-1].text):
        body.pop()
    if passage.role is not Role.UNKNOWN or passage.heading is None or not body:
        return False
    if any(furniture_line(block.text) or has_contact_details(block.text) for block in body):
        return False
    items = [block for block in body if block.is_item]
    if is_mostly_housekeeping(block.text for block in items):
        return False
    if items:
        return len(items) == len(body) or (not body[0].is_item and len(items) == len(body) - 1)
    return all(
        not block.text.endswith((".", "!", ":")) and 3 <= len(block.text.split()) <= 25
        for block in body
    )


def end_of_steps(body: Sequence[Block]) -> int:
    """Where a passage that is no part of the brief ends: after its list, or with its last short line."""
    items = [i for i, block in enumerate(body) if block.is_item]
    is_housekeeping = is_mostly_housekeeping(body[i].text for i in items)
    if items and not is_housekeeping and asked_share(body) >= 0.5:
        return 0
    if not items:
        return next(
            (i for i, b in enumerate(body) if b.gap > 0 and i > 0 and len(b.text.split()) > 25),
            len(body),
        )
    end = items[0]
    while (
        end < len(body)
        and body[end].is_item
        and (end == items[0] or body[end].gap <= 1 + body[items[0]].gap)
    ):
        end += 1
    return end


def end_of_line(body: Sequence[Block]) -> int:
    """Where a passage whose title runs in to its text ends: with the lines that follow at once, or their list."""
    end = min(len(body), 1)
    while end < len(body) and (body[end].gap == 0 or body[end].is_item):
        end += 1
    return end


def drop_empty(sections: Sequence[DraftSection]) -> list[DraftSection]:
    """Sections without prompts that a later section of the same title completes are folded into it."""
    full = {same_text_key(s.title): s for s in sections if s.title and s.prompts}
    kept = []
    for section in sections:
        twin = full.get(same_text_key(section.title)) if section.title else None
        if not section.prompts and twin is not None:
            twin.measures = twin.measures.joined(section.measures)
            twin.measured.extend(section.measured)
        elif section.prompts or (
            section.title
            and (section.measures.holds_a_measure or (section.heading and section.heading.is_item))
        ):
            kept.append(section)
    return kept


_RULES = re.compile(
    r"(?:the )?(?:entry |award |competition |category )?(?:rules|conditions|terms|small print|notes?)\b.{0,30}",
    re.IGNORECASE,
)


def gives_rules_of_entry(passage: Passage) -> bool:
    """Whether most lines under "Rules" say who or what may enter."""
    heading = passage.heading
    if heading is None or not _RULES.fullmatch(heading.text.strip(" :")) or not passage.body:
        return False
    told = [speaks_of_eligibility(block.text) for block in passage.body]
    return sum(told) * 2 > len(told)
