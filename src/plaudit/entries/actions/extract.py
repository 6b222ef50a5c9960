"""Reading the words of files, for search and to point out what identifies a patient."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.postgres.search import SearchVector
from django.db import IntegrityError, transaction
from django.db.models import Value

from plaudit.entries.engines.guard import findings
from plaudit.entries.intake.extracting import UNREADABLE, extracted
from plaudit.entries.models import Attachment, AttachmentKind, Extract, PageWords
from plaudit.kit.confined import Exhausted, confined

BATCH = 20
MOST_FINDINGS = 100
MOST_SEARCHED = 200_000
EXTRACTED = "plaudit.entries.intake.extracting:extracted"


def extract_waiting_files(*, at: dt.datetime) -> int:
    """Read the words of evidence that nobody has read yet, and return how many files that were.

    Each is read once, whatever comes of it; words are looked through for what identifies a patient (`guard`),
    and kept page by page as a search finds them (`entries.searching`).
    """
    waiting = Attachment.objects.filter(
        kind=AttachmentKind.EVIDENCE, extract=None, removed_at__isnull=True
    ).order_by("added_at")[:BATCH]
    for attachment in waiting:
        _keep(attachment, _read(attachment), at)
    return len(waiting)


def _keep(attachment: Attachment, read: dict[str, Any], at: dt.datetime) -> None:
    pages: list[str] = read["pages"]
    try:
        with transaction.atomic():
            extract = Extract.objects.create(
                attachment=attachment,
                pages=pages,
                findings=_findings_in(pages),
                note=read["note"],
                extracted_at=at,
            )
            PageWords.objects.bulk_create(
                PageWords(extract=extract, number=number, words=_searched(page))
                for number, page in enumerate(pages, start=1)
                if page.strip()
            )
    except IntegrityError:  # another worker was quicker
        return


def _searched(page: str) -> SearchVector:
    """Return the words as PostgreSQL searches them. It holds a megabyte of them at most: the rest is not found."""
    return SearchVector(Value(page[:MOST_SEARCHED]), config="english")


def _findings_in(pages: list[str]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [
        {"page": number, "kind": one.kind.value, "masked": one.masked[:80]}
        for number, page in enumerate(pages, start=1)
        for one in findings(page)
    ]
    return found[:MOST_FINDINGS]


def _read(attachment: Attachment) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="plaudit-") as folder:
        path = Path(folder) / "file"
        try:
            with attachment.file.open("rb") as stored, path.open("wb") as copy:
                shutil.copyfileobj(stored, copy)
        except OSError:
            return {"pages": [], "note": UNREADABLE}
        if not settings.CONFINE_FILES:
            return extracted(str(path), attachment.content_type)
        try:
            read: dict[str, Any] = confined(
                EXTRACTED, str(path), attachment.content_type, seconds=30
            )
        except Exhausted:
            return {"pages": [], "note": UNREADABLE}
        return read
