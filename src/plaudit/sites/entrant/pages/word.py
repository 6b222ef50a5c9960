"""The words of the page that shows what a Word file would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.engines.differences import Piece, shortened
from plaudit.entries.word.kept import PlacedText
from plaudit.entries.word.review import Review, ReviewedAnswer
from plaudit.kit.paragraphs import Block, in_paragraphs
from plaudit.kit.words import count_words
from plaudit.sites.entrant.pages.history import amount_in_words, differences
from plaudit.sites.entrant.pages.tasks import words_used


@dataclass(frozen=True)
class ReviewedPart:
    """A criterion in the review. `is_kept`: it is posted with the button.

    `pieces` are what it changes in the answer as it stands, `blocks` what the file says, `now` what stands there.
    """

    id: UUID
    name: str
    count: str
    is_over: bool
    about: str
    is_kept: bool
    text: str
    version: int
    blocks: list[Block]
    now: list[Block]
    amount: str
    pieces: list[Piece]


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
    pieces = differences(answer.now, answer.after) if answer.is_changed else []
    words, limit = count_words(answer.after), answer.word_limit
    return ReviewedPart(
        id=answer.criterion_id,
        name=answer.name,
        count=words_used(words, limit) if words else "No words",
        is_over=bool(limit and words > limit),
        about=_about(answer),
        is_kept=answer.is_changed,
        text=text,
        version=answer.version,
        blocks=in_paragraphs(text),
        now=in_paragraphs(answer.now),
        amount=amount_in_words(pieces),
        pieces=shortened(pieces),
    )


def _about(answer: ReviewedAnswer) -> str:
    if answer.text is None:
        return "Not in the file. The answer stays as it is."
    if not answer.is_changed:
        return "The file says nothing new. The answer stays as it is."
    if not answer.now:
        return "Nothing was written here before."
    if answer.is_guessed:
        return (
            "The file no longer says which version you began from, so this takes the place of what is there "
            "now. Earlier versions stay to be read and restored."
        )
    if answer.theirs:
        return "Somebody wrote here since you downloaded the file. Both are kept: yours is merged into theirs."
    return "This takes the place of what you began from."


def kept_words(placed: list[PlacedText]) -> str:
    """Return what the file put where, as a message once it is kept."""
    if not placed:
        return "Nothing was changed: your answers say already what the file says."
    return " ".join(
        ["The text of your Word file is saved.", *(_placed_words(each) for each in placed)]
    )


def _placed_words(placed: PlacedText) -> str:
    amount = amount_in_words(differences(placed.before, placed.after))
    amount = amount[0].lower() + amount[1:]
    words = words_used(count_words(placed.after), placed.word_limit)
    return f"{placed.name}: {amount}; now {words}."


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
