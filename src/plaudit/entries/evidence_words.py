"""Figures of evidence in words: what a measure's change means, what costs and savings come to.

The page that judges read and its PDF say the same, so they take their words from here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from plaudit.entries.engines.charts.wording import in_unit
from plaudit.entries.engines.outcomes import Movement
from plaudit.entries.engines.value import Line, Return, return_of

SHORT_UNIT = 8
DIRECTIONS = {"up": "Up is better", "down": "Down is better", "neither": "For context"}
LINE_KINDS = {
    "staff": "Staff time",
    "cost": "Cost",
    "cash": "Saving, cash-releasing",
    "capacity": "Saving, not cash-releasing",
}


def short_unit(unit: str) -> str:
    """Return the unit that stands beside each figure: a long one is told once, under the measure's name."""
    return unit if len(unit) <= SHORT_UNIT else ""


def change_words(moved: Movement | None, unit: str) -> tuple[str, str]:
    """Return "+22 percentage points" and "+54%", or empty words where there is nothing to say."""
    if moved is None:
        return "", ""
    if not moved.absolute:
        return "No change", ""
    sign = "+" if moved.absolute > 0 else "−"
    if unit == "%":
        amount = in_unit(abs(moved.absolute), "", is_exact=True)
        absolute = f"{amount} percentage point{'' if amount == '1' else 's'}"
    else:
        absolute = in_unit(abs(moved.absolute), unit, is_exact=True)
    relative = (
        "" if moved.relative is None else f"{sign}{abs(moved.relative):,.0f}% of the baseline"
    )
    return f"{sign}{absolute}", relative


def verdict_words(*, met: bool | None, better: bool | None) -> str:
    """Return whether the target was met; without one, whether it got better."""
    if met is not None:
        return "Target met" if met else "Target not met"
    return {True: "Better", False: "Worse", None: ""}[better]


def decimal_in(text: str | None) -> Decimal | None:
    """Return the figure of a snapshot."""
    return None if text is None else Decimal(text)


def sums_of(piece: dict[str, Any]) -> Return:
    """Return the sums of a value in a snapshot."""
    lines = [Line(line["kind"], Decimal(line["amount"])) for line in piece["lines"]]
    return return_of(lines, piece["months"])


def sum_rows(sums: Return) -> list[tuple[str, str]]:
    """Return the sums as rows: (words, amount)."""
    return [
        ("Costs in all", pounds(sums.costs)),
        ("Savings in all", pounds(sums.savings)),
        ("Savings less costs", pounds(sums.net)),
    ]


def outcome_words(sums: Return) -> list[str]:
    """Return what it comes to, in sentences that name what they rest on."""
    words = []
    if sums.for_each_pound is not None and sums.savings:
        period = f"period of {_months(Decimal(sums.months))}" if sums.months else "period"
        words.append(f"For each £1 spent, £{sums.for_each_pound:,.2f} was saved over the {period}.")
    if sums.savings:
        words.append(_cash_words(sums))
    if sums.payback_months is not None:
        words.append(_payback_words(sums, sums.payback_months))
    if not sums.staff:
        words.append("No staff time is counted.")
    words.append("Not discounted; savings are the entrant’s own figures.")
    return words


def pounds(amount: Decimal | str) -> str:
    """Return "£1,200" or "£12.50"."""
    value = Decimal(amount)
    sign, size = ("−" if value < 0 else ""), abs(value)
    return f"{sign}£{size:,.0f}" if size == size.to_integral_value() else f"{sign}£{size:,.2f}"


def workings(line: dict[str, Any]) -> str:
    """Return how the amount of a line was worked out, or empty words."""
    if line["hours"] is None or line["rate"] is None:
        return ""
    return f"{in_unit(Decimal(line['hours']), 'hours', is_exact=True)} at {pounds(line['rate'])} an hour"


def _cash_words(sums: Return) -> str:
    if not sums.capacity:
        return "All of the saving releases cash."
    if not sums.cash:
        return "None of the saving releases cash: it frees time or capacity."
    return f"{pounds(sums.cash)} of the saving releases cash; {pounds(sums.capacity)} frees time or capacity."


def _payback_words(sums: Return, months: Decimal) -> str:
    if sums.net < 0:
        pace = f"at the same pace they would be after {_months(months)}"
        return f"The costs are not covered within the period; {pace}."
    return f"The costs are covered after {_months(months)}, if savings come evenly over the period."


def _months(months: Decimal) -> str:
    count = f"{months:.1f}".removesuffix(".0")
    return "1 month" if count == "1" else f"{count} months"
