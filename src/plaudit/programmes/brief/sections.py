"""Criteria from blocks: which lines are prompts, which only lead in, and what each section is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import RUN_IN, Block, Marker
from plaudit.programmes.brief.draft import DraftPrompt, DraftSection
from plaudit.programmes.brief.grouping import blank_line_groups
from plaudit.programmes.brief.measures import IS_UNSCORED, Measured, read_measures, take_measures
from plaudit.programmes.brief.signals.labels import QUESTION_NUMBER
from plaudit.programmes.brief.signals.names import is_button, is_cheer
from plaudit.programmes.brief.signals.roles import introduces_criteria
from plaudit.programmes.brief.signals.statements import is_statement
from plaudit.programmes.brief.signals.wording import (
    asks,
    asks_anywhere,
    is_label,
    is_question,
    is_sentence,
)

_ENDS_LIST = re.compile(r"\s*[;,]\s*(?:and|or)?\s*$", re.IGNORECASE)
_NOTE = re.compile(
    r"^(?:this (?:section|criterion|question|part)\b(?!.{0,40}\bshould\b)|(?:please "
    r")?note\b|nb\b|n\.b\.|tips?\b|hint\b|for example\b|examples?:|e\.g\.|"
    r"guidance\b|remember\b|"
    r"you (?:may|can|do not|don't|could|will (?:only )?be (?:judged|scored|marked|assessed))\b|"
    r"do not\b|don.t\b|maximum\b|marks\b|"
    r"weight|all (?:entries|sections|questions)\b|each (?:section|criterion|"
    r"question|answer)\b|"
    r"the (?:following|weighting|questions|criteria|sections)\b|(?:entries|answers|"
    r"sections|criteria) (?:are|will be) (?:judged|scored|marked|assessed|"
    r"weighted)\b|scor(?:es|ing)\b|\*|sponsored\b|total\b|"
    r"judges (?:score|mark|award|read|give)\b|we (?:will not|won't|do not|don't)\b|"
    r"only the\b|there (?:is|are)\b|use this (?:space|section)\b)",
    re.IGNORECASE,
)


_ON_LENGTH = re.compile(r"\bword (?:limit|count)\b", re.IGNORECASE)
_OFFER = re.compile(
    r"you (?:may|can|could) (?:also |optionally )?(?:attach|upload|include|add|provide|submit|supply|send|link|"
    r"enclose|share)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"^\W*(?:grand |overall |sub-?)?total\b", re.IGNORECASE)


def notes_of(block: Block) -> Measured:
    """The measures kept beside a block, such as a weight column."""
    found = Measured("")
    for note in block.notes:
        found = found.joined(read_measures(note))
    return found


def titled_section(
    heading: Block, body: Sequence[Block]
) -> tuple[DraftSection, list[tuple[Block, str]]]:
    """A section under its own heading, and the blocks of the body it leaves out, with reasons."""
    section = DraftSection(heading=heading)
    found = take_measures(heading.text)
    section.title = found.text.strip().rstrip(" :–—-") or None
    if section.title and QUESTION_NUMBER.fullmatch(section.title):
        section.title = None
    section.take(heading, found.joined(notes_of(heading)))
    left_out = _fill(section, body)
    is_unscored = any(IS_UNSCORED.search(block.text) for block, _ in left_out)
    if not section.prompts and (section.measures.holds_a_measure or is_unscored):
        left_out = _with_offers_kept(section, left_out)
    if section.title and not section.prompts and is_question(section.title):
        section.prompts.append(DraftPrompt(section.title, (heading,)))
        section.title = None
    return section, left_out


def _with_offers_kept(
    section: DraftSection, left_out: Sequence[tuple[Block, str]]
) -> list[tuple[Block, str]]:
    """Takes what an entrant may send in ("You may attach two images") for a prompt where there is no other."""
    offers = [block for block, _ in left_out if _OFFER.match(block.text)]
    _add_prompts(section, offers)
    return [(block, reason) for block, reason in left_out if block not in offers]


def untitled_sections(body: Sequence[Block]) -> tuple[list[DraftSection], list[tuple[Block, str]]]:
    """The sections of a body that has no heading of its own: one for each group of items."""
    sections: list[DraftSection] = []
    left_out: list[tuple[Block, str]] = []
    for chunk in _chunks(body):
        if _each_stands_alone(chunk):
            are_titles = _read_as_titles(chunk)
            sections.extend(_section_of_item(item, is_title=are_titles) for item in chunk)
            continue
        section = DraftSection()
        left_out.extend(_fill(section, chunk))
        if section.prompts and sections and _goes_on(sections[-1], section, chunk[0]):
            sections[-1].prompts.extend(section.prompts)
        elif section.prompts:
            sections.append(section)
        elif sections:
            sections[-1].measures = sections[-1].measures.joined(section.measures)
            sections[-1].measured.extend(section.measured)
    return sections, left_out


def _goes_on(before: DraftSection, section: DraftSection, first: Block) -> bool:
    """Whether a paragraph without a weight asks more under a question that stands alone with its own."""
    is_alone = before.heading is not None and before.heading.is_item
    return is_alone and not first.is_item and not section.measures.holds_a_measure


def _chunks(body: Sequence[Block]) -> list[list[Block]]:
    """Runs of items split by their blank lines, and runs of paragraphs."""
    runs: list[list[Block]] = []
    for block in body:
        if runs and runs[-1][0].is_item == block.is_item:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [
        group for run in runs for group in (blank_line_groups(run) if run[0].is_item else [run])
    ]


def _each_stands_alone(items: Sequence[Block]) -> bool:
    """Whether each item is a criterion itself, with a weight or a word limit of its own."""
    outer = [item for item in items if item.level == 0]
    if len(outer) != len(items) or len(outer) < 2:
        return False
    found = [take_measures(item.text).joined(notes_of(item)) for item in outer]
    if not items[0].is_item:
        return all(one.weight is not None and one.text.strip(" .:") for one in found)
    return all(one.weight is not None for one in found) or all(
        one.word_limit is not None for one in found
    )


def _read_as_titles(items: Sequence[Block]) -> bool:
    """Whether the items of a marks list are titles ("Innovation (20%)") rather than things to write about."""
    words = [len(take_measures(item.text).text.split()) for item in items]
    return all(is_label(item.text) for item in items) and sum(words) <= 4.5 * len(words)


def _section_of_item(item: Block, *, is_title: bool) -> DraftSection:
    found = take_measures(item.text).joined(notes_of(item))
    section = DraftSection(heading=item)
    if is_title:
        section.title = found.text.rstrip(" :")
    else:
        section.prompts.append(DraftPrompt(found.text, (item,)))
    section.take(item, found)
    return section


def _fill(section: DraftSection, body: Sequence[Block]) -> list[tuple[Block, str]]:
    """Puts the body's prompts and measures in the section; returns what is left out."""
    left_out: list[tuple[Block, str]] = []
    candidates: list[Block] = []
    for block in _with_requests_kept(body):
        if found := _measure_line(block):
            _take_measure_line(
                section, block, found, is_outside=_stands_outside(section, candidates, block)
            )
        elif reason := _not_a_prompt(block):
            left_out.append((block, reason))
        else:
            candidates.append(block)
    has_items = any(block.is_item for block in candidates)
    kept = []
    for block in candidates:
        if block.is_item or not has_items or (asks(block.text) and not block.text.endswith(":")):
            kept.append(block)
        else:
            left_out.append((block, "leads in to the prompts"))
    while not has_items and _only_tells(kept):
        left_out.append((kept.pop(), "a note, not a prompt"))
    _add_prompts(section, kept)
    return left_out


