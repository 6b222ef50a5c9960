from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plaudit.sites.demo.cast import PROGRAMME_NAME
from plaudit.sites.demo.pages.home import role_cards


@require_safe
def show_roles(request: HttpRequest) -> HttpResponse:
    """Offer each person of the demo by one button."""
    context = {"cards": role_cards(request.user), "programme_name": PROGRAMME_NAME}
    return render(request, "demo/home.html", context)
