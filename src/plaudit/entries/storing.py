"""From the bytes that somebody sent to a file that may be kept, under a random name."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

from plaudit.entries.intake.examining import examined
from plaudit.entries.intake.safe_file import LARGEST_PHOTO, MEGABYTE, check_size
from plaudit.entries.models import AttachmentKind
from plaudit.kit.confined import Exhausted, confined
from plaudit.kit.identifiers import new_token
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import Edition

CHUNK = 1024 * 1024
EXAMINED = "plaudit.entries.intake.examining:examined"


@dataclass(frozen=True)
class StoredFile:
    """A file that lies in storage under `path`. `is_drawn`: made here, so that nothing sent is left in it."""

    path: str
    content_type: str
    size: int
    sha256: str
    page_count: int | None
    is_drawn: bool


def largest_file(edition: Edition, kind: str) -> int:
    """Return how many bytes a file of the kind may have."""
    return (
        LARGEST_PHOTO if kind == AttachmentKind.PHOTO else edition.largest_file_megabytes * MEGABYTE
    )


def word_for(kind: str) -> str:
    """Return what a file of the kind is called in a sentence."""
    return "photo" if kind == AttachmentKind.PHOTO else "file"


@contextmanager
def on_disk(chunks: Iterator[bytes], most: int, what: str) -> Iterator[Path]:
    """Write what is sent to a temporary file and give its path. Raises Refused as soon as it is too large."""
    with tempfile.TemporaryDirectory(prefix="plaudit-") as folder:
        path, size = Path(folder) / "sent", 0
        with path.open("wb") as file:
            for chunk in chunks:
                size += len(chunk)
                check_size(size, most, what)
                file.write(chunk)
        check_size(size, most, what)
        yield path


def chunks_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the rest of the file in pieces."""
    while chunk := file.read(CHUNK):
        yield chunk


def stored_file(path: Path, kind: str, edition: Edition) -> StoredFile:
    """Examine the file at `path` and store what is to be kept of it. Raises Refused with the reason."""
    drawn = path.with_name("drawn")
    found = _examined(path, drawn, kind, list(edition.allowed_file_kinds))
    if "refused" in found:
        raise Refused(found["refused"])
    kept = drawn if found["is_drawn"] else path
    with kept.open("rb") as file:
        digest = hashlib.file_digest(file, hashlib.sha256).hexdigest()
        file.seek(0)
        name = f"attachments/{new_token()}.{found['extension']}"
        stored = default_storage.save(name, File(file))
    return StoredFile(
        stored,
        found["content_type"],
        kept.stat().st_size,
        digest,
        found["page_count"],
        found["is_drawn"],
    )


def _examined(path: Path, drawn: Path, kind: str, allowed: list[str]) -> dict[str, Any]:
    arguments = (str(path), str(drawn), str(kind), allowed)
    if not settings.CONFINE_FILES:
        return examined(*arguments)
    try:
        found: dict[str, Any] = confined(EXAMINED, *arguments)
    except Exhausted:
        raise Refused(
            "This file takes more to open than a sound file does, so it was not taken. Save it again, or as PDF."
        ) from None
    return found
