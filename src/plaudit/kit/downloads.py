"""Files that the server makes for one person, handed out so that nothing in them can act."""

from __future__ import annotations

from django.http import HttpResponse

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """Return the PDF, shown in the browser and saved under `name`."""
    return _response(content, name, "application/pdf", "inline")


def word_response(content: bytes, name: str) -> HttpResponse:
    """Return the Word file as a download under `name`."""
    return _response(content, name, WORD, "attachment")


def _response(content: bytes, name: str, content_type: str, disposition: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'{disposition}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
