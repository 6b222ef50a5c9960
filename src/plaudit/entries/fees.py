"""What an entry's fee is, and whether it is settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from plaudit.entries.models import Entry, Partner, PartnerRole, Payment, Settlement
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import DiscountCode, Edition, FeeTerms
from plaudit.programmes.pricing import Band, Quote, Step, band_for, quote


def fee_terms_of(edition: Edition) -> FeeTerms | None:
    """Return what the edition asks for an entry in general, or None where entering is free."""
    return FeeTerms.objects.filter(edition=edition).first()


def bands_of(edition: Edition) -> list[Band]:
    """Return the edition's bands in order, with their prices: two queries."""
    return [
        Band(
            name=band.name,
            kinds=frozenset(band.kinds),
            steps=[Step(price.amount, price.from_at) for price in band.prices.all()],
        )
        for band in edition.fee_bands.prefetch_related("prices")
    ]


def settlement_of(entry: Entry) -> Settlement | None:
    """Return how the entry's fee was settled, or None."""
    return Settlement.objects.filter(entry=entry).select_related("settled_by", "code").first()


def fee_of_each() -> dict[str, Any]:
    """Return what to annotate rows of entries with, so that a list can say how each fee stands by no more queries.

    `has_fee` (the edition asks for one) and, once it is settled, `fee_currency`, `fee_total` and `fee_paid`, in
    hundredths; `fee_paid` is None while nothing came in.
    """
    came_in = Payment.objects.filter(settlement__entry=OuterRef("pk")).order_by()
    sums = came_in.values("settlement").annotate(paid=Sum("amount"))
    return {
        "has_fee": Exists(FeeTerms.objects.filter(edition=OuterRef("edition"))),
        "fee_currency": F("settlement__currency"),
        "fee_total": F("settlement__total"),
        "fee_paid": Subquery(sums.values("paid")),
    }


def settlements_in(edition: Edition) -> QuerySet[Settlement]:
    """Return how fees of the edition were settled, newest first.

    Annotated with what was `paid` so far and with `lead_kind`, the kind of the organisation that leads the entry now.
    """
    leads = Partner.objects.filter(entry=OuterRef("entry"), role=PartnerRole.LEAD)
    return (
        edition.settlements.select_related("entry", "settled_by", "code", "edition__programme")
        .annotate(
            paid=Coalesce(Sum("payments__amount"), 0),
            lead_kind=Subquery(leads.values("organisation__kind")[:1]),
        )
        .order_by("-settled_at", "-pk")
    )


def band_now(settled_as: str, lead_kind: str | None, bands: Sequence[Band]) -> str:
    """Return the band that the entry would be charged in now; empty where it is as settled, or none can be told.

    A band that was renamed or removed since tells nothing.
    """
    band = band_for(lead_kind, bands) if lead_kind else None
    if band is None or settled_as not in {each.name for each in bands}:
        return ""
    return band.name if band.name != settled_as else ""


def still_owed(settlements: QuerySet[Settlement]) -> QuerySet[Settlement]:
    """Return those of `settlements_in` that are not paid in full."""
    return settlements.alias(owed=F("total") - Coalesce(Sum("payments__amount"), 0)).filter(
        owed__gt=0
    )


def lead_kind_of(entry: Entry) -> str | None:
    """Return the kind of the organisation that leads the entry, or None before one is chosen."""
    lead = entry.partners.filter(role=PartnerRole.LEAD).values_list("organisation__kind", flat=True)
    return lead.first()


def quote_for(
    entry: Entry, at: dt.datetime, *, terms: FeeTerms, code: DiscountCode | None = None
) -> Quote:
    """Return what the entry costs at `at`, with the code if one is given.

    Raises Refused while there is no lead organisation, or where no band holds for its kind.
    """
    kind = lead_kind_of(entry)
    if kind is None:
        raise Refused("Choose the lead organisation first. What the entry costs depends on it.")
    band = band_for(kind, bands_of(terms.edition))
    if band is None or not band.steps:
        raise Refused("No price is set for this kind of organisation. Ask the organiser.")
    return quote(
        band,
        at,
        vat_percent=terms.vat_percent,
        discount_percent=code.percent if code is not None else 0,
    )


def usable_code(edition: Edition, typed: str, at: dt.datetime) -> DiscountCode:
    """Return the code that was typed, in any case. Raises Refused where it does not hold (any more)."""
    typed = typed.replace("\x00", "").strip()
    code = edition.discount_codes.filter(code__iexact=typed).first()
    if code is None:
        raise Refused(f"“{typed[:30]}” is not a code of this edition.")
    if code.ends_at is not None and at > code.ends_at:
        raise Refused("This code has run out.")
    if code.most_uses is not None and code.settlements.count() >= code.most_uses:
        raise Refused("This code has been used as often as it can be.")
    return code
