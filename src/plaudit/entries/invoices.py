"""The invoice for an entry's fee, as a tagged PDF."""

from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.entries.models import SettledBy, Settlement
from plaudit.kit.dates import short_day
from plaudit.kit.money import money
from plaudit.kit.pdf import INVOICE, typeset
from plaudit.messages.attachments import MailFile


def invoice_number(settlement: Settlement) -> str:
    """Return "PA27-INV-0007": the edition's prefix, as on its entries, and the invoice's own number."""
    prefix = settlement.entry.reference.partition("-")[0]
    return f"{prefix}-INV-{settlement.number:04}"


def invoice_pdf(settlement: Settlement) -> bytes:
    """Return the invoice. Raises kit.pdf.typesetting.NotTypeset."""
    return typeset(INVOICE, invoice_data(settlement), at=settlement.settled_at)


def invoice_file(identifier: str) -> MailFile:
    """Return the invoice of the settlement with this identifier, as it goes with the mail."""
    settlement = Settlement.objects.select_related("edition__fee_terms", "entry").get(pk=identifier)
    return MailFile(f"{invoice_number(settlement)}.pdf", invoice_pdf(settlement), "application/pdf")


def invoice_data(settlement: Settlement) -> dict[str, Any]:
    """Return what the template shows, in words."""
    edition, entry, currency = settlement.edition, settlement.entry, settlement.currency
    terms, zone = edition.fee_terms, edition.zone
    number = invoice_number(settlement)
    due = settlement.settled_at + dt.timedelta(days=terms.payment_days)
    facts = [
        ("Invoice number", number),
        ("Date and tax point", short_day(settlement.settled_at, zone)),
        ("Entry", f"{entry.reference}, {edition.name}"),
    ]
    if terms.vat_number:
        facts.append(("VAT number", terms.vat_number))
    is_paid = settlement.method == SettledBy.CARD
    if not is_paid:
        facts += [
            ("Purchase order", settlement.purchase_order),
            ("To be paid by", short_day(due, zone)),
        ]
    lines = [(f"Entry fee: {settlement.band_name}", money(settlement.price, currency))]
    if settlement.discount:
        lines.append(("Discount", f"-{money(settlement.discount, currency)}"))
    rate = f"{settlement.vat_percent.normalize():f}"
    lines.append((f"VAT at {rate}%", money(settlement.vat, currency)))
    return {
        "title": f"Invoice {number}",
        "seller": terms.seller.splitlines(),
        "bill_to": settlement.bill_to.splitlines() or ["The payer by card"],
        "facts": facts,
        "lines": lines,
        "total": ("Total", money(settlement.total, currency)),
        "pay_to": [] if is_paid else terms.pay_to.splitlines(),
        "state": "Paid by card." if is_paid else "",
    }
