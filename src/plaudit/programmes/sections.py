"""What an organiser gives for one section of a category's form, before it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Section:
    """A criterion of one category with its prompts. `keep` is the stored section it changes, if any."""

    name: str
    prompts: tuple[str, ...] = ()
    word_limit: int | None = None
    weight: Decimal | None = None
    weight_unit: str = ""
    is_scored: bool = True
    keep: UUID | None = None
