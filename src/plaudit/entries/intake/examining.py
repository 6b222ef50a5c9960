"""What a file is, by its content, and whether it may be kept."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import IO, Any

from plaudit.entries.intake.office import safe_office
from plaudit.entries.intake.pdf import safe_pdf
from plaudit.entries.intake.pictures import safe_photo, safe_picture
from plaudit.entries.intake.safe_file import SafeFile, size_of
from plaudit.kit.verdict import Refused

KINDS = {
    "pdf": "PDF",
    "docx": "Word (.docx)",
    "xlsx": "Excel (.xlsx)",
    "pptx": "PowerPoint (.pptx)",
    "jpeg": "JPEG picture",
    "png": "PNG picture",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def safe_evidence(file: IO[bytes], allowed: Collection[str]) -> SafeFile:
    """Return what the file is, when it is sound and of one of the kinds in `allowed` (`KINDS`). Raises Refused."""
    size = size_of(file)
    kind = _by_content(file)
    if kind is None:
        raise Refused(f"Judges cannot open this kind of file. Send {kinds_in_words(allowed)}.")
    if kind == "zip":
        found = safe_office(file, size)
    elif kind in allowed:
        found = safe_pdf(file) if kind == "pdf" else safe_picture(file, kind)
    else:
        found = SafeFile(kind, "")
    if found.kind not in allowed:
        raise Refused(
            f"{KINDS[found.kind]} files are not taken here. Send {kinds_in_words(allowed)}."
        )
    return found


def kinds_in_words(allowed: Collection[str]) -> str:
    """Return "PDF, Word (.docx) or PNG picture", in the order of `KINDS`."""
    names = [name for kind, name in KINDS.items() if kind in allowed]
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def examined(path: str, drawn_to: str, purpose: str, allowed: list[str]) -> dict[str, Any]:
    """Examine the file at `path` for a "photo" or "evidence", for `kit.confined`: plain values in and out.

    A picture drawn anew is written to `drawn_to`. Returns {"refused": why} or the fields of the file.
    """
    try:
        with Path(path).open("rb") as file:
            found = safe_photo(file) if purpose == "photo" else safe_evidence(file, allowed)
    except Refused as refusal:
        return {"refused": refusal.reason}
    if found.drawn is not None:
        Path(drawn_to).write_bytes(found.drawn)
    return {
        "kind": found.kind,
        "content_type": found.content_type,
        "extension": found.extension,
        "page_count": found.page_count,
        "is_drawn": found.drawn is not None,
    }


def _by_content(file: IO[bytes]) -> str | None:
    beginning = file.read(4096)
    file.seek(0)
    if beginning.startswith(b"%PDF-"):
        return "pdf"
    if beginning.startswith(b"PK\x03\x04"):
        return "zip"
    if beginning.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if beginning.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if beginning.startswith(OLD_OFFICE):
        _refuse_old_office(file)
    return None


def _refuse_old_office(file: IO[bytes]) -> None:
    is_locked = ENCRYPTED in file.read(4 * 1024 * 1024)
    file.seek(0)
    if is_locked:
        raise Refused("This file is locked with a password. Save it without one and send it again.")
    raise Refused(
        "This is an Office file of the kind before 2007, or an e-mail. Save it as .docx, .xlsx or .pptx, or as PDF."
    )
