"""The words of the page that shows what a Word file would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.word.review import Review, ReviewedAnswer
from plaudit.kit.paragraphs import Block, in_paragraphs
from plaudit.sites.entrant.pages.tasks import words_used


@dataclass(frozen=True)
class ReviewedPart:
    """A criterion in the review. `is_kept`: it is posted with the button."""

    id: UUID
    name: str
    count: str
    is_over: bool
    about: str
    is_kept: bool
    text: str
    version: int
    blocks: list[Block]


@dataclass(frozen=True)
class ReviewPage:
    """`unknown` are parts of the file that belong nowhere: (heading, paragraphs)."""

    changed: list[ReviewedPart]
    rest: list[ReviewedPart]
    unknown: list[tuple[str, list[Block]]]
    is_marked: bool


def review_page(review: Review) -> ReviewPage:
    """Return the page: first what changes, then what does not, then what found no place."""
    parts = [_part(answer) for answer in review.answers]
    return ReviewPage(
        changed=[part for part in parts if part.is_kept],
        rest=[part for part in parts if not part.is_kept],
        unknown=[(heading, in_paragraphs(text)) for heading, text in review.unknown],
        is_marked=review.is_marked,
    )


def _part(answer: ReviewedAnswer) -> ReviewedPart:
    text = answer.text or ""
    limit = answer.word_limit
    return ReviewedPart(
        id=answer.criterion_id,
        name=answer.name,
        count=words_used(answer.words, limit) if text else "No words",
        is_over=bool(limit and answer.words > limit),
        about=_about(answer),
        is_kept=answer.is_changed,
        text=text,
        version=answer.version,
        blocks=in_paragraphs(text),
    )


def _about(answer: ReviewedAnswer) -> str:
    if answer.text is None:
        return "Not in the file. The answer stays as it is."
    if not answer.is_changed:
        return "The file says nothing new. The answer stays as it is."
    if answer.is_guessed:
        return (
            "The file no longer says which version you began from, so this takes the place of what is there "
            "now. Earlier versions stay to be read and restored."
        )
    if answer.theirs:
        return "Somebody wrote here since you downloaded the file. Both are kept: yours is merged into theirs."
    return "This takes the place of what you began from."


def posted_texts(posted: Mapping[str, str]) -> dict[UUID, tuple[str, int]]:
    """Return the texts of the form by criterion, each with its version; what is not well-formed is left out."""
    texts: dict[UUID, tuple[str, int]] = {}
    for name, text in posted.items():
        key = name.removeprefix("text-")
        version = posted.get(f"version-{key}", "")
        if name == key or not version.isdecimal() or len(version) > 8:
            continue
        try:
            texts[UUID(key)] = (text, int(version))
        except ValueError:
            continue
    return texts
