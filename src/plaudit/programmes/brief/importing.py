"""The whole way from a file to a Brief."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from plaudit.programmes.brief.block import Block, Page
from plaudit.programmes.brief.draft import DraftCategory
from plaudit.programmes.brief.finishing import category_warnings, finish_category
from plaudit.programmes.brief.headings import find_headings
from plaudit.programmes.brief.ledger import Ledger
from plaudit.programmes.brief.model import Brief, Use
from plaudit.programmes.brief.naming import find_name, name_in_prose
from plaudit.programmes.brief.outline import Passage, passages_of
from plaudit.programmes.brief.reading import CategoryReader, drop_empty
from plaudit.programmes.brief.recognising import PageEvidence, is_category
from plaudit.programmes.brief.signals.names import is_badge
from plaudit.programmes.brief.source import read_page
from plaudit.programmes.brief.splitting import category_starts

_NOTHING = "Nothing was found to import: this does not look like a category page."
_CUT = "The page is very long; only its first part was read."
_EMPTY = "The file is empty."


def read_brief(
    source: bytes | str, *, filename: str | None = None, criterion_names: Sequence[str] = ()
) -> Brief:
    """Reads a category page: plain text, Markdown, HTML or Word, told by `filename` and content.

    `criterion_names` are the edition's criteria in order, offered where groups of prompts have no titles.
    A page with nothing to import gives no categories and a warning. Raises UnreadableBrief for a file
    that cannot be read at all.
    """
    page = read_page(source, filename)
    ledger = Ledger(page.lines)
    for block in page.blocks:
        if block.furniture is not None:
            ledger.leave_out(block, block.furniture)
    drafts = list(_drafts(page))
    warnings = [] if drafts else [_NOTHING if any(line.strip() for line in page.lines) else _EMPTY]
    if page.is_cut:
        warnings.append(_CUT)
    categories = []
    for number, draft in enumerate(drafts):
        ledger.mark_category(draft, number)
        categories.append(finish_category(draft, criterion_names))
        warnings.extend(category_warnings(categories[-1], draft))
    return Brief(tuple(categories), tuple(warnings), ledger.source_lines())


def _drafts(page: Page) -> list[DraftCategory]:
    """The categories of a page, those that hold up."""
    readable = [block for block in page.blocks if block.furniture is None]
    evidence = PageEvidence.of(readable)
    blocks = find_headings(readable)
    passages = passages_of(blocks)
    starts = category_starts(passages)
    drafts = (
        _several(passages, starts, evidence)
        if starts
        else _single(passages, blocks, page.title, evidence)
    )
    return [draft for draft in drafts if draft is not None]


def _single(
    passages: list[Passage], blocks: Sequence[Block], title: str, evidence: PageEvidence
) -> list[DraftCategory | None]:
    name = find_name(blocks, title)
    reader = CategoryReader(name)
    above, rest = _parted_at_name(passages, name)
    if name is None:
        reader.category.name = name_in_prose(blocks)
    reader.read_above(above)
    return [_read(reader, rest, evidence)]


def _parted_at_name(
    passages: Sequence[Passage], name: Block | None
) -> tuple[list[Block], list[Passage]]:
    """The blocks above the name, and the passages from it on; what follows the name reads as running text."""
    above: list[Block] = []
    for index, passage in enumerate(passages):
        blocks = passage.blocks
        at = next((i for i, block in enumerate(blocks) if block is name), None)
        if at is not None:
            return above + blocks[:at], [Passage(None, blocks[at + 1 :]), *passages[index + 1 :]]
        above.extend(blocks)
    return [], list(passages)


def _several(
    passages: list[Passage], starts: Sequence[int], evidence: PageEvidence
) -> list[DraftCategory | None]:
    _move_badges(passages)
    drafts: list[DraftCategory | None] = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(passages)
        own = passages[start:end]
        heading = own[0].heading
        drafts.append(
            _read(CategoryReader(heading), [Passage(None, own[0].body), *own[1:]], evidence)
        )
    shared = _shared(passages[: starts[0]], drafts)
    for draft in drafts:
        if draft is not None:
            _give(shared, draft)
    return drafts


def _move_badges(passages: Sequence[Passage]) -> None:
    """A badge at the end of one passage belongs to the heading after it."""
    for before, after in itertools.pairwise(passages):
        if before.body and is_badge(before.body[-1].text) and before.body[-1].gap > 0:
            after.body.insert(0, before.body.pop())


def _shared(preamble: Sequence[Passage], drafts: Sequence[DraftCategory | None]) -> DraftCategory:
    """What the page says for all its categories: contacts and limits."""
    common = CategoryReader(None).read(preamble)
    holders = [draft for draft in drafts if draft is not None and draft.contacts]
    if not common.contacts and len(holders) == 1 and holders[0] is drafts[-1]:
        common.contacts = holders[0].contacts
    return common


def _give(shared: DraftCategory, draft: DraftCategory) -> None:
    draft.contacts = draft.contacts or list(shared.contacts)
    draft.whole_entry_word_limit = draft.whole_entry_word_limit or shared.whole_entry_word_limit
    draft.limit_for_each = draft.limit_for_each or shared.limit_for_each


def _read(
    reader: CategoryReader, passages: Sequence[Passage], evidence: PageEvidence
) -> DraftCategory | None:
    draft = reader.read(passages)
    draft.sections = drop_empty(draft.sections)
    if not is_category(draft, evidence, has_frame=reader.frame is not None):
        return None
    for contact, block in draft.named_contacts:
        if draft.contacts:
            draft.ignore(block, "a contact without telephone or e-mail")
        else:
            draft.contacts.append(contact)
            draft.uses.append((block, Use.CONTACT))
    return draft
