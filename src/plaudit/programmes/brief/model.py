"""What the importer hands back: categories, warnings, and the use made of every source line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

WeightUnit = Literal["percent", "points"]


class UnreadableBrief(Exception):
    """The file cannot be read at all; the message is a plain sentence for a person."""


class Use(StrEnum):
    """What a source line gave to the result."""

    NAME = "name"
    NEW = "new"
    INTRODUCTION = "introduction"
    ELIGIBILITY = "eligibility"
    SECTION_TITLE = "section_title"
    PROMPT = "prompt"
    WEIGHT = "weight"
    WORD_LIMIT = "word_limit"
    CONTACT = "contact"
    IGNORED = "ignored"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the source (one block, for HTML and Word) and its uses.

    `number` counts from 1. `category`, `section` and `prompt` are indexes into the result, or None.
    `reason` says why an ignored line was left out.
    """

    number: int
    text: str
    uses: tuple[Use, ...]
    category: int | None = None
    section: int | None = None
    prompt: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class BriefContact:
    """A person or desk to ask; `purpose` and `name` are empty when the page does not say."""

    purpose: str
    name: str
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A criterion with the prompts an entrant answers under it."""

    title: str | None
    prompts: tuple[str, ...] = ()
    weight: float | None = None
    weight_unit: WeightUnit | None = None
    word_limit: int | None = None
    is_scored: bool = True


@dataclass(frozen=True, slots=True)
class BriefCategory:
    """One award. `introduction` separates paragraphs with an empty line.

    `offered_titles` holds the edition's criterion names, in order, when the page gave none of its own.
    """

    name: str
    is_new: bool
    introduction: str
    eligibility: str | None
    whole_entry_word_limit: int | None
    sections: tuple[BriefSection, ...]
    contacts: tuple[BriefContact, ...]
    offered_titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole page as read. `lines` holds every source line once, in order."""

    categories: tuple[BriefCategory, ...]
    warnings: tuple[str, ...]
    lines: tuple[SourceLine, ...]
