"""What every page of the room is given besides its own: the edition, the ways out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from plaudit.programmes.models import Edition


def page(
    request: HttpRequest,
    template: str,
    *,
    edition: Edition | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Render a page of the room in the edition's colour."""
    frame = {
        "edition": edition,
        "home_url": reverse("judge_home"),
        "account_nav": _account_links() if request.user.is_authenticated else [],
    }
    return render(request, f"judge/{template}.html", frame | context, status=status)


def _account_links() -> list[dict[str, Any]]:
    return [
        {"text": "Your account", "href": reverse("account")},
        {"text": "Sign out", "href": reverse("sign_out"), "post": True},
    ]
