"""Headings that nobody marked as such: capitals, bold lines, short lines that stand over a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.bare_figures import name_units
from plaudit.programmes.brief.block import BOLD, CAPITALS, COLON, NUMBERED, PLAIN, Block
from plaudit.programmes.brief.enumerations import split_enumerations
from plaudit.programmes.brief.labelled_names import join_labels
from plaudit.programmes.brief.limits_below import join_limits_below
from plaudit.programmes.brief.list_titles import promote_items
from plaudit.programmes.brief.measures import is_only_measures, take_measures
from plaudit.programmes.brief.prose import WEIGHTS
from plaudit.programmes.brief.run_in import split_run_ins
from plaudit.programmes.brief.signals.contact_details import has_contact_details, is_person
from plaudit.programmes.brief.signals.labels import BARE_NUMBER, LABELLED, NUMBERED_LABEL
from plaudit.programmes.brief.signals.names import (
    is_badge,
    is_button,
    is_cheer,
    is_numbered_category,
    names_award,
)
from plaudit.programmes.brief.signals.roles import (
    Role,
    introduces_criteria,
    role_of_heading,
    speaks_of_eligibility,
)
from plaudit.programmes.brief.signals.shapes import page_furniture
from plaudit.programmes.brief.signals.wording import (
    asks,
    is_capitals,
    is_label,
    is_sentence,
    leads_in,
)

_LIMIT_LINE = re.compile(
    r"^(?:(?:nb|n\.b\.|(?:please )?note)\b[:.]? *)?"
    r"(?:all |your |each |the |every |max(?:imum)? |total |overall )*(?:entr(?:y|ies)|narratives?|"
    r"statements?|nominations?|submissions?|"
    r"word (?:counts?|limits?|lengths?)(?: for .{1,40})?|"
    r"applications?|answers?|responses?|sections?|questions?|criteri(?:on|a))(?: "
    r"length| limit| word count)?\W*$",
    re.IGNORECASE,
)
_CONTACT_FIELD = re.compile(
    r"(?:contact )?(?:name|role|position|job title|department|address|office hours)\s*:\s*(?=[A-Z][\w'’-]+ [A-Z])",
)


def find_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with likely headings promoted, and run-in titles parted from their text."""
    blocks = promote_items(
        split_run_ins(split_enumerations(join_limits_below(join_labels(name_units(blocks)))))
    )
    result: list[Block] = []
    for index, block in enumerate(blocks):
        before = result[-1] if result else None
        level = _level(block, before, blocks[index + 1 : index + 4]) if block.is_paragraph else None
        result.append(block.as_heading(level) if level else block)
    return _without_numbers(
        [_without_label(block) if block.is_heading else block for block in _joined_to_label(result)]
    )


def _joined_to_label(blocks: Sequence[Block]) -> list[Block]:
    """A heading that is only "Criterion 2 (25%)" gives its weight to the title right below it."""
    result: list[Block] = []
    for block in blocks:
        label = result[-1] if result else None
        if label is not None and label.is_heading and block.is_heading and _is_only_label(label):
            result[-1] = replace(
                block, lines=(*label.lines, *block.lines), notes=(*block.notes, *_noted(label)),
                gap=label.gap,
            )  # fmt: skip
        else:
            result.append(block)
    return result


def _is_only_label(heading: Block) -> bool:
    bare = take_measures(heading.text).text
    return bool(LABELLED.fullmatch(bare)) and heading.level >= CAPITALS


def _noted(label: Block) -> tuple[str, ...]:
    found = take_measures(label.text)
    bare = label.text.replace(found.text, "").strip(" ()[]:–—-")
    return (bare,) if found.holds_a_measure and bare else ()


def _without_numbers(blocks: list[Block]) -> list[Block]:
    """Headings numbered without a stop ("2 Recruitment") lose it, given a 1 and a 2."""
    numbered = {
        i: m for i, b in enumerate(blocks) if b.is_heading and (m := BARE_NUMBER.match(b.text))
    }
    if {"1", "2"} <= {match[1] for match in numbered.values()}:
        for index, match in numbered.items():
            blocks[index] = replace(blocks[index], text=blocks[index].text[match.end() :])
    return blocks


