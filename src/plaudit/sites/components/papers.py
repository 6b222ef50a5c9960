"""PDFs that are made when somebody asks, and the page for when one cannot be made."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from plaudit.kit.downloads import pdf_response
from plaudit.kit.logs import logger
from plaudit.kit.pdf.typesetting import NotTypeset
from plaudit.sites.components.refusals import refusal_page

NOT_MADE = "We could not make this PDF just now."
TRY_LATER = 300  # seconds

log = logger("plaudit.papers")


def paper(request: HttpRequest, make: Callable[[], bytes], name: str, *, safe: str) -> HttpResponse:
    """Answer with the PDF that `make` makes; or, if the typesetter fails, with a page that tells what is `safe`."""
    try:
        content = make()
    except NotTypeset:
        route = getattr(request.resolver_match, "view_name", "")
        log.exception("a PDF could not be made", extra={"route": route})
        response = refusal_page(request, f"{NOT_MADE} {safe}", status=503)
        response["Retry-After"] = str(TRY_LATER)
        return response
    return pdf_response(content, name)
