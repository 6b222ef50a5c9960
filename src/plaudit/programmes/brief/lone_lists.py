"""A heading over one list of questions that each have a limit: a frame over criteria, not a criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.draft import DraftCategory, DraftPrompt, DraftSection
from plaudit.programmes.brief.measures import Measured, take_measures
from plaudit.programmes.brief.sections import notes_of


def frames_weighted_items(heading: Block, body: Sequence[Block]) -> bool:
    """Whether a heading without a weight stands over two items or more that each have one."""
    items = [block for block in body if block.is_item and block.level == 0]
    if len(items) < 2 or _measures_of(heading).holds_a_measure:
        return False
    return all(_measures_of(item).weight is not None for item in items)


def parted(sections: list[DraftSection]) -> list[DraftSection]:
    """The only section of a category parted into one for each prompt, where each prompt has its own word limit."""
    if len(sections) != 1 or len(sections[0].prompts) < 2:
        return sections
    section = sections[0]
    is_measured = section.measures.weight is not None or section.measures.word_limit is not None
    limits = [_measures_of(prompt.blocks[0]).word_limit for prompt in section.prompts]
    if len({id(prompt.blocks[0]) for prompt in section.prompts}) < len(section.prompts):
        return sections
    if is_measured or None in limits or not section.measures.is_scored:
        return sections
    return [_alone(prompt) for prompt in section.prompts]


def take_last_limit(category: DraftCategory) -> None:
    """Gives the whole entry the one limit that stands alone under the last of several titled sections."""
    *others, last = category.sections or [DraftSection()]
    if not others or category.whole_entry_word_limit or len(last.limit_lines) != 1:
        return
    is_alone = all(
        s.title and s.measures.word_limit is None and not s.prompt_limits for s in others
    )
    if not (is_alone and last.title and last.prompts) or last.prompt_limits:
        return
    limited = [block for block, found in last.measured if found.word_limit is not None]
    if len(limited) == 1 and limited[0].lines > last.prompts[-1].blocks[-1].lines:
        category.whole_entry_word_limit = last.limit_lines.pop()
        last.measures = replace(last.measures, word_limit=None)


def _alone(prompt: DraftPrompt) -> DraftSection:
    section = DraftSection(prompts=[prompt])
    section.take(prompt.blocks[0], _measures_of(prompt.blocks[0]))
    return section


def _measures_of(block: Block) -> Measured:
    return take_measures(block.text).joined(notes_of(block))
