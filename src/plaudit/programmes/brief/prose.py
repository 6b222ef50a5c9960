"""Criteria told in running prose: "judged on flavour (40%), value (20%) …", or "please describe … in 600 words"."""

from __future__ import annotations

import re
from dataclasses import replace

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.draft import DraftCategory, DraftPrompt, DraftSection
from plaudit.programmes.brief.measures import read_measures, take_measures
from plaudit.programmes.brief.model import Use
from plaudit.programmes.brief.signals.roles import (
    introduces_criteria,
    says_who_may_enter,
    speaks_of_eligibility,
)
from plaudit.programmes.brief.signals.statements import is_statement
from plaudit.programmes.brief.signals.wording import asks, is_question

WEIGHTS = re.compile(
    r"\(?\s*[–—:-]?\s*\b\d{1,3}\s*(?:%|per\s?cent\b|points?\b|marks?\b)\s*\)?", re.IGNORECASE
)
_WEIGHTED = re.compile(rf"{WEIGHTS.pattern}|\(weighting: \d{{1,3}}\)", re.IGNORECASE)
_BARE = re.compile(r"\((\d{1,3})\)")
_KEY = re.compile(r"^.*:", re.DOTALL)
_LEAD_IN = re.compile(
    r"^.*(?:\b(?:on|against|for|by|are|criteria|following|include|of|as follows|"
    r"assess|judge|score|mark|weigh|evaluate|rate|at|between|into)\b|"
    r":)",
    re.IGNORECASE | re.DOTALL,
)
_ASSESSES = re.compile(
    r"\b(?:assess(?:ed|es)?|judged?|scored?|mark(?:ed|s)?|weigh(?:ed|ted|t|s)?|rated?|evaluated?|split|made up)\b",
    re.IGNORECASE,
)
_JOINER = re.compile(r"^[\s,;.]*(?:and\b|&)?\s*", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_PLEASE = re.compile(
    r"\b(?:please|should|must|need to|asked to)\b.{0,40}\b(?:describe|explain|tell|"
    r"show|demonstrate|outline|set out|provide|give)\b",
    re.IGNORECASE,
)


def sections_in_sentence(block: Block, *, is_framed: bool = False) -> list[DraftSection]:
    """Sections from one sentence that names its criteria with their weights; none when there are fewer than two.

    `is_framed` tells that the sentence stands under a heading over the criteria.
    """
    if not (is_framed or introduces_criteria(block.text) or _ASSESSES.search(block.text)):
        return []
    lead = _KEY if is_framed and not _ASSESSES.search(block.text) else _LEAD_IN
    figured = _BARE.sub(r"(weighting: \1)", block.text)
    found = _weighted_names(block.text, lead) or _weighted_names(figured, lead)
    if len(found) < 2:
        return []
    sections = []
    for title, weight in found:
        section = DraftSection(title=title[:1].upper() + title[1:], heading=block)
        section.take(block, read_measures(weight))
        sections.append(section)
    return sections


def _weighted_names(text: str, lead: re.Pattern[str]) -> list[tuple[str, str]]:
    """Each name in the sentence with the weight after it; empty when a name is too long to be one."""
    found: list[tuple[str, str]] = []
    start = 0
    for match in _WEIGHTED.finditer(text):
        name = text[start : match.start()]
        name = _JOINER.sub("", name if found else lead.sub("", name)).strip()
        if not name or len(name.split()) > 6:
            return []
        found.append((name, match[0]))
        start = match.end()
    return found


def prompts_in_prose(category: DraftCategory) -> None:
    """For a category without any list: what its introduction asks becomes prompts."""
    section = DraftSection()
    kept: list[Block] = []
    for block in category.introduction:
        sentences = _SENTENCES.split(block.text)
        asked = [sentence for sentence in sentences if requests(sentence)]
        for sentence in asked:
            found = take_measures(sentence)
            section.prompts.append(DraftPrompt(found.text or sentence, (block,)))
            section.take(block, found)
        rest = " ".join(sentence for sentence in sentences if sentence not in asked)
        kept.extend([replace(block, text=rest)] if rest else [])
    if section.prompts:
        category.introduction = kept
        category.sections.append(section)
        _limit_whole_entry(category, section)


def requests(sentence: str) -> bool:
    """Whether a sentence of running text tells entrants what to write about."""
    if is_statement(sentence) or speaks_of_eligibility(sentence):
        return False
    if _PLEASE.search(sentence):
        return True
    return asks(sentence) and not is_question(sentence) and len(sentence.split()) > 4


def _limit_whole_entry(category: DraftCategory, section: DraftSection) -> None:
    """The one limit on a page without sections is the entry's."""
    limit = section.measures.word_limit
    category.whole_entry_word_limit = category.whole_entry_word_limit or limit
    section.measures = replace(section.measures, word_limit=None)


def eligibility_in_prose(category: DraftCategory) -> None:
    """For a category without eligibility: the sentence of its introduction that says who may enter."""
    for block in category.introduction:
        for sentence in _SENTENCES.split(block.text):
            if says_who_may_enter(sentence):
                category.eligibility.append(sentence)
                category.uses.append((block, Use.ELIGIBILITY))
                return
