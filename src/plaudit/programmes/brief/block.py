"""The one shape every format is brought to before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

CAPITALS, BOLD, NUMBERED, PLAIN, COLON, RUN_IN = range(10, 16)
"""Levels of headings that nobody marked as such; real ones are 1 to 8."""


MAX_CHARACTERS = 4_000
MAX_BLOCKS = 5_000
"""A page with more is not a category page; the rest of it is left unread, with a warning."""


class Kind(Enum):
    """What a block looks like on the page."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


class Marker(Enum):
    """What stands before a list item."""

    NONE = ""
    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a list item or a paragraph.

    `lines` are indexes of source lines. `level` is a heading's rank (1 is highest) or an item's depth (0 is
    outermost). `gap` counts the empty lines before it. `lead` is the bold text a block opens with. `notes` are
    measures kept apart from the text, such as a table's weight column. `furniture` is the reason why the place
    on the page rules the block out (navigation, footer). `is_marked_up` tells a real heading from a likely one.
    """

    text: str
    lines: tuple[int, ...]
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    marker: Marker = Marker.NONE
    ordinal: str = ""
    gap: int = 0
    is_bold: bool = False
    lead: str = ""
    notes: tuple[str, ...] = ()
    furniture: str | None = None
    is_marked_up: bool = False

    def __post_init__(self) -> None:
        if len(self.text) > MAX_CHARACTERS and self.furniture is None:
            object.__setattr__(self, "furniture", "too long to be one paragraph")

    @property
    def is_heading(self) -> bool:
        return self.kind is Kind.HEADING

    @property
    def is_item(self) -> bool:
        return self.kind is Kind.ITEM

    @property
    def is_paragraph(self) -> bool:
        return self.kind is Kind.PARAGRAPH

    def as_heading(self, level: int, text: str | None = None) -> Block:
        """The same block, taken for a heading of `level`."""
        return replace(
            self, kind=Kind.HEADING, level=level, text=self.text if text is None else text
        )

    def as_paragraph(self, text: str | None = None) -> Block:
        """The same block, taken for a paragraph."""
        return replace(self, kind=Kind.PARAGRAPH, level=0, text=self.text if text is None else text)


@dataclass(frozen=True, slots=True)
class Page:
    """An extracted page: its source lines, its blocks in order, and the browser title if it has one."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    title: str = ""
    is_cut: bool = False
