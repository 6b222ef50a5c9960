"""Paying an entry's fee by card. The service is never asked while a transaction is open."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from plaudit.entries.actions.fee import Billing, append_settlement, tell_of_invoice
from plaudit.entries.fees import fee_terms_of, quote_for, settlement_of, usable_code
from plaudit.entries.models import CardPayment, Entry, Payment, SettledBy, Settlement
from plaudit.entries.rules import may_settle
from plaudit.kit.cards import (
    CardServiceAway,
    CardState,
    CardStatus,
    open_payment,
    payment_state,
    take_payment,
    takes_cards,
)
from plaudit.kit.money import money
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import DiscountCode, FeeTerms
from plaudit.programmes.pricing import Quote

RECONCILED_FOR = dt.timedelta(days=3)


def pay_by_card(
    entry: Entry,
    payment_method: str,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID,
    seen: int,
    code: str = "",
    bill_to: str = "",
) -> CardState:
    """Take the fee from a card and return how far the payment is.

    Checks what settling by order checks, that the edition and the site take cards, and that the fee is not
    settled yet. Announces the payment to the card service, keeps its reference, and only then takes it, so
    that no money can come without a row that knows what for. When it is paid, settles the fee at the price
    that was shown. Raises Refused, kit.cards.CardDeclined, kit.cards.CardServiceAway.
    """
    require(may_settle(by, entry, at))
    terms = fee_terms_of(entry.category.edition)
    if terms is None or not terms.takes_cards or not takes_cards():
        raise Refused("This edition does not take cards.")
    if settlement_of(entry) is not None:
        raise Refused("The fee is settled already. Nothing was taken from your card.")
    used = usable_code(terms.edition, code, at) if code.strip() else None
    due = quote_for(entry, at, terms=terms, code=used)
    if due.total != seen or due.total == 0:
        raise Refused(
            f"The price has changed: it is now {money(due.total, terms.currency)}. Nothing was taken from "
            "your card. Look at it once more."
        )
    state = open_payment(
        amount=due.total,
        currency=terms.currency,
        payment_method=payment_method,
        about={"entry": entry.reference},
        key=f"{entry.pk}:{key}:{due.total}:{payment_method}",
    )
    payment = _remembered(entry, state, due, used, bill_to, by=by, at=at)
    if state.status == CardStatus.NOT_PAID:
        state = take_payment(state.reference)
    finish_card_payment(payment, state, at=at)
    return state


def _remembered(
    entry: Entry,
    state: CardState,
    due: Quote,
    code: DiscountCode | None,
    bill_to: str,
    *,
    by: Person,
    at: dt.datetime,
) -> CardPayment:
    payment, _ = CardPayment.objects.get_or_create(
        provider_reference=state.reference,
        defaults={
            "entry": entry,
            "amount": due.total,
            "quote": _kept(due, code),
            "bill_to": bill_to.replace("\x00", "").strip()[:500],
            "begun_by": by,
            "begun_at": at,
        },
    )
    return payment


@transaction.atomic
def finish_card_payment(
    payment: CardPayment, state: CardState, *, at: dt.datetime
) -> Settlement | None:
    """Settle the fee when the card service says that the payment is paid; return the settlement, or None.

    However often and by whomever it is told, once. Locks the terms. If the fee was settled in another way
    meanwhile, the money is noted against that settlement, where the organiser sees it. Queues the invoice.
    """
    if state.status != CardStatus.PAID or state.amount != payment.amount:
        return None
    entry = payment.entry
    terms = (
        FeeTerms.objects.select_for_update(no_key=True, of=("self",))
        .select_related("edition")
        .get(edition=entry.edition_id)
    )
    known = Payment.objects.filter(provider_reference=state.reference).first()
    if known is not None:
        return known.settlement
    settlement = settlement_of(entry)
    note = "Paid by card though the fee was settled already: give it back"
    if settlement is None:
        note = ""
        due, code = _due(payment.quote)
        settlement = append_settlement(
            entry,
            terms,
            due,
            SettledBy.CARD,
            Billing(bill_to=payment.bill_to),
            code=code,
            by=payment.begun_by,
            at=at,
        )
        tell_of_invoice(settlement, to=payment.begun_by, at=at)
    Payment.objects.create(
        settlement=settlement,
        amount=state.amount,
        provider_reference=state.reference,
        note=note,
        received_at=at,
    )
    return settlement


def finish_by_reference(reference: str, *, at: dt.datetime) -> Settlement | None:
    """Ask the card service about a payment of ours, and settle the fee if it is paid.

    Returns None for one that is not ours, or not paid. Raises kit.cards.CardServiceAway.
    """
    payment = _payments().filter(provider_reference=reference).first()
    if payment is None:
        return None
    return finish_card_payment(payment, payment_state(reference), at=at)


def reconcile_card_payments(at: dt.datetime) -> int:
    """Settle what was paid but never came back to the page: a closed tab, a crash. Return how many."""
    open_ones = _payments().filter(begun_at__gt=at - RECONCILED_FOR, entry__settlement__isnull=True)
    count = 0
    for payment in open_ones:
        try:
            state = payment_state(payment.provider_reference)
        except CardServiceAway:
            return count
        count += finish_card_payment(payment, state, at=at) is not None
    return count


def _payments() -> Any:
    return CardPayment.objects.select_related("entry__category__edition__programme", "begun_by")


def _kept(due: Quote, code: DiscountCode | None) -> dict[str, Any]:
    kept = asdict(due) | {"vat_percent": str(due.vat_percent), "until": None, "then": None}
    return kept | {"code": str(code.pk) if code else None}


def _due(kept: dict[str, Any]) -> tuple[Quote, DiscountCode | None]:
    kept = dict(kept)
    code = kept.pop("code")
    due = Quote(**kept | {"vat_percent": Decimal(kept["vat_percent"])})
    return due, DiscountCode.objects.filter(pk=code).first() if code else None
