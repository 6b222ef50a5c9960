"""One category from its passages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plaudit.programmes.brief.block import RUN_IN, Block
from plaudit.programmes.brief.cleaning import same_text_key
from plaudit.programmes.brief.conditions import take_conditions
from plaudit.programmes.brief.contacts import is_card, offers_help, read_contacts
from plaudit.programmes.brief.draft import DraftCategory
from plaudit.programmes.brief.lone_lists import frames_weighted_items, parted, take_last_limit
from plaudit.programmes.brief.measures import find_word_limit, take_measures
from plaudit.programmes.brief.model import Use
from plaudit.programmes.brief.opening import (
    limits_writing,
    note_limits,
    read_contact,
    read_running_text,
    take_aside,
    take_whole_limit,
)
from plaudit.programmes.brief.outline import Passage, asked_share
from plaudit.programmes.brief.prose import (
    eligibility_in_prose,
    prompts_in_prose,
    sections_in_sentence,
)
from plaudit.programmes.brief.recognising import PageEvidence, is_category
from plaudit.programmes.brief.sections import stands_as_prompt, titled_section, untitled_sections
from plaudit.programmes.brief.shapes_of_passages import (
    drop_empty,
    end_of_line,
    end_of_steps,
    gives_rules_of_entry,
    lists_fragments,
)
from plaudit.programmes.brief.signals.housekeeping import is_mostly_housekeeping
from plaudit.programmes.brief.signals.names import (
    category_name,
    is_badge,
    names_award,
    without_badge,
)
from plaudit.programmes.brief.signals.roles import Role, introduces_criteria, speaks_of_eligibility
from plaudit.programmes.brief.signals.wording import asks, first_sentence, is_label, is_sentence

_LIMIT_HEADING = re.compile(
    r"(?:maximum |total |entry )*(?:word (?:limit|count|length)s?|length|limits)(?: of entry)?",
    re.IGNORECASE,
)

_SPONSOR = re.compile(r"\b(?:sponsors?|partners?|supported by|association)\b", re.IGNORECASE)


class CategoryReader:
    """Reads the passages of one category in order, remembering whether it is among the criteria."""

    def __init__(self, name: Block | None) -> None:
        self.category = DraftCategory()
        self.frame: Block | None = None
        self.is_frame_over = False
        self.closed: Passage | None = None
        self.lists: set[int] = set()
        self.name_key = ""
        if name is not None:
            self._take_name(name)

    def _take_name(self, name: Block) -> None:
        self.category.name = category_name(name.text)
        self.category.is_new = without_badge(name.text)[1]
        self.name_key = same_text_key(self.category.name)
        if (limit := take_measures(name.text).word_limit) is not None:
            self.category.whole_entry_word_limit = limit
            self.category.uses.append((name, Use.WORD_LIMIT))
        self.category.uses.append((name, Use.NAME))
        if self.category.is_new:
            self.category.uses.append((name, Use.NEW))

    def read(self, passages: Sequence[Passage]) -> DraftCategory:
        """Reads every passage and returns the category."""
        readers = {
            Role.CRITERIA: self._criteria,
            Role.CRITERION: self._criterion,
            Role.ELIGIBILITY: self._eligibility,
            Role.INTRODUCTION: self._introduction,
            Role.CONTACT: self._contacts,
            Role.FURNITURE: self._furniture,
            Role.UNKNOWN: self._unknown,
        }
        self.lists = {id(passage) for passage in passages if lists_fragments(passage)}
        for passage in passages:
            passage.body = self._without_badges(passage.body)
            if self._is_swallowed(passage):
                self._furniture(passage)
            else:
                self.is_frame_over = self.is_frame_over or self._ends_frame(passage)
                if passage.role is Role.CRITERIA and passage.heading and is_card(passage.body):
                    self._contacts(passage, purpose=passage.heading.text)
                else:
                    readers[passage.role](passage)
                self.closed = passage if passage.role is Role.FURNITURE else None
        if not self.category.sections:
            prompts_in_prose(self.category)
        if not self.category.eligibility:
            eligibility_in_prose(self.category)
        self.category.sections = parted(self.category.sections)
        take_last_limit(self.category)
        return self.category

    def holds_up(self, evidence: PageEvidence, *, of: int) -> bool:
        """Whether what was read, as one `of` so many categories, is a category of an award."""
        self.category.sections = drop_empty(self.category.sections)
        return is_category(
            self.category, evidence, has_frame=self.frame is not None, is_one_of_many=of > 1
        )

    def settled(self) -> DraftCategory:
        """The category, with contacts that are only names kept if there are no others."""
        for contact, block in self.category.named_contacts:
            if self.category.contacts:
                self.category.ignore(block, "a contact without telephone or e-mail")
            else:
                self.category.contacts.append(contact)
                self.category.uses.append((block, Use.CONTACT))
        return self.category

    def read_above(self, blocks: Sequence[Block]) -> None:
        """Reads what stands above the category's name: a badge or a contact, but no text of its own."""
        read_running_text(self.category, self._without_badges(blocks), may_introduce=False)

    def _is_swallowed(self, passage: Passage) -> bool:
        """Whether a passage is a sub-heading of one that is no part of the brief, such as a step of how to enter."""
        if (
            self.closed is None
            or self.closed.heading is None
            or passage.role is not Role.UNKNOWN
            or passage.heading is None
        ):
            return False
        is_deeper = passage.level > self.closed.level
        return (
            is_deeper
            and (self.closed.heading.is_marked_up or passage.level == RUN_IN)
            and not self._repeats_name(passage.heading)
        )

    def _without_badges(self, blocks: Sequence[Block]) -> list[Block]:
        kept = []
        for block in blocks:
            if is_badge(block.text):
                self.category.is_new = True
                self.category.uses.append((block, Use.NEW))
            else:
                kept.append(block)
        return kept

    def _criteria(self, passage: Passage) -> None:
        self.frame = passage.heading
        self.is_frame_over = False
        self._leave_heading(passage, "stands over the criteria")
        self._untitled(passage.body)

    def _untitled(self, body: Sequence[Block]) -> None:
        body = take_conditions(self.category, body)
        body = [
            block for block in body if not (self._names_criteria(block) or self._is_limit(block))
        ]
        body = [block for block in body if not take_aside(self.category, block)]
        if any(block.is_item for block in body):
            leads = [block for block in body if not (block.is_item or stands_as_prompt(block))]
            for block in leads:
                if not (block.text.endswith(":") and take_whole_limit(self.category, block)):
                    self.category.ignore(block, "leads in to the prompts")
            body = [block for block in body if block.is_item or stands_as_prompt(block)]
        sections, left_out = untitled_sections(body)
        self.category.sections.extend(sections)
        self.category.ignored.extend(left_out)

    def _names_criteria(self, block: Block) -> bool:
        """Takes the criteria that one line names with their weights ("Reach (40), craft (60)")."""
        sections = [] if block.is_item else sections_in_sentence(block, is_framed=True)
        self.category.sections.extend(sections)
        return bool(sections)

    def _is_limit(self, block: Block) -> bool:
        """Takes a bare word limit beside untitled criteria for the whole entry's."""
        found = take_measures(block.text)
        if block.is_item or found.text or found.word_limit is None or found.weight is not None:
            return False
        if note_limits(self.category, block):
            return True
        self.category.whole_entry_word_limit = (
            self.category.whole_entry_word_limit or found.word_limit
        )
        self.category.uses.append((block, Use.WORD_LIMIT))
        return True

    def _completes_limit(self, heading: Block, block: Block) -> bool:
        """Takes "900 (a table does not count)" under "Total word count" for the whole entry's limit."""
        limit = find_word_limit(f"{heading.text.strip(' :')}: {block.text}")
        if limit is None or self.category.whole_entry_word_limit:
            return False
        self.category.whole_entry_word_limit = limit
        self.category.uses.append((block, Use.WORD_LIMIT))
        return True

    def _criterion(self, passage: Passage) -> None:
        if passage.heading is None:
            return
        if frames_weighted_items(passage.heading, passage.body):
            self._criteria(passage)
            return
        body = [b for b in passage.body if not take_aside(self.category, b, is_within=True)]
        section, left_out = titled_section(passage.heading, body)
        for block, limit in section.outside_limits:
            self.category.whole_entry_word_limit = self.category.whole_entry_word_limit or limit
            self.category.uses.append((block, Use.WORD_LIMIT))
        self.category.sections.append(section)
        self.category.ignored.extend(left_out)

    def _eligibility(self, passage: Passage) -> None:
        self._leave_heading(passage, "stands over the eligibility")
        body = list(passage.body)
        cut = next(
            (
                i
                for i, b in enumerate(body)
                if i and b.is_item and b.gap > 1 and asked_share(body[i:]) >= 0.5
            ),
            len(body),
        )
        lead = next(
            (
                i
                for i, b in enumerate(body)
                if (
                    b.text.endswith(":")
                    and introduces_criteria(b.text)
                    and not speaks_of_eligibility(b.text)
                )
                or (b.is_paragraph and sections_in_sentence(b))
            ),
            len(body),
        )
        cut = min(cut, lead)
        for block in body[:cut]:
            if speaks_of_eligibility(block.text) or not take_aside(self.category, block):
                self.category.eligibility.append(block.text)
                self.category.uses.append((block, Use.ELIGIBILITY))
        read_running_text(self.category, body[cut:], may_introduce=False)

    def _introduction(self, passage: Passage) -> None:
        if (passage.asks_something() and any(b.is_item for b in passage.body)) or (
            self.frame and self._is_inside(passage)
        ):
            self._unknown(passage)
            return
        self._leave_heading(passage, "stands over the introduction")
        read_running_text(self.category, passage.body, may_introduce=True)

    def _contacts(self, passage: Passage, purpose: str = "") -> None:
        self._leave_heading(passage, "stands over the contacts")
        used: set[tuple[int, ...]] = set()
        for contact, blocks in read_contacts(passage.body, purpose):
            if contact.phone or contact.email:
                self.category.contacts.append(contact)
            else:
                self.category.named_contacts.append((contact, blocks[0]))
            self.category.uses.extend((block, Use.CONTACT) for block in blocks)
            used.update(block.lines for block in blocks)
        for block in passage.body:
            if block.lines not in used and not note_limits(self.category, block):
                self.category.ignore(block, "not a contact")

    def _furniture(self, passage: Passage) -> None:
        if not self.category.eligibility and gives_rules_of_entry(passage):
            self._eligibility(passage)
            return
        self._leave_heading(passage, "not part of the brief")
        body = list(passage.body)
        is_marked_up = passage.heading is not None and (
            passage.heading.is_marked_up or passage.heading.is_bold
        )
        end = len(body) if is_marked_up else end_of_steps(body)
        end = end_of_line(body) if passage.level == RUN_IN else end
        is_sponsors = passage.heading is not None and bool(_SPONSOR.search(passage.heading.text))
        for block in body[:end]:
            if offers_help(block.text) and not is_sponsors:
                read_contact(self.category, block)
            elif not (
                note_limits(self.category, block)
                or limits_writing(self.category, passage.heading, block)
            ):
                self.category.ignore(
                    block, f"under “{passage.heading.text if passage.heading else ''}”"
                )
        read_running_text(self.category, body[end:], may_introduce=not self.category.introduction)

    def _unknown(self, passage: Passage) -> None:
        heading = passage.heading
        if heading is not None and _LIMIT_HEADING.fullmatch(heading.text.strip(" :")):
            self._leave_heading(passage, "stands over a word limit")
            passage.body = [
                block
                for block in passage.body
                if not (self._is_limit(block) or self._completes_limit(heading, block))
            ]
            read_running_text(self.category, passage.body, may_introduce=False)
        elif heading is None or self._repeats_name(heading):
            if heading is not None:
                self.category.uses.append((heading, Use.NAME))
            read_running_text(self.category, passage.body, may_introduce=True)
        elif is_card(passage.body):
            self._contacts(passage, purpose="" if heading.text.endswith("?") else heading.text)
        elif self._is_criterion(passage):
            self._criterion(passage)
        else:
            self._leave_heading(passage, "a heading over no criteria")
            read_running_text(
                self.category,
                passage.body,
                may_introduce=not self.category.sections and self._may_introduce(passage),
            )

    def _may_introduce(self, passage: Passage) -> bool:
        return (
            any(
                not b.is_item
                and (
                    len(b.text.split()) >= 8
                    or (is_sentence(b.text) and not self.category.introduction)
                )
                for b in passage.body
            )
            and self.frame is None
        )

    def _is_criterion(self, passage: Passage) -> bool:
        if is_mostly_housekeeping(block.text for block in passage.body if block.is_item):
            return False
        if passage.body and all(names_award(b.text) and not asks(b.text) for b in passage.body):
            return False
        if self.frame is not None and self._is_inside(passage):
            return bool(passage.body) or (
                passage.heading is not None and bool(passage.heading.notes)
            )
        if id(passage) in self.lists and len(self.lists) > 1:
            return True
        if not passage.body or not passage.asks_something():
            return False
        first = passage.body[0].text
        opens_category = (
            not self.category.sections and not passage.body[0].is_item and len(first.split()) > 15
        )
        return not (opens_category and speaks_of_eligibility(first_sentence(first)))

    def _is_inside(self, passage: Passage) -> bool:
        """Whether a passage lies under the heading that frames the criteria."""
        if self.frame is None or self.is_frame_over or passage.heading is None:
            return False
        if self.frame.is_marked_up and passage.heading.is_marked_up:
            return passage.level > self.frame.level or passage.asks_something()
        return is_label(passage.heading.text, words=12) or passage.heading.is_marked_up

    def _ends_frame(self, passage: Passage) -> bool:
        """Whether a heading as high as the criteria's begins another matter, such as the contacts."""
        return (
            self.frame is not None
            and passage.heading is not None
            and self.frame.is_marked_up
            and passage.heading.is_marked_up
            and passage.level <= self.frame.level
            and passage.role in (Role.CONTACT, Role.FURNITURE, Role.ELIGIBILITY)
        )

    def _repeats_name(self, heading: Block) -> bool:
        return bool(self.name_key) and same_text_key(category_name(heading.text)) == self.name_key

    def _leave_heading(self, passage: Passage, reason: str) -> None:
        if passage.heading is not None:
            self.category.ignore(passage.heading, reason)
