"""The whole way from a file to a Brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block, Page
from plaudit.programmes.brief.contacts import parse_contact
from plaudit.programmes.brief.draft import DraftCategory
from plaudit.programmes.brief.finishing import category_warnings, finish_category
from plaudit.programmes.brief.headings import find_headings
from plaudit.programmes.brief.ledger import Ledger
from plaudit.programmes.brief.model import Brief, UnreadableBrief, Use
from plaudit.programmes.brief.naming import find_name, name_in_prose
from plaudit.programmes.brief.outline import Passage, passages_of
from plaudit.programmes.brief.quotations import without_quotations
from plaudit.programmes.brief.reading import CategoryReader
from plaudit.programmes.brief.recognising import PageEvidence
from plaudit.programmes.brief.several import read_several
from plaudit.programmes.brief.siblings import settle_doubtful
from plaudit.programmes.brief.signals.contact_details import has_contact_details, is_person
from plaudit.programmes.brief.signatures import without_signatures
from plaudit.programmes.brief.source import DAMAGED, is_called_word, read_page
from plaudit.programmes.brief.splitting import split_page
from plaudit.programmes.brief.totals import stated_total, total_warnings

_NOTHING = "Nothing was found to import: this does not look like a category page."
_CUT = "The page is very long; only its first part was read."
_EMPTY = "The file is empty."


def read_brief(
    source: bytes | str, *, filename: str | None = None, criterion_names: Sequence[str] = ()
) -> Brief:
    """Reads a category page: plain text, Markdown, HTML or Word, told by `filename` and content.

    `criterion_names` are the edition's criteria in order, offered where groups of prompts have no titles.
    A page with nothing to import gives no categories and a warning. Raises UnreadableBrief for a file
    that cannot be read at all, and for one called .docx that is no Word file and holds nothing to import.
    """
    page = read_page(source, filename)
    page = replace(page, blocks=tuple(without_signatures(without_quotations(page.blocks))))
    ledger = Ledger(page.lines)
    for block in page.blocks:
        if block.furniture is not None:
            ledger.leave_out(block, block.furniture)
    drafts = _drafts(page)
    if not drafts and is_called_word(filename) and not source[:2] == b"PK":
        raise UnreadableBrief(DAMAGED)
    warnings = [] if drafts else [_NOTHING if any(line.strip() for line in page.lines) else _EMPTY]
    if page.is_cut:
        warnings.append(_CUT)
    categories = []
    for number, draft in enumerate(drafts):
        ledger.mark_category(draft, number)
        categories.append(finish_category(draft, criterion_names))
        warnings.extend(category_warnings(categories[-1], draft))
    warnings.extend(total_warnings(categories, stated_total(page.blocks)))
    return Brief(tuple(categories), tuple(warnings), ledger.source_lines())


def _drafts(page: Page) -> list[DraftCategory]:
    """The categories of a page, those that hold up."""
    readable = [block for block in page.blocks if block.furniture is None]
    evidence = PageEvidence.of(readable)
    blocks = find_headings(readable)
    passages = passages_of(blocks)
    settle_doubtful(passages)
    split = split_page(passages)
    readers = read_several(split) if split else [_read_one(passages, blocks, page.title)]
    drafts = [reader.settled() for reader in readers if reader.holds_up(evidence, of=len(readers))]
    if not any(draft.contacts for draft in drafts):
        _read_footer(page, drafts)
    return drafts


def _read_footer(page: Page, drafts: Sequence[DraftCategory]) -> None:
    """Gives every category the people named in the page's footer, when the page names no others."""
    for block in page.blocks:
        if block.furniture != "page footer" or not has_contact_details(block.text):
            continue
        contact = parse_contact(block.text)
        if contact is not None and is_person(contact.name):
            for draft in drafts:
                draft.contacts.append(contact)
                draft.uses.append((block, Use.CONTACT))


def _read_one(passages: list[Passage], blocks: Sequence[Block], title: str) -> CategoryReader:
    name = find_name(blocks, title)
    reader = CategoryReader(name)
    above, rest = _parted_at_name(passages, name)
    if name is None:
        reader.category.name = name_in_prose(blocks)
    reader.read_above(above)
    reader.read(rest)
    return reader


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
