"""Settling the fee of an entry, and noting what came in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from plaudit.entries.fees import quote_for, settlement_of, usable_code
from plaudit.entries.mail_about_fees import invoice_mail
from plaudit.entries.models import Entry, Payment, SettledBy, Settlement
from plaudit.entries.rules import may_settle
from plaudit.kit.money import money
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person
from plaudit.programmes.models import DiscountCode, FeeTerms, TeamRole
from plaudit.programmes.pricing import Quote
from plaudit.programmes.rules import may_work_for

LONGEST_ADDRESS = 500


@dataclass(frozen=True)
class Billing:
    """To whom the invoice goes, and the number of their purchase order."""

    bill_to: str = ""
    purchase_order: str = ""


@transaction.atomic
def settle_by_order(
    entry: Entry, billing: Billing, *, by: Person, at: dt.datetime, code: str = "", seen: int
) -> Settlement:
    """Settle the fee on a purchase order, or for nothing where a code leaves nothing to pay.

    Returns the settlement that there is, if there is one. Checks that the person may settle it at `at`, that
    the edition takes orders, that the code holds, and that the total is still `seen`, what the page showed:
    prices change by the clock. An order needs an address and a number. Takes the next invoice number, appends
    a Settlement, and queues the invoice to the person. Raises Refused.
    """
    require(may_settle(by, entry, at))
    terms = _locked_terms(entry)
    made = settlement_of(entry)
    if made is not None:
        return made
    used = _locked_code(terms, code, at) if code.strip() else None
    due = quote_for(entry, at, terms=terms, code=used)
    if due.total != seen:
        raise Refused(
            f"The price has changed: it is now {money(due.total, terms.currency)}. Nothing was settled. "
            "Look at it once more."
        )
    if due.total == 0:
        return append_settlement(
            entry, terms, due, SettledBy.FREE, Billing(), code=used, by=by, at=at
        )
    if not terms.takes_orders:
        raise Refused("This edition takes cards only.")
    billing = Billing(_lines(billing.bill_to), " ".join(billing.purchase_order.split())[:60])
    if not billing.bill_to or not billing.purchase_order:
        raise Refused("Enter the address for the invoice and the number of your purchase order.")
    settlement = append_settlement(
        entry, terms, due, SettledBy.ORDER, billing, code=used, by=by, at=at
    )
    tell_of_invoice(settlement, to=by, at=at)
    return settlement


def append_settlement(
    entry: Entry,
    terms: FeeTerms,
    due: Quote,
    method: SettledBy,
    billing: Billing,
    *,
    code: DiscountCode | None,
    by: Person,
    at: dt.datetime,
) -> Settlement:
    """Append the settlement with the next invoice number. The caller holds the lock on `terms`."""
    number = None
    if method != SettledBy.FREE:
        rows = Settlement.objects.filter(edition_id=terms.edition_id)
        number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    return Settlement.objects.create(
        edition_id=terms.edition_id,
        entry=entry,
        method=method,
        band_name=due.band,
        currency=terms.currency,
        price=due.price,
        discount=due.discount,
        vat_percent=due.vat_percent,
        vat=due.vat,
        total=due.total,
        code=code,
        number=number,
        bill_to=billing.bill_to,
        purchase_order=billing.purchase_order,
        settled_by=by,
        settled_at=at,
    )


def tell_of_invoice(settlement: Settlement, *, to: Person, at: dt.datetime) -> None:
    """Queue the invoice, as a file with a mail."""
    subject, body = invoice_mail(settlement)
    queue_mail(
        "invoice",
        to=to,
        cause=settlement.pk,
        subject=subject,
        body=body,
        at=at,
        attachment=("invoice", settlement.pk),
    )


@transaction.atomic
def record_payment(
    settlement: Settlement, *, amount: int, note: str = "", by: Person, at: dt.datetime
) -> Payment:
    """Note that money came in for an invoice, in hundredths.

    Checks that `by` looks after entries, and that the amount is more than nothing and no more than is still
    owed. Locks the terms. Raises Refused.
    """
    require(may_work_for(by, settlement.edition.programme, TeamRole.ENTRIES))
    FeeTerms.objects.select_for_update(no_key=True).get(edition=settlement.edition_id)
    owed = settlement.total - sum(settlement.payments.values_list("amount", flat=True))
    if not 0 < amount <= owed:
        still = money(owed, settlement.currency)
        raise Refused(f"Enter an amount of up to {still}, which is still owed.")
    return Payment.objects.create(
        settlement=settlement,
        amount=amount,
        note=" ".join(note.replace("\x00", "").split())[:200],
        recorded_by=by,
        received_at=at,
    )


def _locked_terms(entry: Entry) -> FeeTerms:
    terms = (
        FeeTerms.objects.select_for_update(no_key=True, of=("self",))
        .select_related("edition__programme")
        .filter(edition=entry.edition_id)
        .first()
    )
    if terms is None:
        raise Refused("Entering this edition is free. There is nothing to settle.")
    return terms


def _locked_code(terms: FeeTerms, typed: str, at: dt.datetime) -> DiscountCode:
    """Return the code. The lock on the terms keeps two people from taking its last use."""
    return usable_code(terms.edition, typed, at)


def _lines(text: str) -> str:
    kept = (" ".join(line.split()) for line in text.replace("\x00", "").splitlines())
    return "\n".join(line for line in kept if line)[:LONGEST_ADDRESS]
