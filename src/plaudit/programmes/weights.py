"""Whether the weights of a category's sections make sense together. They count in proportion anyway."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from plaudit.programmes.models import WeightUnit

WHOLE = 100


class Weighed(Protocol):
    """A section as stored, or as it was typed."""

    @property
    def is_scored(self) -> bool: ...
    @property
    def weight(self) -> Decimal | None: ...
    @property
    def weight_unit(self) -> str: ...


def weight_problem(sections: Iterable[Weighed]) -> str:
    """Return what is odd about the weights, as a clause without a full stop; nothing if all is well."""
    scored = [section for section in sections if section.is_scored]
    weights = [section.weight for section in scored if section.weight is not None]
    if not weights:
        return ""
    if len(weights) < len(scored):
        have = "has" if len(weights) == 1 else "have"
        return (
            f"only {len(weights)} of {len(scored)} scored sections {have} a weight, "
            "so all would count alike"
        )
    units = {section.weight_unit for section in scored}
    total = sum(weights)
    if units == {str(WeightUnit.PERCENT)} and total != WHOLE:
        return f"the weights add up to {total.normalize():f}%, not 100%"  # type: ignore[union-attr]
    return ""


def weight_warning(sections: Iterable[Weighed]) -> str:
    """Return the same as a sentence of its own."""
    problem = weight_problem(sections)
    return f"{problem[0].upper()}{problem[1:]}." if problem else ""
