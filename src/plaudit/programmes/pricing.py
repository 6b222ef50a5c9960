"""What an entry costs at an instant: bands by kind of organisation, prices by the clock, discount, VAT.

Amounts are whole hundredths of the currency (pence). Nothing here knows a database.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plaudit.kit.money import vat_on


@dataclass(frozen=True)
class Step:
    """A price, and from when it holds; None: from the beginning."""

    amount: int
    from_at: dt.datetime | None


@dataclass(frozen=True)
class Band:
    """What organisations of these kinds pay. No kinds: all that no other band names."""

    name: str
    kinds: frozenset[str]
    steps: Sequence[Step]


@dataclass(frozen=True)
class Quote:
    """What is due: the price before VAT, what a code takes off, VAT on the rest, and the total.

    `until` is when the price changes next, and `then` the price before VAT from that instant on.
    """

    band: str
    price: int
    discount: int
    vat_percent: Decimal
    vat: int
    total: int
    until: dt.datetime | None
    then: int | None


def band_for(kind: str, bands: Sequence[Band]) -> Band | None:
    """Return the first band that names the kind, else the first for all others, else None."""
    named = (band for band in bands if kind in band.kinds)
    others = (band for band in bands if not band.kinds)
    return next(named, None) or next(others, None)


def quote(band: Band, at: dt.datetime, *, vat_percent: Decimal, discount_percent: int = 0) -> Quote:
    """Return what an entry in the band costs at `at`.

    The discount is rounded down and VAT half up, each to a hundredth. Before the first price's instant that
    first price holds, so that a gap in the table never makes an entry free. Raises ValueError for a band
    without a price, or a discount that is no percentage.
    """
    if not band.steps:
        raise ValueError(f"The band {band.name} has no price.")
    if not 0 <= discount_percent <= 100:
        raise ValueError("A discount is from 0 to 100 per cent.")
    steps = sorted(band.steps, key=_when)
    reached = [step for step in steps if step.from_at is None or step.from_at <= at]
    ahead = [step for step in steps if step.from_at is not None and step.from_at > at]
    current = reached[-1] if reached else ahead.pop(0)
    following = ahead[0] if ahead else None
    discount = current.amount * discount_percent // 100
    vat = vat_on(current.amount - discount, vat_percent)
    return Quote(
        band=band.name,
        price=current.amount,
        discount=discount,
        vat_percent=vat_percent,
        vat=vat,
        total=current.amount - discount + vat,
        until=following.from_at if following else None,
        then=following.amount if following else None,
    )


def _when(step: Step) -> tuple[bool, dt.datetime]:
    return (step.from_at is not None, step.from_at or dt.datetime.min.replace(tzinfo=dt.UTC))
