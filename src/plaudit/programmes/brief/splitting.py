"""A page with several categories: where each one starts."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plaudit.programmes.brief.block import COLON, RUN_IN, Block
from plaudit.programmes.brief.cleaning import same_text_key
from plaudit.programmes.brief.outline import Passage
from plaudit.programmes.brief.prose import requests, sections_in_sentence
from plaudit.programmes.brief.signals.names import (
    category_name,
    is_numbered_category,
    names_award,
    names_programme,
)
from plaudit.programmes.brief.signals.roles import Role, introduces_criteria, role_of_heading
from plaudit.programmes.brief.signals.wording import is_label, is_question, is_sentence

_FOR_ALL = re.compile(r"\b(?:all|every|each)\b.{0,20}\b(?:categor|award|entr)", re.IGNORECASE)
_PRESENTS = re.compile(
    r"(?:this|the) (?:\w+ )?(?:award|category|prize|trophy|medal)\b(?! criteri)|"
    r"for (?!example|instance|this|each|every|all|these|more|further|the purposes|your)(?:an?|the|any|\w+s)\b|"
    r"(?:recogni[sz]|celebrat|honour|reward)(?:es|s|ing)\b|(?:awarded|presented|given|open) to\b",
    re.IGNORECASE,
)
"""How a category's introduction begins."""


@dataclass(frozen=True, slots=True)
class Split:
    """A page cut into categories: `starts` index `passages`; `shared` holds criteria for all of them."""

    passages: list[Passage]
    starts: list[int]
    shared: list[Passage]


def split_page(passages: list[Passage]) -> Split | None:
    """The page's categories, or None when it holds fewer than two."""
    passages = list(_with_spoken_frames(passages))
    if split := _with_shared_criteria(passages):
        return split
    for find in (_numbered, _by_frame, _by_award_name, _under_programme, _by_introduction):
        starts = _distinct(passages, find(passages))
        full = _with_content(passages, starts)
        if len(full) >= 2:
            named = {*starts, *_named_alike(passages, full)}
            return Split(passages, sorted(start for start in named if start >= full[0]), [])
    return _with_listed_names(passages)


def _with_listed_names(passages: Sequence[Passage]) -> Split | None:
    """Categories that are only named, in one list above what all of them are asked."""
    if any(
        p.heading and names_award(p.heading.text) and not names_programme(p.heading.text)
        for p in passages
    ):
        return None
    for index, passage in enumerate(passages):
        first = next((i for i, block in enumerate(passage.body) if block.is_item), 0)
        names = list(itertools.takewhile(lambda block: block.is_item, passage.body[first:]))
        if len(names) < 2 or not all(is_label(b.text) and names_award(b.text) for b in names):
            continue
        last = first + len(names) - 1
        shared = [Passage(None, passage.body[last + 1 :]), *passages[index + 1 :]]
        if any(_holds_criteria(one) for one in shared):
            above = [
                *passages[:index],
                Passage(passage.heading, passage.body[:first], passage.role),
            ]
            named = [Passage(name.as_heading(COLON)) for name in names]
            return Split([*above, *named], [len(above) + n for n in range(len(names))], shared)
    return None


def _named_alike(passages: Sequence[Passage], starts: Sequence[int]) -> list[int]:
    """Other awards' names marked up as the categories' are: an award that takes no entries, say."""
    levels = {passages[start].level for start in starts}
    return [
        i
        for i, p in enumerate(passages)
        if _is_open(p)
        and p.heading
        and p.heading.is_marked_up
        and levels == {p.level}
        and names_award(p.heading.text)
    ]


