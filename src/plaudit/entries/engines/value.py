"""Costs and savings of a project, and the plain return on them.

Staff time is hours times a rate for an hour, with on-costs. The return is savings less costs, and savings for
each pound spent; both over the period stated, undiscounted, and no judgement of whether a saving is real.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

PENNY = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """One cost or saving: `kind` is "staff", "cost", "cash" or "capacity"; `amount` is in pounds."""

    kind: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Return:
    """What was spent and saved, in pounds, over `months` months (None: not said).

    `for_each_pound` is savings over costs; `payback_months` how long savings, spread evenly over the period,
    take to cover the costs, longer than the period where they do not within it; None when nothing was saved or
    the period is not said.
    """

    staff: Decimal
    other_costs: Decimal
    cash: Decimal
    capacity: Decimal
    months: int | None

    @property
    def costs(self) -> Decimal:
        return self.staff + self.other_costs

    @property
    def savings(self) -> Decimal:
        return self.cash + self.capacity

    @property
    def net(self) -> Decimal:
        return self.savings - self.costs

    @property
    def for_each_pound(self) -> Decimal | None:
        return self.savings / self.costs if self.costs else None

    @property
    def payback_months(self) -> Decimal | None:
        if not self.months or not self.savings or not self.costs:
            return None
        return self.costs * self.months / self.savings


def staff_cost(hours: Decimal, rate: Decimal) -> Decimal:
    """Return hours times pounds an hour, to the penny."""
    return (hours * rate).quantize(PENNY, ROUND_HALF_UP)


def return_of(lines: Iterable[Line], months: int | None) -> Return:
    """Return the sums of the lines by kind."""
    sums = {"staff": Decimal(0), "cost": Decimal(0), "cash": Decimal(0), "capacity": Decimal(0)}
    for line in lines:
        sums[line.kind] += line.amount
    return Return(sums["staff"], sums["cost"], sums["cash"], sums["capacity"], months)
