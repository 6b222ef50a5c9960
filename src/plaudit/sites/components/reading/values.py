from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plaudit.entries.engines.charts.wording import in_unit
from plaudit.entries.engines.value import Line, Return, return_of
from plaudit.kit.paragraphs import Block, in_paragraphs

KINDS = {
    "staff": "Staff time",
    "cost": "Cost",
    "cash": "Saving, cash-releasing",
    "capacity": "Saving, not cash-releasing",
}
NO_STAFF = "No staff time is counted. Judges seldom believe that a project took nobody’s time."


@dataclass(frozen=True, slots=True)
class ValueReading:
    """Lines are (what, kind, how it was worked out, amount); sums are (words, amount)."""

    number: int
    title: str
    period: str
    lines: list[tuple[str, str, str, str]]
    sums: list[tuple[str, str]]
    outcome: list[str]
    assumptions: list[Block]
    source: str


def value_reading(piece: dict[str, Any]) -> ValueReading:
    """Return the costs and savings in words, with their sums and the plain return on them."""
    sums = sums_of(piece)
    return ValueReading(
        number=piece["number"],
        title=piece["title"],
        period=piece["period"],
        lines=[
            (line["description"], KINDS[line["kind"]], _workings(line), pounds(line["amount"]))
            for line in piece["lines"]
        ],
        sums=[
            ("Costs in all", pounds(sums.costs)),
            ("Savings in all", pounds(sums.savings)),
            ("Savings less costs", pounds(sums.net)),
        ],
        outcome=outcome_words(sums),
        assumptions=in_paragraphs(piece["assumptions"]),
        source=piece["source"],
    )


def sums_of(piece: dict[str, Any]) -> Return:
    """Return the sums of a value in a snapshot."""
    lines = [Line(line["kind"], Decimal(line["amount"])) for line in piece["lines"]]
    return return_of(lines, piece["months"])


def outcome_words(sums: Return) -> list[str]:
    """Return what it comes to, in sentences that name what they rest on."""
    words = []
    if sums.for_each_pound is not None and sums.savings:
        words.append(f"For each £1 spent, £{sums.for_each_pound:,.2f} was saved over the period.")
    if sums.savings:
        words.append(_cash_words(sums))
    if sums.payback_months is not None:
        words.append(
            f"The costs are covered after {_months(sums.payback_months)}, "
            "if savings come evenly over the period."
        )
    if not sums.staff:
        words.append("No staff time is counted.")
    words.append("Not discounted; savings are the entrant’s own figures.")
    return words


def pounds(amount: Decimal | str) -> str:
    """Return "£1,200" or "£12.50"."""
    value = Decimal(amount)
    sign, size = ("−" if value < 0 else ""), abs(value)
    return f"{sign}£{size:,.0f}" if size == size.to_integral_value() else f"{sign}£{size:,.2f}"


def _cash_words(sums: Return) -> str:
    if not sums.capacity:
        return "All of the saving releases cash."
    if not sums.cash:
        return "None of the saving releases cash: it frees time or capacity."
    return f"{pounds(sums.cash)} of the saving releases cash; {pounds(sums.capacity)} frees time or capacity."


def _workings(line: dict[str, Any]) -> str:
    if line["hours"] is None or line["rate"] is None:
        return ""
    return f"{in_unit(Decimal(line['hours']), 'hours', is_exact=True)} at {pounds(line['rate'])} an hour"


def _months(months: Decimal) -> str:
    count = f"{months:.1f}".removesuffix(".0")
    return "1 month" if count == "1" else f"{count} months"
