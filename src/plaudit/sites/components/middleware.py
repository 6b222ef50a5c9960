from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.sites.components.kept_form import IDENTIFIER
from plaudit.sites.components.refusals import refusal_page

logger = logging.getLogger("plaudit.request")
GetResponse = Callable[[HttpRequest], HttpResponse]
FORM_FIELD, TAKEN_COOKIE = "unsent_form", "plaudit_taken"
TAKEN = frozenset({302, 303})
TOLD_AT_MOST = 8
TOLD_SECONDS = 30 * 24 * 3600


class RequestLog:
    """Writes one line a request: its route's name, never its address, which may hold a token."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        request.id = str(new_identifier())  # type: ignore[attr-defined]
        response = self.get_response(request)
        match = request.resolver_match
        if match is not None and match.view_name not in {"healthz", "readyz"}:
            logger.info(
                "request",
                extra={
                    "request_id": request.id,  # type: ignore[attr-defined]
                    "method": request.method,
                    "route": match.view_name,
                    "status": response.status_code,
                    "milliseconds": round((time.perf_counter() - started) * 1000, 1),
                },
            )
        response["X-Request-ID"] = request.id  # type: ignore[attr-defined]
        return response


class FormsTaken:
    """Tells a page's script, in a cookie, which of the forms that it keeps in the browser were taken.

    A form that such a page sent carries an identifier; a form that was taken is answered by going elsewhere.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and response.status_code in TAKEN and _is_plain_form(request):
            form = request.POST.get(FORM_FIELD, "")
            if IDENTIFIER.fullmatch(form):
                self._tell(request, response, form)
        return response

    def _tell(self, request: HttpRequest, response: HttpResponse, form: str) -> None:
        before = [each for each in request.COOKIES.get(TAKEN_COOKIE, "").split(".") if each]
        told = ".".join([*before, form][-TOLD_AT_MOST:])
        is_secure = request.is_secure()
        # A script is to read it: it names a form, and says nothing else.
        response.set_cookie(
            TAKEN_COOKIE, told, max_age=TOLD_SECONDS, secure=is_secure, samesite="Lax"
        )


def _is_plain_form(request: HttpRequest) -> bool:
    return request.content_type == "application/x-www-form-urlencoded"


class PrivateUnlessPublic:
    """Keeps every answer out of shared caches unless its view set `Cache-Control` itself."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_private = not response.has_header("Cache-Control")
        if is_private:
            response["Cache-Control"] = "private, no-store"
        if is_private or "CSRF_TOKEN_SHOWN" in request.META:
            patch_vary_headers(response, ["Cookie"])
        return response


class RefusalsAsPages:
    """Turns a rule's refusal into a page that says what happened and gives the typed text back."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return refusal_page(request, exception.reason)
        return None
