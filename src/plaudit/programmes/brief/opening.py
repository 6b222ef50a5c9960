"""Running text in a category: introduction, eligibility, contacts, and lists that come without a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.conditions import take_conditions
from plaudit.programmes.brief.contacts import offers_help, parse_contact, parse_contacts
from plaudit.programmes.brief.draft import DraftCategory
from plaudit.programmes.brief.measures import find_word_limit, take_measures
from plaudit.programmes.brief.model import Use
from plaudit.programmes.brief.outline import asked_share
from plaudit.programmes.brief.prose import sections_in_sentence
from plaudit.programmes.brief.sections import untitled_sections
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.housekeeping import is_mostly_housekeeping
from plaudit.programmes.brief.signals.roles import introduces_criteria, speaks_of_eligibility
from plaudit.programmes.brief.signals.shapes import furniture_line
from plaudit.programmes.brief.signals.wording import asks, first_sentence, is_question

_WHOLE = re.compile(
    r"\b(?:entr(?:y|ies)|submissions?|nominations?|applications?|bids?|in total|"
    r"total|overall|altogether|whole|entire|in all|combined)\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\b(?:written|supporting|personal|award|nomination) (?:statement|piece|case|document|form|citation)s?|"
    r"\b(?:essay|dossier|citation|statements?|write-up|case for|narrative|entrant.s account|"
    r"(?:your|the|a) (?:account|submission|story|paper))\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|every|per|none|an? (?:heading|section|question|answer)|sections?|questions?|criteri(?:on|a)|answers?|"
    r"responses?)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in total|total|overall|altogether|whole|entire|in all|combined|across "
    r"all|(?:for|across) questions \d+ (?:to|and|-|–) \d+|under (?:these|the following|the) (?:\w+ )?headings)\b",
    re.IGNORECASE,
)
_PER_ENTRY = re.compile(
    r"\b(?:each|every|per) (?:categor(?:y|ies)|awards?|prizes?|entry|nomination|submission|application)\b|"
    r"\b(?:address|cover|answer|consider|discuss|describ|explain|respond|touch)\w*(?: \w+)? "
    r"each of (?:the following|these)\W*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\((?!max)[^()\d]*\)$")
_HOW_TO_ENTER = re.compile(r"\b(?:how to|enter|apply|nominate|submit)\b", re.IGNORECASE)
_WRITE = re.compile(
    r"(?:please |then |simply )*(?:write|tell|send|submit|prepare|complete)\b", re.IGNORECASE
)
_OPENS_ENQUIRY = re.compile(r"(?:for|if you have|any|questions|to discuss)\b", re.IGNORECASE)
_ASKS_TO_CONTACT = re.compile(
    r"\b(?:contact|e-?mail|call|enquir\w+|quer(?:y|ies)|questions|get in touch|"
    r"speak to)\b",
    re.IGNORECASE,
)


def note_limits(category: DraftCategory, block: Block, *, is_within: bool = False) -> bool:
    """Keeps a word limit that holds for the whole entry, or for each answer; says whether there was one.

    `is_within` tells that the block stands among a criterion's prompts, where a statement is not the whole entry.
    """
    if block.is_heading or "word" not in block.text.lower():
        return False
    for part in re.split(r"(?<=[.;!?])\s+", block.text):
        limit = find_word_limit(part)
        if limit is None:
            continue
        sentence = _PER_ENTRY.sub("entry", part)
        if _TOTAL.search(sentence) or (
            (_WHOLE.search(sentence) or (not is_within and _STATEMENT.search(sentence)))
            and not _EACH.search(sentence)
        ):
            category.whole_entry_word_limit = category.whole_entry_word_limit or limit
        elif re.search(
            r"\b(?:each|every|per|no|any|all|none)\b", sentence, re.IGNORECASE
        ) and _EACH.search(sentence):
            category.limit_for_each = category.limit_for_each or limit
        else:
            continue
        category.uses.append((block, Use.WORD_LIMIT))
        return True
    return False


def read_running_text(
    category: DraftCategory, blocks: Sequence[Block], *, may_introduce: bool
) -> None:
    """Sorts paragraphs and lists that stand under no telling heading."""
    blocks = take_conditions(category, blocks)
    index = 0
    while index < len(blocks):
        if blocks[index].is_item or _begins_prompts(blocks, index):
            end = _end_of_list(blocks, index)
            _read_list(category, blocks[index:end], blocks[index - 1] if index else None)
            index = end
            continue
        _read_paragraph(
            category, blocks[index], may_introduce=may_introduce and not category.sections
        )
        index += 1


def _begins_prompts(blocks: Sequence[Block], index: int) -> bool:
    """Whether plain lines from here on are prompts: two questions or requests in a row."""
    block = blocks[index]
    if not (asks(block.text) or is_question(block.text)) or (
        introduces_criteria(block.text) and block.text.endswith(":")
    ):
        return False
    if has_contact_details(block.text) or speaks_of_eligibility(first_sentence(block.text)):
        return False
    before = index and introduces_criteria(blocks[index - 1].text)
    after = (
        index + 1 < len(blocks)
        and _goes_on_asking(blocks[index + 1].text)
        and not blocks[index + 1].is_item
        and not has_contact_details(blocks[index + 1].text)
    )
    return bool(before or after)


def _end_of_list(blocks: Sequence[Block], index: int) -> int:
    is_item = blocks[index].is_item
    end = index + 1
    while (
        end < len(blocks)
        and blocks[end].is_item == is_item
        and (is_item or _goes_on_asking(blocks[end].text))
    ):
        end += 1
    return end


def _goes_on_asking(text: str) -> bool:
    is_condition = speaks_of_eligibility(first_sentence(text)) and not is_question(text)
    return asks(text) and not furniture_line(text) and not is_condition


def _read_list(category: DraftCategory, items: Sequence[Block], before: Block | None) -> None:
    lead = before.text if before is not None and before.is_paragraph and items[0].is_item else ""
    is_about_entrants = lead and speaks_of_eligibility(lead)
    if is_about_entrants and (asked_share(items) < 0.5 or _lists_conditions(lead, items)):
        category.eligibility.append("\n".join(item.text for item in items))
        category.uses.extend((item, Use.ELIGIBILITY) for item in items)
    elif is_mostly_housekeeping(item.text for item in items):
        category.ignored.extend((item, "about sending the entry in") for item in items)
    elif asked_share(items) >= 0.5 or (lead and introduces_criteria(lead)):
        sections, left_out = untitled_sections(items)
        category.sections.extend(sections)
        category.ignored.extend(left_out)
    elif lead.endswith(":") and category.introduction and category.introduction[-1] is before:
        category.introduction.extend(items)
    else:
        for item in items:
            _read_stray_item(category, item)


def _lists_conditions(lead: str, items: Sequence[Block]) -> bool:
    """Whether a list goes on with the sentence that said who may enter ("nominees must: have worked …")."""
    return (
        lead.endswith(":")
        and not introduces_criteria(lead)
        and not any(is_question(item.text) for item in items)
    )


def _read_stray_item(category: DraftCategory, item: Block) -> None:
    if has_contact_details(item.text):
        read_contact(category, item)
    else:
        category.ignore(item, "a list that is not about criteria")


def take_aside(category: DraftCategory, block: Block, *, is_within: bool = False) -> bool:
    """Takes a limit, contact, date, button or word on eligibility out of a body of criteria; says whether it did."""
    if block.is_item:
        return False
    text = block.text
    if note_limits(category, block, is_within=is_within):
        if offers_help(text):
            read_contact(category, block)
        return not is_question(take_measures(text).text)
    is_aside = (
        furniture_line(text)
        or has_contact_details(text)
        or _is_contact(text)
        or (speaks_of_eligibility(first_sentence(text)) and not is_question(text))
    )
    if is_aside:
        _read_paragraph(category, block, may_introduce=False)
    return bool(is_aside)


def _read_paragraph(category: DraftCategory, block: Block, *, may_introduce: bool) -> None:
    text = block.text
    if reason := furniture_line(text):
        if has_contact_details(text) and not reason.startswith(("part of", "about a sponsor")):
            note_limits(category, block)
            read_contact(category, block)
        else:
            category.ignore(block, reason)
    elif (has_contact_details(text) and len(text) < 400) or _is_contact(text):
        note_limits(category, block)
        read_contact(category, block)
    elif sections := sections_in_sentence(block):
        category.sections.extend(sections)
    elif note_limits(category, block) or _take_bare_limit(category, block):
        return
    elif speaks_of_eligibility(first_sentence(text)):
        category.eligibility.append(text)
        category.uses.append((block, Use.ELIGIBILITY))
    elif text.endswith(":") and introduces_criteria(text):
        if not take_whole_limit(category, block):
            category.ignore(block, "leads in to the prompts")
    elif may_introduce and (
        (text.endswith((".", "!", "?", "”")) and len(text.split()) >= 2) or len(text.split()) >= 8
    ):
        category.introduction.append(block)
    else:
        category.ignore(block, "not part of the brief")


def take_whole_limit(category: DraftCategory, block: Block) -> bool:
    """Takes the limit in the words over a list ("in up to 700 words, show:") for the whole entry's, if it has none."""
    limit = find_word_limit(block.text)
    if limit is None or category.whole_entry_word_limit or _EACH.search(block.text):
        return False
    category.whole_entry_word_limit = limit
    category.uses.append((block, Use.WORD_LIMIT))
    return True


