from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import ProtectedError

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import DiscountCode, Edition, FeeBand, FeePrice, FeeTerms
from plaudit.programmes.pricing import Band
from plaudit.programmes.rules import may_work_for


@dataclass(frozen=True)
class GeneralTerms:
    """What stands on every invoice of an edition, and how one may pay."""

    currency: str
    vat_percent: Decimal
    vat_number: str
    seller: str
    pay_to: str
    payment_days: int
    takes_cards: bool
    takes_orders: bool


@transaction.atomic
def set_fees(
    edition: Edition, terms: GeneralTerms, bands: Sequence[Band], *, by: Person, at: dt.datetime
) -> FeeTerms:
    """Make these the edition's fees from now on. What was settled already keeps its price.

    Checks that `by` directs the programme, that there is a band, each with a price and a name of its own,
    that no kind of organisation is in two bands, and that there is a way to pay. Raises Refused.
    """
    require(may_work_for(by, edition.programme))
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    _require_sound(terms, bands)
    stored, _ = FeeTerms.objects.update_or_create(edition=edition, defaults=vars(terms))
    edition.fee_bands.all().delete()
    for position, band in enumerate(bands, start=1):
        row = FeeBand.objects.create(
            edition=edition, position=position, name=band.name, kinds=sorted(band.kinds)
        )
        FeePrice.objects.bulk_create(
            FeePrice(band=row, amount=step.amount, from_at=step.from_at) for step in band.steps
        )
    return stored


@transaction.atomic
def make_free(edition: Edition, *, by: Person, at: dt.datetime) -> None:
    """Let entering the edition be free from now on. What was settled stays settled. Raises Refused."""
    require(may_work_for(by, edition.programme))
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if edition.settlements.filter(number__isnull=False).exists():
        raise Refused(
            "Invoices have been written already, so the terms stay. Set prices of 0 or give out a free code."
        )
    FeeTerms.objects.filter(edition=edition).delete()
    edition.fee_bands.all().delete()


@transaction.atomic
def add_code(
    edition: Edition,
    *,
    code: str,
    percent: int,
    most_uses: int | None,
    ends_at: dt.datetime | None,
    by: Person,
    at: dt.datetime,
) -> DiscountCode:
    """Add a discount code; 100 per cent makes an entry free.

    Checks that `by` directs the programme and that the edition has no such code yet. Raises Refused.
    """
    require(may_work_for(by, edition.programme))
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if edition.discount_codes.filter(code__iexact=code).exists():
        raise Refused(f"There is a code “{code}” already.")
    return DiscountCode.objects.create(
        edition=edition, code=code, percent=percent, most_uses=most_uses, ends_at=ends_at
    )


@transaction.atomic
def remove_code(code: DiscountCode, *, by: Person, at: dt.datetime) -> None:
    """Remove a code that nobody has used; end one that was. Raises Refused."""
    require(may_work_for(by, code.edition.programme))
    try:
        with transaction.atomic():
            code.delete()
    except ProtectedError:
        DiscountCode.objects.filter(pk=code.pk).update(ends_at=at)


def _require_sound(terms: GeneralTerms, bands: Sequence[Band]) -> None:
    if not terms.takes_cards and not terms.takes_orders:
        raise Refused("Choose at least one way to pay.")
    if not bands or not all(band.steps for band in bands):
        raise Refused("Enter a price for each group of organisations.")
    names = [band.name.casefold() for band in bands]
    kinds = [kind for band in bands for kind in band.kinds]
    if len(set(names)) != len(names):
        raise Refused("Two groups of organisations have the same name.")
    if len(set(kinds)) != len(kinds):
        raise Refused("A kind of organisation is in two groups, so its price is not clear.")
    if sum(not band.kinds for band in bands) > 1:
        raise Refused("Only one group can be for all other organisations.")