def _with_spoken_frames(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Passages cut where a sentence leads in to the criteria of every category ("All entries are judged on:")."""
    has_frame = any(p.role is Role.CRITERIA and p.heading for p in passages)
    for passage in passages:
        at = next((i for i, block in enumerate(passage.body) if _speaks_for_all(block)), None)
        if at is None or has_frame or passage.role is not Role.UNKNOWN:
            yield passage
            continue
        heading, rest = passage.body[at], passage.body[at + 1 :]
        yield Passage(passage.heading, passage.body[:at], passage.role)
        yield Passage(heading.as_heading(COLON), rest, Role.CRITERIA)


def _speaks_for_all(block: Block) -> bool:
    return (
        block.is_paragraph
        and block.text.endswith((":", "."))
        and bool(_FOR_ALL.search(block.text))
        and role_of_heading(block.text) is Role.CRITERIA
    )


def _with_shared_criteria(passages: list[Passage]) -> Split | None:
    """Categories that only have names and introductions, beside one set of criteria for all."""
    frames = [i for i, p in enumerate(passages) if p.role is Role.CRITERIA and p.heading]
    if len(frames) != 1:
        return None
    frame = frames[0]
    for find in (_numbered, _by_award_name, _by_introduction):
        starts = _distinct(passages, find(passages))
        if len(starts) < 2 or not _is_for_all(passages, frame, starts):
            continue
        if frame < starts[0]:
            rest = passages[:frame] + passages[starts[0] :]
            shift = starts[0] - frame
            return Split(rest, [start - shift for start in starts], passages[frame : starts[0]])
        return Split(passages[:frame], starts, passages[frame:])
    return None


def _is_for_all(passages: Sequence[Passage], frame: int, starts: Sequence[int]) -> bool:
    if starts[0] < frame < starts[-1]:
        return False
    heading = passages[frame].heading
    if heading is None or len(_with_content(passages[:frame], starts)) >= 2:
        return False
    told = [heading, *(block for block in passages[frame].body if block.is_paragraph)]
    says_all = any(_FOR_ALL.search(block.text) for block in told)
    stands_over = heading.is_marked_up and heading.level < passages[starts[0]].level
    return says_all or stands_over or _is_all_there_is(passages, frame, starts)


def _is_all_there_is(passages: Sequence[Passage], frame: int, starts: Sequence[int]) -> bool:
    """Whether the categories before the criteria have an introduction each, and nothing else but names."""
    own = passages[:frame] if frame > starts[0] else passages
    if _with_content(own, starts):
        return False
    return all(
        passages[start].body and is_sentence(passages[start].body[0].text) for start in starts
    )


def _is_open(passage: Passage) -> bool:
    return (
        passage.heading is not None and not passage.heading.notes and passage.role is Role.UNKNOWN
    )


def _numbered(passages: Sequence[Passage]) -> list[int]:
    return [
        i
        for i, p in enumerate(passages)
        if p.heading and is_numbered_category(p.heading.text) and p.role is Role.UNKNOWN
    ]


def _by_frame(passages: Sequence[Passage]) -> list[int]:
    """Categories told by a "Judging criteria" or "Who can enter" heading that comes once in each."""
    for role in (Role.CRITERIA, Role.ELIGIBILITY):
        frames = [i for i, p in enumerate(passages) if p.role is role]
        if len(frames) < 2:
            continue
        starts = [_opening(passages, frame) for frame in frames]
        found = sorted({start for start in starts if start is not None})
        if len(found) == len(frames):
            return found
    return []


def _opening(passages: Sequence[Passage], frame: int) -> int | None:
    """The heading above a frame that names what the frame belongs to."""
    level = passages[frame].level
    is_marked_up = passages[frame].heading is not None and passages[frame].heading.is_marked_up  # type: ignore[union-attr]
    for index in range(frame - 1, -1, -1):
        passage = passages[index]
        if passage.role in (Role.CRITERIA, Role.CRITERION) and passage.level >= level:
            return None
        if _is_open(passage) and (passage.level < level or not is_marked_up):
            return index
    return None


def _by_award_name(passages: Sequence[Passage]) -> list[int]:
    named = [
        i
        for i, p in enumerate(passages)
        if _is_open(p)
        and p.heading
        and names_award(p.heading.text)
        and not names_programme(p.heading.text)
    ]
    levels = Counter(passages[i].level for i in named)
    if not levels:
        return []
    level = min((lv for lv, n in levels.items() if n >= 2), default=None)
    return [i for i in named if passages[i].level == level]


def _under_programme(passages: Sequence[Passage]) -> list[int]:
    """Under a title such as "Northmoor Awards 2027", sections that each have an introduction and a list."""
    titles = [p.heading for p in passages[:4] if p.heading and names_programme(p.heading.text)]
    if not titles or any(
        p.heading and names_award(p.heading.text) and not names_programme(p.heading.text)
        for p in passages
    ):
        return []
    level = titles[0].level
    inner = [
        i
        for i, p in enumerate(passages)
        if _is_open(p) and p.heading is not titles[0] and p.level > level
    ]
    if not inner:
        return []
    top = min(passages[i].level for i in inner)
    return [i for i in inner if passages[i].level == top and _has_introduction(passages[i])]


def _by_introduction(passages: Sequence[Passage]) -> list[int]:
    """Sections that each open by saying what or whom an award is for, whatever they are called."""
    found = [
        i
        for i, p in enumerate(passages)
        if _is_open(p) and p.body and _PRESENTS.match(p.body[0].text)
    ]
    levels = Counter(passages[i].level for i in found)
    level = next((lv for lv, n in levels.most_common() if n >= 2), None)
    return [i for i in found if passages[i].level == level]


def _has_introduction(passage: Passage) -> bool:
    return (
        bool(passage.body)
        and is_sentence(passage.body[0].text)
        and not introduces_criteria(passage.body[0].text)
    )


def _distinct(passages: Sequence[Passage], starts: Sequence[int]) -> list[int]:
    seen: set[str] = set()
    kept = []
    for index in starts:
        heading = passages[index].heading
        key = same_text_key(category_name(heading.text)) if heading else ""
        if key not in seen:
            kept.append(index)
        seen.add(key)
    return kept


def _with_content(passages: Sequence[Passage], starts: Sequence[int]) -> list[int]:
    """Only the starts that hold prompts or criteria before the next one."""
    kept = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(passages)
        inner = passages[start:end]
        if any(_holds_criteria(p) for p in inner):
            kept.append(start)
    return kept


def _holds_criteria(passage: Passage) -> bool:
    if passage.role in (Role.CRITERIA, Role.CRITERION):
        return True
    items = [b for b in passage.body if b.is_item]
    leads_in = any(introduces_criteria(b.text) for b in passage.body if b.is_paragraph)
    if any(b.is_paragraph and sections_in_sentence(b) for b in passage.body):
        return True
    if passage.role is Role.ELIGIBILITY and passage.level == RUN_IN:
        return bool(items) and leads_in
    if passage.role is not Role.UNKNOWN:
        return False
    if not items:
        return _opens_with_sentence(passage) and any(_asks_in_prose(b.text) for b in passage.body)
    return passage.asks_something() or leads_in


def _opens_with_sentence(passage: Passage) -> bool:
    return bool(passage.body) and is_sentence(passage.body[0].text)


def _asks_in_prose(text: str) -> bool:
    return any(is_question(s) or requests(s) for s in re.split(r"(?<=[.?!])\s+", text))
