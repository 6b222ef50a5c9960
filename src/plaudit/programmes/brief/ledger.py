"""What became of every source line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.draft import DraftCategory, DraftSection
from plaudit.programmes.brief.model import SourceLine, Use

_NOT_USED = "not part of a category"


@dataclass(slots=True)
class _Entry:
    uses: list[Use] = field(default_factory=list)
    category: int | None = None
    section: int | None = None
    prompt: int | None = None
    reason: str | None = None


class Ledger:
    """Collects uses by line, then gives the lines out in order, each once."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._entries = [_Entry() for _ in lines]

    def mark(
        self,
        block: Block,
        use: Use,
        *,
        category: int,
        section: int | None = None,
        prompt: int | None = None,
    ) -> None:
        """Records that the block's lines gave something to the result."""
        for line in block.lines:
            entry = self._entries[line]
            if use not in entry.uses:
                entry.uses.append(use)
            if entry.category is None:
                entry.category = category
            if entry.category == category:
                entry.section = section if section is not None else entry.section
                entry.prompt = prompt if prompt is not None else entry.prompt

    def leave_out(self, block: Block, reason: str) -> None:
        """Records why the block was left out."""
        for line in block.lines:
            self._entries[line].reason = self._entries[line].reason or reason

    def mark_category(self, category: DraftCategory, number: int) -> None:
        """Records everything one category was made from."""
        for block, use in category.uses:
            self.mark(block, use, category=number)
        for block in category.introduction:
            self.mark(block, Use.INTRODUCTION, category=number)
        for index, section in enumerate(category.sections):
            self._mark_section(section, number, index)
        self.leave_all(category.ignored)

    def _mark_section(self, section: DraftSection, category: int, index: int) -> None:
        if section.heading is not None and section.title:
            self.mark(section.heading, Use.SECTION_TITLE, category=category, section=index)
        for number, prompt in enumerate(section.prompts):
            for block in prompt.blocks:
                self.mark(block, Use.PROMPT, category=category, section=index, prompt=number)
        for block, found in section.measured:
            if found.weight is not None:
                self.mark(block, Use.WEIGHT, category=category, section=index)
            if found.word_limit is not None:
                self.mark(block, Use.WORD_LIMIT, category=category, section=index)
            if not found.is_scored or (found.weight is None and found.word_limit is None):
                self.mark(block, Use.SECTION_TITLE, category=category, section=index)

    def leave_all(self, ignored: Iterable[tuple[Block, str]]) -> None:
        """Records a reason for each block."""
        for block, reason in ignored:
            self.leave_out(block, reason)

    def source_lines(self) -> tuple[SourceLine, ...]:
        """Every line once, in order."""
        return tuple(
            self._line(number, text, entry)
            for number, (text, entry) in enumerate(zip(self._lines, self._entries, strict=True), 1)
        )

    @staticmethod
    def _line(number: int, text: str, entry: _Entry) -> SourceLine:
        if entry.uses:
            return SourceLine(
                number, text, tuple(entry.uses), entry.category, entry.section, entry.prompt
            )
        if not text.strip():
            return SourceLine(number, text, (Use.BLANK,))
        return SourceLine(number, text, (Use.IGNORED,), reason=entry.reason or _NOT_USED)
