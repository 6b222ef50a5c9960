from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from plaudit.entries.actions.card import finish_by_reference, pay_by_card
from plaudit.entries.fees import settlement_of
from plaudit.kit.cards import CardDeclined, CardServiceAway, CardStatus
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.sites.entrant.access import for_people, own_entry, person_of
from plaudit.sites.entrant.forms.fields import key_in

AWAY = (
    "The card service does not answer. If your card was charged, the fee is settled by itself within some "
    "minutes: look here again before you pay once more."
)


@require_POST
@for_people
def entry_fee_card(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Take the fee from a card; the page's script asks, and is told how far the payment is."""
    own, posted = own_entry(request, entry), request.POST
    seen = posted.get("seen", "")
    try:
        state = pay_by_card(
            own,
            posted.get("payment_method", "")[:80],
            code=posted.get("code", "")[:30],
            bill_to=posted.get("bill_to", ""),
            seen=int(seen) if seen.isdecimal() and len(seen) < 10 else -1,
            key=key_in(posted) or new_identifier(),
            by=person_of(request),
            at=now(),
        )
    except Refused as refusal:
        return JsonResponse({"reason": refusal.reason}, status=403)
    except CardDeclined as declined:
        return JsonResponse({"reason": str(declined)}, status=402)
    except CardServiceAway:
        return JsonResponse({"reason": AWAY}, status=503)
    told = {"status": state.status, "reference": state.reference}
    if state.status == CardStatus.NEEDS_PERSON:
        told["secret"] = state.secret
    return JsonResponse(told | {"next": reverse("entry_fee", args=[own.pk])})


@require_POST
@for_people
def entry_fee_card_result(request: HttpRequest, entry: UUID) -> HttpResponse:
    """After a bank's own check: ask the card service what came of it."""
    own = own_entry(request, entry)
    try:
        finish_by_reference(request.POST.get("reference", "")[:80], at=now())
    except CardServiceAway:
        return JsonResponse({"reason": AWAY}, status=503)
    is_paid = settlement_of(own) is not None
    return JsonResponse({"paid": is_paid, "next": reverse("entry_fee", args=[own.pk])})
