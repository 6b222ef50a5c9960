from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from plaudit.entries.actions.fee import record_payment
from plaudit.entries.fees import band_now, bands_of, settlements_in, still_owed
from plaudit.entries.invoices import invoice_number
from plaudit.entries.models import SettledBy
from plaudit.kit.clock import now
from plaudit.kit.dates import minute_moment, short_day
from plaudit.kit.money import money
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.programmes.pricing import Band
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.payment import PaymentForm
from plaudit.sites.organiser.paging import paged, rest_of_query
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.ENTRIES)
@require_GET
def payments(request: HttpRequest, room: Room) -> HttpResponse:
    """How fees were settled, newest first; those that are still owed can be asked for alone."""
    owed_only = request.GET.get("show") == "owed"
    found = settlements_in(room.edition)
    shown = paged(request, still_owed(found) if owed_only else found)
    bands = bands_of(room.edition)
    context = {
        "rows": [_row(each, room.edition.zone, bands) for each in shown.object_list],
        "shown": shown,
        "query": rest_of_query(request),
        "owed_only": owed_only,
    }
    return page(request, room, "payments", "organiser_settings", context)


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def payment(request: HttpRequest, room: Room, settlement: UUID) -> HttpResponse:
    """One settlement, with what came in for it; note another payment."""
    found = settlements_in(room.edition).filter(pk=settlement).first()
    if found is None:
        raise Http404
    form = PaymentForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            record_payment(found, by=room.person, at=now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error("amount", refusal.reason)
        else:
            return to(
                "organiser_payment", said="paid", edition=room.edition.pk, settlement=found.pk
            )
    zone = room.edition.zone
    context = _row(found, zone, bands_of(room.edition)) | {
        "settlement": found,
        "name": f"Invoice {invoice_number(found)}"
        if found.number
        else "Settled without an invoice",
        "form": form,
        "received": [
            (minute_moment(each.received_at, zone), money(each.amount, found.currency), each.note)
            for each in found.payments.order_by("received_at")
        ],
    }
    return page(request, room, "payment", "organiser_settings", context, forms=[form])


def _row(settlement: Any, zone: ZoneInfo, bands: Sequence[Band]) -> dict[str, Any]:
    owed = settlement.total - settlement.paid
    return {
        "id": settlement.pk,
        "number": invoice_number(settlement) if settlement.number else "No invoice",
        "reference": settlement.entry.reference,
        "method": SettledBy(settlement.method).label,
        "order": settlement.purchase_order,
        "band": settlement.band_name,
        "band_now": band_now(settlement.band_name, settlement.lead_kind, bands),
        "total": money(settlement.total, settlement.currency),
        "owed": money(owed, settlement.currency) if owed > 0 else "",
        "over": money(-owed, settlement.currency) if owed < 0 else "",
        "day": short_day(settlement.settled_at, zone),
        "when": minute_moment(settlement.settled_at, zone),
        "by": settlement.settled_by.display_name,
        "code": settlement.code.code if settlement.code else "",
        "bill_to": ", ".join(settlement.bill_to.splitlines()),
    }