def _without_label(block: Block) -> Block:
    bare = LABELLED.sub("", block.text)
    if not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return block
    return replace(block, text=bare)


def _level(block: Block, before: Block | None, following: Sequence[Block]) -> int | None:
    """The level a paragraph has as a heading, or None when it is not one."""
    text = block.text
    if NUMBERED_LABEL.match(text) and is_only_measures(text):
        return NUMBERED
    if _cannot_be_heading(text):
        return None
    return NUMBERED if _is_labelled(text) else _level_by_words(block, before, following)


def _level_by_words(block: Block, before: Block | None, following: Sequence[Block]) -> int | None:
    text = block.text
    if is_numbered_category(text) and is_label(text, words=14):
        return CAPITALS
    role = role_of_heading(text)
    if role is not Role.CONTACT and not block.is_bold and _opens_card(following):
        return None
    is_over_card = role is Role.CONTACT and len(text.split()) <= 3 and _is_over_card(following)
    if is_over_card or _names_role(block, before, role):
        return COLON if text.endswith(":") else PLAIN
    if is_button(text) and not block.is_bold:
        return None
    return _level_by_shape(block, before, following[0] if following else None)


def _cannot_be_heading(text: str) -> bool:
    if len(text) > 120 or is_badge(text) or is_cheer(text) or page_furniture(text):
        return True
    if has_contact_details(text) or is_only_measures(text) or _CONTACT_FIELD.match(text):
        return True
    found = take_measures(text)
    if len(WEIGHTS.findall(text)) > 1:
        return True
    return found.holds_a_measure and bool(_LIMIT_LINE.match(found.text))


def _is_labelled(text: str) -> bool:
    """Whether the text is "Section A: Leadership", or "Section A" alone."""
    bare = LABELLED.sub("", text)
    return bare != text and (not bare or is_label(bare))


def _names_role(block: Block, before: Block | None, role: Role) -> bool:
    """Whether the words of a line that stands apart name a role."""
    text = block.text
    if role is Role.UNKNOWN or text.endswith(".") or not _may_stand_alone(block, before, role):
        return False
    return role is not Role.FURNITURE or block.is_bold or not is_button(text)


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


def _is_over_card(following: Sequence[Block]) -> bool:
    """Whether the next short lines, with no gap, hold a contact's details."""
    for block in following:
        if block.gap or not block.is_paragraph or len(block.text.split()) > 6:
            return False
        if has_contact_details(block.text):
            return True
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
        or (before.is_heading and role in (Role.CRITERIA, Role.ELIGIBILITY))
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
        is_lead = (
            introduces_criteria(text)
            or speaks_of_eligibility(text)
            or leads_in(text)
            or _opens_criterion(before, text)
        )
        return COLON if after is not None and not is_lead else None
    stands_apart = (
        before is None
        or block.gap > 0
        or before.is_item
        or is_sentence(before.text)
        or _continues_title(before, block)
    )
    if not stands_apart and take_measures(text).word_limit is not None:
        stands_apart = _follows_limited(before)
    if take_measures(text).holds_a_measure and stands_apart:
        return PLAIN
    if after is None or not stands_apart:
        return None
    return PLAIN if _leads(block, after) else None


def _follows_limited(before: Block | None) -> bool:
    """Whether a title with a limit goes on with a row of them, or comes below the words that lead in to it."""
    if before is None:
        return True
    is_titled = before.is_heading and take_measures(before.text).word_limit is not None
    return is_titled or (
        before.is_paragraph and introduces_criteria(before.text) and before.text.endswith(":")
    )


def _opens_criterion(before: Block | None, text: str) -> bool:
    """Whether a line of several words stands first under a heading with a weight or a limit."""
    if before is None or not before.is_heading or len(text.split()) < 3:
        return False
    return take_measures(before.text).holds_a_measure


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
