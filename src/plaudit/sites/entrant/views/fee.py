from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from plaudit.entries.actions.fee import Billing, settle_by_order
from plaudit.entries.fees import fee_terms_of, quote_for, settlement_of, usable_code
from plaudit.entries.invoices import invoice_number, invoice_pdf
from plaudit.entries.models import Entry
from plaudit.entries.rules import may_settle
from plaudit.kit.cards import takes_cards
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import FeeTerms
from plaudit.sites.components.papers import paper
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.fee import FreeForm, OrderForm
from plaudit.sites.entrant.pages.fee import due_words, settled_words

SAFE = (
    "The fee is settled and the invoice is recorded, with its number. Try again in a few minutes; it also comes "
    "by mail."
)


def service_origins() -> dict[str, list[str]]:
    """Return what the card service's own script may reach from the page of a fee, and from no other."""
    script = urlsplit(settings.STRIPE_SCRIPT)
    origin = f"{script.scheme}://{script.netloc}"
    api = settings.STRIPE_API_BASE or "https://api.stripe.com"
    return {"frame-src": [origin, "https://hooks.stripe.com"], "connect-src": [api, origin]}


@require_safe
@csp_update(service_origins())
@for_people
def entry_fee(request: HttpRequest, entry: UUID) -> HttpResponse:
    """What the entry costs now, and how to settle it; or how it was settled."""
    own = own_entry(request, entry)
    terms = _terms(own)
    settlement = settlement_of(own)
    if settlement is not None:
        paid = sum(settlement.payments.values_list("amount", flat=True))
        context = _context(own) | {
            "settled": settled_words(settlement, paid, own.category.edition.zone),
            "has_invoice": settlement.number is not None,
        }
        return render(request, "entrant/fee_settled.html", context)
    return _due_page(request, own, terms, now(), code=request.GET.get("code", ""))


@require_POST
@csp_update(service_origins())
@for_people
def entry_fee_order(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Settle the fee on a purchase order, or for nothing where nothing is due; settled already, show how."""
    own, at = own_entry(request, entry), now()
    terms = _terms(own)
    if settlement_of(own) is not None:
        return redirect("entry_fee", entry=own.pk)
    is_free = "bill_to" not in request.POST
    form = FreeForm(request.POST) if is_free else OrderForm(request.POST)
    code = request.POST.get("code", "")[:30]
    if not form.is_valid():
        return _due_page(request, own, terms, at, code=code, form=form, status=422)
    given = form.cleaned_data
    try:
        settle_by_order(
            own,
            Billing(given.get("bill_to", ""), given.get("purchase_order", "")),
            code=given["code"],
            seen=given["seen"],
            by=person_of(request),
            at=at,
        )
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return _due_page(request, own, terms, at, code=code, form=form, status=403)
    return redirect("entry_fee", entry=own.pk)


@require_safe
@for_people
def entry_invoice(request: HttpRequest, entry: UUID) -> HttpResponse:
    """The invoice, as a file."""
    own = own_entry(request, entry)
    settlement = settlement_of(own)
    if settlement is None or settlement.number is None:
        raise Http404
    return paper(
        request, lambda: invoice_pdf(settlement), f"{invoice_number(settlement)}.pdf", safe=SAFE
    )


def _terms(entry: Entry) -> FeeTerms:
    terms = fee_terms_of(entry.category.edition)
    if terms is None:
        raise Http404
    return terms


def _due_page(
    request: HttpRequest,
    entry: Entry,
    terms: FeeTerms,
    at: dt.datetime,
    *,
    code: str,
    form: Any = None,
    status: int = 200,
) -> HttpResponse:
    """Show what is due. A code that does not hold is said beside its box; the price is then without it."""
    verdict = may_settle(person_of(request), entry, at)
    code_error, used, due, why_no_price = "", None, None, ""
    if code.strip():
        try:
            used = usable_code(entry.category.edition, code, at)
        except Refused as refusal:
            code_error = refusal.reason
    try:
        quote = quote_for(entry, at, terms=terms, code=used)
        due = due_words(quote, terms.currency, entry.category.edition.zone)
    except Refused as refusal:
        why_no_price = refusal.reason
    form = form or OrderForm(
        initial={"code": used.code if used else "", "seen": due.amount if due else 0}
    )
    context = _context(entry) | {
        "due": due,
        "why_no_price": why_no_price,
        "code": code,
        "used": used.code if used else "",
        "code_error": code_error,
        "has_errors": bool(code_error or form.errors),
        "form": form,
        "takes_orders": terms.takes_orders,
        "card": _card(terms),
        "key": new_identifier(),
        "payment_days": terms.payment_days,
        "may_settle": bool(verdict),
        "why_not": verdict.reason,
    }
    return render(request, "entrant/fee.html", context, status=status)


def _card(terms: FeeTerms) -> dict[str, str] | None:
    """Return what the page needs to reach the card service, where cards are taken."""
    if not terms.takes_cards or not takes_cards():
        return None
    return {"script": settings.STRIPE_SCRIPT, "public_key": settings.STRIPE_PUBLISHABLE_KEY}


def _context(entry: Entry) -> dict[str, Any]:
    return {"edition": entry.category.edition, "entry": entry}