def _only_tells(paragraphs: Sequence[Block]) -> bool:
    """Whether the last of some paragraphs is a plain statement, while all before it ask for something."""
    if len(paragraphs) < 2 or not is_sentence(paragraphs[-1].text):
        return False
    *before, last = paragraphs
    return not asks_anywhere(last.text) and all(asks_anywhere(block.text) for block in before)


def _with_requests_kept(body: Sequence[Block]) -> list[Block]:
    """Cuts the lead-in off a paragraph that first asks for something: "Explain the plan. Include:"."""
    return [
        _without_lead_in(block) if _leads_to_item(body, index) else block
        for index, block in enumerate(body)
    ]


def _leads_to_item(body: Sequence[Block], index: int) -> bool:
    block = body[index]
    if block.is_item or not block.text.endswith(":"):
        return False
    return index + 1 < len(body) and body[index + 1].is_item


def _without_lead_in(block: Block) -> Block:
    sentences = re.split(r"(?<=[.?!])\s+", block.text)
    if len(sentences) > 1 and asks(sentences[0]):
        return replace(block, text=" ".join(sentences[:-1]))
    return block


def _stands_outside(section: DraftSection, before: Sequence[Block], block: Block) -> bool:
    """Whether a measure under a list of titles stands beside the list, not in its last item."""
    heading = section.heading
    if block.is_item and before and before[-1].is_item:
        return block.level < before[-1].level
    return (
        heading is not None
        and heading.marker is not Marker.NONE
        and heading.level == RUN_IN
        and not block.is_item
    )


