from __future__ import annotations

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from plaudit.entries.rules import level_of
from plaudit.entries.tokens import renewed_token
from plaudit.kit.clock import now
from plaudit.sites.entrant.access import for_people, own_entry, person_of

LONGEST = 4000


@require_POST
@for_people
def live_token(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Give the page a new token for the live exchange. The old one says since when its form is open."""
    own, person = own_entry(request, entry), person_of(request)
    old = _token_in(request.body[:LONGEST])
    token = renewed_token(old, own, person, level_of(person, own) or "read", at=now())
    return JsonResponse({"token": token})


def _token_in(body: bytes) -> str:
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    token = told.get("token") if isinstance(told, dict) else None
    return token if isinstance(token, str) else ""
