"""Amounts of money, in whole hundredths of a currency (pence)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def money(amount: int, currency: str) -> str:
    """Return "£1,234.50", or "1,234.50 EUR" in a currency without a sign here; "-£5.00" for less than nothing."""
    text = f"{abs(amount) // 100:,}.{abs(amount) % 100:02}"
    minus = "-" if amount < 0 else ""
    sign = SIGNS.get(currency)
    return f"{minus}{sign}{text}" if sign else f"{minus}{text} {currency}"


def vat_on(amount: int, percent: Decimal) -> int:
    """Return the VAT on the amount, to a hundredth, a half away from nothing."""
    vat = Decimal(amount) * percent / 100
    return int(vat.quantize(Decimal(1), rounding=ROUND_HALF_UP))