def _take_measure_line(
    section: DraftSection, block: Block, found: Measured, *, is_outside: bool
) -> None:
    if is_outside and found.word_limit is not None:
        section.outside_limits.append((block, found.word_limit))
        return
    if found.word_limit is not None:
        section.limit_lines.append(found.word_limit)
    section.take(block, found)


def stands_as_prompt(block: Block) -> bool:
    """Whether a paragraph beside a list asks for something itself, rather than leading in to it."""
    text = block.text
    return (
        asks(text)
        and not text.endswith(":")
        and not introduces_criteria(text)
        and not is_statement(text)
    )


def _measure_line(block: Block) -> Measured | None:
    """The measures of a line that says nothing else."""
    found = take_measures(block.text)
    if found.weight is not None and _TOTAL.match(block.text):
        return None
    if found.holds_a_measure and not found.text.strip(" .:"):
        return found
    return None


def _not_a_prompt(block: Block) -> str | None:
    text = block.text
    if not block.is_item and (is_button(text) or is_cheer(text)):
        return "a button or good wishes"
    if block.is_item:
        return None
    if is_statement(text):
        return "tells of the process"
    if is_sentence(text) and introduces_criteria(text) and not asks_anywhere(text):
        return "leads in to the prompts"
    if text.endswith((":", "…", "...")) and (introduces_criteria(text) or len(text.split()) < 12):
        return "leads in to the prompts"
    if (_NOTE.match(text) or (_ON_LENGTH.search(text) and not asks(text))) and not is_question(
        text
    ):
        return "a note, not a prompt"
    return None


def _add_prompts(section: DraftSection, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if (
            block.is_item
            and block.level > 0
            and section.prompts
            and _completes(section.prompts[-1], block)
        ):
            last = section.prompts[-1]
            section.prompts[-1] = DraftPrompt(_completed(last, block.text), (*last.blocks, block))
            continue
        found = take_measures(block.text).joined(notes_of(block))
        text = _ENDS_LIST.sub("", found.text if found.text.strip(" .") else block.text)
        section.prompts.append(DraftPrompt(text, (block,)))
        if found.holds_a_measure:
            section.measured.append((block, found))
            if found.word_limit is not None:
                section.prompt_limits.append(found.word_limit)
            section.measures = section.measures.joined(replace(found, word_limit=None))


def _completed(prompt: DraftPrompt, fragment: str) -> str:
    """The prompt with one more fragment: after a colon the first, after semicolons the rest."""
    text = prompt.text.rstrip(" ;,")
    if len(prompt.blocks) > 1:
        return f"{text}; {fragment}"
    if text.endswith((":", "–", "—", "?")):
        return f"{text} {fragment}"
    return f"{text.rstrip('.')}: {fragment}"


def _completes(prompt: DraftPrompt, block: Block) -> bool:
    """Whether a deeper item only ends the sentence that its parent began."""
    first = prompt.blocks[0]
    if first.level < block.level and len(block.text.split()) <= 4 and block.text[0].islower():
        return True
    opens = first.text.rstrip().endswith((":", "–", "—", "including", "such as", "e.g."))
    return (
        first.level < block.level and opens and not is_question(block.text) and not asks(block.text)
    )
