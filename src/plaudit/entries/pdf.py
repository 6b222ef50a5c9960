"""An entry as a PDF: tagged, after PDF/UA-1, to be read on paper, by a screen reader, and kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plaudit.entries.models import Attachment
from plaudit.entries.typesetting.document import document_of
from plaudit.entries.typesetting.evidence import chart_files
from plaudit.kit.pdf import typeset

TEMPLATE = Path(__file__).parent / "typesetting" / "submission.typ"
PHOTO = "photo.jpg"


def submission_pdf(
    snapshot: dict[str, Any],
    *,
    receipt: Sequence[tuple[str, str]] | None = None,
    at: dt.datetime | None = None,
) -> bytes:
    """Return the snapshot as judges read it. Reads the photo from the store; never the draft.

    `receipt` is a list of (term, words) set above the entry: reference, time, digest; with it come the answers on
    eligibility. `at` is the time that the file says it was made. Raises kit.pdf.typesetting.NotTypeset.
    """
    photo = _photo(snapshot.get("photo"))
    data = document_of(
        snapshot,
        receipt=[(term, words) for term, words in receipt or ()],
        photo=PHOTO if photo else "",
    )
    files = chart_files(snapshot) | ({PHOTO: photo} if photo else {})
    return typeset(TEMPLATE, data, files=files, at=at)


def _photo(described: dict[str, Any] | None) -> bytes | None:
    """Return the photo's content, or None when there is none or its file is gone."""
    if described is None:
        return None
    attachment = Attachment.objects.filter(pk=described["attachment_id"]).first()
    if attachment is None or not attachment.file:
        return None
    try:
        with attachment.file.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None
