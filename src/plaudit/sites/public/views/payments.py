"""Notices from the card service. Signed by it, and then only a reason to ask it."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from plaudit.entries.actions.card import finish_by_reference
from plaudit.kit.cards import CardServiceAway, event_reference
from plaudit.kit.clock import now

LONGEST = 200_000


@csrf_exempt
@require_POST
def notices(request: HttpRequest) -> HttpResponse:
    """Settle the fee that a payment is for. An unsigned notice is refused; one about nothing of ours is fine."""
    if not settings.STRIPE_WEBHOOK_SECRET:
        raise Http404
    if len(request.body) > LONGEST:
        return HttpResponse(status=413)
    try:
        reference = event_reference(request.body, request.headers.get("Stripe-Signature", ""))
    except ValueError:
        return HttpResponse(status=400)
    if reference is not None:
        try:
            finish_by_reference(reference, at=now())
        except CardServiceAway:
            return HttpResponse(status=503)
    return HttpResponse(status=204)
