"""The words of the mail about fees."""

from __future__ import annotations

from plaudit.entries.mail import address
from plaudit.entries.models import SettledBy, Settlement


def invoice_mail(settlement: Settlement) -> tuple[str, str]:
    """Return subject and body of the mail that brings an invoice."""
    entry = settlement.entry
    name = entry.title or entry.reference
    subject = f"Invoice for your entry {entry.reference}"
    if settlement.method == SettledBy.CARD:
        state = "It is paid. Thank you."
    else:
        state = (
            f"It is for your purchase order {settlement.purchase_order}, and to be paid as it says."
        )
    body = f"""The invoice for “{name}” is attached. {state}

Your entry is not submitted by this. You do that when it is complete:
{address("entry_check", entry=entry.pk)}

The fee and the invoice:
{address("entry_fee", entry=entry.pk)}
"""
    return subject, body
