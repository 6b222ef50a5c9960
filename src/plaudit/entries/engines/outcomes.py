"""How far a measure moved, and whether it reached its target. Exact: in decimals, and in the measure's unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Movement:
    """From baseline to result: `absolute` in the measure's unit, `relative` in per cent of the baseline.

    `relative` is None when the baseline is 0, or when baseline and result lie on different sides of it.
    """

    absolute: Decimal
    relative: Decimal | None


def movement(baseline: Decimal | None, result: Decimal | None) -> Movement | None:
    """Return the change from baseline to result; None when either is not known."""
    if baseline is None or result is None:
        return None
    absolute = result - baseline
    if baseline == 0 or baseline * result < 0:
        return Movement(absolute, None)
    return Movement(absolute, absolute / abs(baseline) * 100)


def target_met(direction: str, target: Decimal | None, result: Decimal | None) -> bool | None:
    """Return whether the result reached the target; None when there is none, or no direction is better."""
    if target is None or result is None or direction == "neither":
        return None
    return result >= target if direction == "up" else result <= target


def is_better(direction: str, moved: Movement | None) -> bool | None:
    """Return whether the measure moved the right way; None when it did not move, or no way is right."""
    if moved is None or not moved.absolute or direction == "neither":
        return None
    return (moved.absolute > 0) == (direction == "up")
