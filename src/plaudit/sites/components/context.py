"""What every page's template is given besides its own context."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from plaudit.people.models import Person
from plaudit.sites.components.form_token import TokenInput


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Return the form's token, the nonce, the signed-in person (or None) and whether this is the demo.

    The token is made when a template first shows it, and is the same in every form of the page.
    """
    return {
        "csrf_input": TokenInput(request),
        "csp_nonce": str(
            getattr(request, "csp_nonce", "")
        ),  # not there in an error before its middleware
        "person": _person(request),
        "demo": settings.DEMO,
    }


def _person(request: HttpRequest) -> Any:
    """Return who is signed in; where no view has asked yet, nobody asks unless the template does."""
    user = getattr(request, "user", None)
    if type(user) is Person:
        return user
    return SimpleLazyObject(lambda: request.user if request.user.is_authenticated else None)
