"""The Content-Security-Policy of every page."""

from __future__ import annotations

from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest
from django.http.response import HttpResponseBase

NONCE_PLACE = "the-nonce-goes-here"


class ContentPolicy(CSPMiddleware):  # type: ignore[misc,unused-ignore]
    """django-csp's middleware. Where a view asks for nothing special the policy is put together once, not each time."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._usual: str = build_policy(nonce=NONCE_PLACE)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        nonce = getattr(request, "_csp_nonce", None)
        if nonce is None or any(name.startswith("_csp") for name in vars(response)):
            special: HttpResponseBase = super().process_response(request, response)
            return special
        if HEADER not in response:
            response[HEADER] = self._usual.replace(NONCE_PLACE, nonce)
        return response
