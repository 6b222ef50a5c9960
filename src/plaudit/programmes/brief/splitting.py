"""A page with several categories: where each one starts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plaudit.programmes.brief.cleaning import same_text_key
from plaudit.programmes.brief.outline import Passage
from plaudit.programmes.brief.signals.names import (
    category_name,
    is_numbered_category,
    names_award,
    names_programme,
)
from plaudit.programmes.brief.signals.roles import Role, introduces_criteria
from plaudit.programmes.brief.signals.wording import is_sentence


def category_starts(passages: Sequence[Passage]) -> list[int]:
    """Indexes of the passages that open a category; fewer than two means the page holds one."""
    for find in (_numbered, _by_frame, _by_award_name, _under_programme):
        starts = _with_content(passages, _distinct(passages, find(passages)))
        if len(starts) >= 2:
            return starts
    return []


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
    if passage.role is not Role.UNKNOWN:
        return False
    items = [b for b in passage.body if b.is_item]
    return bool(items) and (
        passage.asks_something()
        or any(introduces_criteria(b.text) for b in passage.body if b.is_paragraph)
    )
