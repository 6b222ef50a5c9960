"""What every page's template is given besides its own context."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Return the nonce, the signed-in person (or None) and whether this is the demo."""
    return {
        "csp_nonce": SimpleLazyObject(lambda: str(request.csp_nonce)),  # type: ignore[attr-defined]
        "person": SimpleLazyObject(lambda: request.user if request.user.is_authenticated else None),
        "demo": settings.DEMO,
    }
