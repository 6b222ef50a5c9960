"""What every page's template is given besides its own context."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Return the form's token, the nonce, the signed-in person (or None) and whether this is the demo.

    The token is made when a template first shows it, and is the same in every form of the page.
    """
    return {
        "csrf_input": SimpleLazyObject(partial(_csrf_input, request)),
        "csp_nonce": str(
            getattr(request, "csp_nonce", "")
        ),  # not there in an error before its middleware
        "person": SimpleLazyObject(lambda: request.user if request.user.is_authenticated else None),
        "demo": settings.DEMO,
    }


def _csrf_input(request: HttpRequest) -> str:
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request)
    )
