"""A page with several categories: each read by itself, then given what the page says for all."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.model import Use
from plaudit.programmes.brief.outline import Passage
from plaudit.programmes.brief.reading import CategoryReader
from plaudit.programmes.brief.signals.names import is_badge
from plaudit.programmes.brief.splitting import Split


def read_several(split: Split) -> list[CategoryReader]:
    """Readers that have read one category each."""
    passages, starts = split.passages, split.starts
    _move_badges(passages)
    readers = []
    for start, end in itertools.pairwise([*starts, len(passages)]):
        own = passages[start:end]
        reader = CategoryReader(own[0].heading)
        reader.read([Passage(None, own[0].body), *own[1:]])
        readers.append(reader)
    common = _common(passages[: starts[0]], split.shared, readers)
    for reader in readers:
        _give(common, reader)
    return readers


def _move_badges(passages: Sequence[Passage]) -> None:
    """A badge at the end of one passage belongs to the heading after it."""
    for before, after in itertools.pairwise(passages):
        if before.body and is_badge(before.body[-1].text) and before.body[-1].gap > 0:
            after.body.insert(0, before.body.pop())


def _common(
    preamble: Sequence[Passage], shared: Sequence[Passage], readers: Sequence[CategoryReader]
) -> CategoryReader:
    """What the page says for all its categories: criteria, contacts and limits."""
    common = CategoryReader(None)
    common.read([*preamble, *shared])
    if not shared:
        common.category.sections = []
    holders = [reader.category for reader in readers if reader.category.contacts]
    if not common.category.contacts and holders == [readers[-1].category]:
        common.category.contacts = holders[0].contacts
    limited = [reader.category for reader in readers if reader.category.whole_entry_word_limit]
    if (
        not common.category.whole_entry_word_limit
        and limited == [readers[-1].category]
        and not _limits_a_lead_in(readers[-1])
    ):
        common.category.whole_entry_word_limit = limited[0].whole_entry_word_limit
    return common


def _give(common: CategoryReader, reader: CategoryReader) -> None:
    given, own = common.category, reader.category
    if given.sections and not own.sections:
        own.sections = [replace(section) for section in given.sections]
        own.uses.extend(given.uses)
        own.ignored.extend(given.ignored)
        reader.frame = common.frame
    own.contacts = own.contacts or list(given.contacts)
    own.eligibility = own.eligibility or list(given.eligibility)
    own.whole_entry_word_limit = own.whole_entry_word_limit or given.whole_entry_word_limit
    own.limit_for_each = own.limit_for_each or given.limit_for_each


def _limits_a_lead_in(reader: CategoryReader) -> bool:
    """Whether the limit stands in the words over the category's own list."""
    return any(
        use is Use.WORD_LIMIT and block.text.endswith(":") for block, use in reader.category.uses
    )
