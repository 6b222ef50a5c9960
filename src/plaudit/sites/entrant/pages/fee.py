"""The words of the page on which the fee is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from plaudit.entries.models import PartnerRole, SettledBy, Settlement
from plaudit.kit.dates import moment
from plaudit.kit.money import money
from plaudit.programmes.pricing import Quote
from plaudit.sites.entrant.pages.state import to_the_minute


@dataclass(frozen=True)
class Due:
    """What is due now, line by line, and when that changes."""

    rows: list[tuple[str, str]]
    total: str
    amount: int
    change: str


def due_words(quote: Quote, currency: str, zone: ZoneInfo) -> Due:
    """Return the quote in words."""
    rows = [(f"Entry fee: {quote.band}", money(quote.price, currency))]
    if quote.discount:
        rows.append(("Discount", f"−{money(quote.discount, currency)}"))
    rows.append((f"VAT at {quote.vat_percent.normalize():f}%", money(quote.vat, currency)))
    change = ""
    if quote.until is not None and quote.then is not None:
        when = moment(quote.until, zone)
        change = (
            f"The fee is {money(quote.then, currency)} before discount and VAT from {when}. "
            "What counts is when you settle it."
        )
    return Due(rows, money(quote.total, currency), quote.total, change)


def settled_words(settlement: Settlement, paid: int, zone: ZoneInfo) -> str:
    """Return how the fee was settled, by whom and when."""
    when = moment(to_the_minute(settlement.settled_at), zone)
    by = settlement.settled_by.display_name
    total = money(settlement.total, settlement.currency)
    if settlement.method == SettledBy.FREE:
        return f"There was nothing to pay. Settled by {by} at {when}."
    if settlement.method == SettledBy.CARD:
        return f"{total} was paid by card by {by} at {when}."
    state = _paid_words(paid, settlement.total, settlement.currency)
    return f"{total} is invoiced on purchase order {settlement.purchase_order}, by {by} at {when}. {state}"


def fee_sentence(entry: Any, *, is_open: bool) -> str:
    """Return how the fee stands, for a row with `entries.fees.fee_of_each` and the organisation's `role` on it.

    The fee is the lead's: of an entry that the organisation only joins, nothing is told.
    """
    if entry.role != PartnerRole.LEAD:
        return ""
    if entry.fee_total is None:
        return "The fee is still to be settled." if entry.has_fee and is_open else ""
    if entry.fee_total == 0:
        return "There is no fee to pay."
    total = money(entry.fee_total, entry.fee_currency)
    owed = entry.fee_total - (entry.fee_paid or 0)
    if owed <= 0:
        return f"The fee of {total} is paid."
    if owed == entry.fee_total:
        return f"The fee of {total} is invoiced and owed."
    return f"The fee of {total} is invoiced; {money(owed, entry.fee_currency)} of it is owed."


def _paid_words(paid: int, total: int, currency: str) -> str:
    if paid >= total:
        return "It is paid."
    if not paid:
        return "It is not paid yet."
    return f"{money(paid, currency)} of it is paid, {money(total - paid, currency)} still owed."
