"""Passages: each heading with the blocks under it, and the role its words give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.measures import IS_UNSCORED, is_only_measures, take_measures
from plaudit.programmes.brief.sections import notes_of
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.housekeeping import is_mostly_housekeeping
from plaudit.programmes.brief.signals.roles import Role, role_of_heading
from plaudit.programmes.brief.signals.shapes import furniture_line
from plaudit.programmes.brief.signals.wording import asks

_EXTRA = re.compile(
    r"\b(?:support\w*|additional|attach\w*|upload\w*|background|documents?|evidence|summary)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Passage:
    """A heading (none at the top of a page) and what stands under it until the next heading."""

    heading: Block | None
    body: list[Block] = field(default_factory=list)
    role: Role = Role.UNKNOWN

    def find_role(self) -> Role:
        """The role of the heading; a weight, or "not scored", makes it a criterion whatever its words."""
        if self.heading is None:
            return Role.UNKNOWN
        role = role_of_heading(self.heading.text)
        found = take_measures(self.heading.text).joined(notes_of(self.heading))
        if role is not Role.CRITERIA and (found.weight is not None or not found.is_scored):
            return Role.CRITERION
        if role in (Role.UNKNOWN, Role.INTRODUCTION) and found.word_limit is not None:
            return Role.CRITERION
        if self._says_unscored(role):
            return Role.CRITERION
        return role

    def _says_unscored(self, role: Role) -> bool:
        """Whether the text says that the section is not scored, under a heading that may be one."""
        may_be = role in (Role.UNKNOWN, Role.INTRODUCTION) or (
            self.heading is not None and bool(_EXTRA.search(self.heading.text))
        )
        return (
            may_be
            and len(self.body) <= 4
            and any(IS_UNSCORED.search(block.text) for block in self.body)
        )

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0

    @property
    def blocks(self) -> list[Block]:
        """The heading, if any, and the body."""
        return [self.heading, *self.body] if self.heading else list(self.body)

    def asks_something(self) -> bool:
        """Whether the list (or, without one, the text) under the heading asks something of entrants."""
        body = [block for block in self.body if block.is_item or not _stands_beside(block)]
        if is_mostly_housekeeping(block.text for block in body if block.is_item):
            return False
        return asked_share(body) >= 0.5


def _stands_beside(block: Block) -> bool:
    """Whether a line among prompts is a contact, a limit, a date … rather than one of them."""
    return (
        has_contact_details(block.text)
        or is_only_measures(block.text)
        or furniture_line(block.text) is not None
    )


def asked_share(blocks: Sequence[Block]) -> float:
    """The share of outermost items, or of paragraphs where there are no items, that ask something."""
    items = [block for block in blocks if block.is_item]
    outermost = min((item.level for item in items), default=0)
    items = [item for item in items if item.level == outermost] or list(blocks)
    return sum(asks(item.text) for item in items) / len(items) if items else 0.0


def passages_of(blocks: Sequence[Block]) -> list[Passage]:
    """Cuts a page at its headings."""
    passages: list[Passage] = []
    for block in blocks:
        if block.is_heading:
            passages.append(Passage(block))
        elif not passages:
            passages.append(Passage(None, [block]))
        else:
            passages[-1].body.append(block)
    for passage in passages:
        passage.role = passage.find_role()
    return passages
