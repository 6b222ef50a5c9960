"""Handing out the files of an entry, so that nothing in them can act on whoever opens them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from plaudit.entries.models import Attachment
from plaudit.kit.verdict import ALLOWED, Verdict, refused, require

POLICY = "sandbox; default-src 'none'"
# A browser's own PDF reader does not start in a sandbox. It runs nothing of ours, and PDFs with scripts are
# refused when they are sent; the page that frames it must be ours.
READING_POLICY = "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
PDF = "application/pdf"
CHUNK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def may_open(attachment: Attachment) -> Verdict:
    """Whether anybody may open the file, or why nobody may for now."""
    if attachment.may_be_opened:
        return ALLOWED
    if attachment.scan == "infected":
        return refused("A virus was found in this file, so nobody can open it.")
    return refused("This file is being checked for viruses. Come back in a few minutes.")


def file_response(attachment: Attachment, asked_range: str = "") -> HttpResponseBase:
    """Return the file as a download under the name the person gave it (RFC 6266).

    The caller has checked that the reader may see it. `asked_range` is the Range header. Raises Refused for a
    file that nobody `may_open`.
    """
    response = _content(attachment, asked_range, as_attachment=True)
    response["Content-Security-Policy"] = POLICY
    return response


def reading_response(attachment: Attachment, asked_range: str = "") -> HttpResponseBase:
    """Return a PDF to be read in the browser, in a page or frame of this site; anything else as a download."""
    if attachment.content_type != PDF:
        return file_response(attachment, asked_range)
    response = _content(attachment, asked_range, as_attachment=False)
    response["Content-Security-Policy"] = READING_POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _content(attachment: Attachment, asked_range: str, *, as_attachment: bool) -> HttpResponseBase:
    require(may_open(attachment))
    span = _span(asked_range, attachment.size)
    response: HttpResponseBase
    if span is None:
        response = HttpResponse(status=416, content_type="application/octet-stream")
        response["Content-Range"] = f"bytes */{attachment.size}"
    else:
        file = attachment.file.open("rb")
        response = FileResponse(
            file,
            as_attachment=as_attachment,
            filename=download_name(attachment),
            content_type=attachment.content_type,
        )
        if span != (0, attachment.size - 1):
            response = _partial(response, file, attachment, span)
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _span(asked: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte asked for (RFC 9110, 14.1.2), all when one range is not; None: past the end."""
    found = _RANGE.fullmatch(asked.strip())
    if found is None or not (found[1] or found[2]):
        return 0, size - 1
    if not found[1]:
        return (max(0, size - int(found[2])), size - 1) if int(found[2]) else None
    first, last = int(found[1]), min(int(found[2] or size), size - 1)
    return (first, last) if first <= last else None


def _partial(
    whole: HttpResponseBase, file: IO[bytes], attachment: Attachment, span: tuple[int, int]
) -> StreamingHttpResponse:
    first, last = span
    file.seek(first)
    response = StreamingHttpResponse(
        _some_of(file, last - first + 1), status=206, content_type=attachment.content_type
    )
    response["Content-Disposition"] = whole["Content-Disposition"]
    response["Content-Range"] = f"bytes {first}-{last}/{attachment.size}"
    response["Content-Length"] = str(last - first + 1)
    return response


def _some_of(file: IO[bytes], left: int) -> Iterator[bytes]:
    with file:
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk


def download_name(attachment: Attachment) -> str:
    """Return the name to save under: it ends as the file's kind does, whatever was sent."""
    extension = str(attachment.file.name).rpartition(".")[2]
    endings = (f".{extension}", ".jpeg") if extension == "jpg" else (f".{extension}",)
    if attachment.name.lower().endswith(endings):
        return attachment.name
    return f"{attachment.name.rpartition('.')[0] or attachment.name}.{extension}"
