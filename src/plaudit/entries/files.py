"""Handing out the files of an entry, so that nothing in them can act on whoever opens them."""

from __future__ import annotations

from django.http import FileResponse

from plaudit.entries.models import Attachment

POLICY = "sandbox; default-src 'none'"


def file_response(attachment: Attachment) -> FileResponse:
    """Return the file as a download under the name the person gave it (RFC 6266).

    The caller has checked that the reader may see it.
    """
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=True,
        filename=download_name(attachment),
        content_type=attachment.content_type,
    )
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def download_name(attachment: Attachment) -> str:
    """Return the name to save under: a photo's ends in .jpg, whatever was sent."""
    extension = str(attachment.file.name).rpartition(".")[2]
    if attachment.name.lower().endswith(
        (f".{extension}", ".jpeg" if extension == "jpg" else ".pdf")
    ):
        return attachment.name
    return f"{attachment.name.rpartition('.')[0] or attachment.name}.{extension}"
