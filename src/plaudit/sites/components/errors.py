"""The pages for what went wrong. Each says what happened, what is safe and what to do next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer alike for what does not exist and for what is not this person's to see."""
    return render(request, "components/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "components/403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "components/500.html", status=500)
