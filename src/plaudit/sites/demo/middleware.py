from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from plaudit.sites.demo.pages.bar import DemoBar


class MovedClock:
    """Gives each page the demo bar's words: who is here by role, and what "today" is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.demo_bar = DemoBar()  # type: ignore[attr-defined]
        return self.get_response(request)
