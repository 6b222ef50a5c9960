"""What is found while reading, still tied to the blocks it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.measures import Measured
from plaudit.programmes.brief.model import BriefContact, Use


@dataclass(frozen=True, slots=True)
class DraftPrompt:
    """One prompt; `blocks` has more than one when fragments were joined under their opening words."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class DraftSection:
    """A criterion being put together."""

    title: str | None = None
    heading: Block | None = None
    prompts: list[DraftPrompt] = field(default_factory=list)
    measures: Measured = field(default_factory=lambda: Measured(""))
    measured: list[tuple[Block, Measured]] = field(default_factory=list)
    prompt_limits: list[int] = field(default_factory=list)
    limit_lines: list[int] = field(default_factory=list)
    outside_limits: list[tuple[Block, int]] = field(default_factory=list)

    def take(self, block: Block, found: Measured) -> None:
        """Keeps the measures found in a block; the first one found stands."""
        self.measures = self.measures.joined(found)
        if found.holds_a_measure:
            self.measured.append((block, found))


@dataclass(slots=True)
class DraftCategory:
    """A category being put together. `uses` are the blocks that gave text to the category itself."""

    name: str = ""
    is_new: bool = False
    introduction: list[Block] = field(default_factory=list)
    eligibility: list[str] = field(default_factory=list)
    whole_entry_word_limit: int | None = None
    limit_for_each: int | None = None
    sections: list[DraftSection] = field(default_factory=list)
    contacts: list[BriefContact] = field(default_factory=list)
    named_contacts: list[tuple[BriefContact, Block]] = field(default_factory=list)
    uses: list[tuple[Block, Use]] = field(default_factory=list)
    ignored: list[tuple[Block, str]] = field(default_factory=list)

    def ignore(self, block: Block, reason: str) -> None:
        """Leaves a block out, and says why."""
        self.ignored.append((block, reason))