def limits_writing(category: DraftCategory, heading: Block | None, block: Block) -> bool:
    """Takes "Write up to 500 words" among the steps of how to enter for the whole entry's limit."""
    if heading is None or not _HOW_TO_ENTER.search(heading.text) or not _WRITE.match(block.text):
        return False
    return take_whole_limit(category, block)


def _take_bare_limit(category: DraftCategory, block: Block) -> bool:
    """Takes a line that is only a word limit ("Limit: 600 words"): the whole entry's, below one untitled list or none.

    Where several untitled lists each have such a line below them, it is the last list's.
    """
    found = take_measures(_ASIDE.sub("", block.text))
    if found.word_limit is None or found.weight is not None or found.text.strip(" .:"):
        return False
    last = category.sections[-1] if category.sections else None
    if last is not None and len(category.sections) > 1 and last.title is None:
        last.take(block, found)
        return True
    if any(section.title for section in category.sections):
        return False
    category.whole_entry_word_limit = category.whole_entry_word_limit or found.word_limit
    category.uses.append((block, Use.WORD_LIMIT))
    return True


def _is_contact(text: str) -> bool:
    if len(text) >= 400 or not _ASKS_TO_CONTACT.search(text):
        return False
    return has_contact_details(text) or (
        _OPENS_ENQUIRY.match(text) is not None and parse_contact(text) is not None
    )


def read_contact(category: DraftCategory, block: Block) -> None:
    """Keeps the contact that a line holds; a line without one is left out."""
    contacts = parse_contacts(block.text)
    contact = contacts[0] if contacts else None
    if contact is None:
        category.ignore(block, "not part of the brief")
    elif contact.phone or contact.email:
        category.contacts.extend(contacts)
        category.uses.append((block, Use.CONTACT))
    else:
        category.named_contacts.append((contact, block))
