"""Word, Excel and PowerPoint files of the open kind: by what their package says they are, never by their name."""

from __future__ import annotations

import re
import zipfile
from typing import IO

from plaudit.entries.intake.safe_file import MEGABYTE, SafeFile
from plaudit.kit.verdict import Refused

OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN_PARTS = {
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "pptx": f"{OFFICE}presentationml.presentation",
}
NAMES = {"docx": "Word document", "xlsx": "Excel workbook", "pptx": "PowerPoint presentation"}
MOST_PARTS = 5000
MOST_UNPACKED = 300 * MEGABYTE
MOST_UNPACKED_TEXT = 100 * MEGABYTE
WORST_RATIO = 300
DAMAGED = "This file is damaged and cannot be opened. Save it again and send it."
MACROS = "This file holds macros, which judges’ computers refuse. Save it without them, or as PDF, and send that."
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]{0,4000}>")
_SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")


def safe_office(file: IO[bytes], size: int) -> SafeFile:
    """Return the kind of an office file, with the number of its slides if it has some; the file stays as it is.

    Refused: macros and ActiveX, packages that unpack to far more than they are, parts that are damaged or
    locked, and parts fetched from elsewhere when the file is opened. Raises Refused.
    """
    try:
        with zipfile.ZipFile(file) as package:
            _check_bulk(package, size)
            kind = _kind_of(package)
            _check_parts(package)
            _check_fetching(package)
            slides = sum(1 for name in package.namelist() if _SLIDE.fullmatch(name))
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - zipfile raises of every kind on damaged files
        raise Refused(DAMAGED) from None
    return SafeFile(kind, MAIN_PARTS[kind], slides if kind == "pptx" else None)


def _check_bulk(package: zipfile.ZipFile, size: int) -> None:
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED:
        raise Refused("This file unpacks to more than can be opened safely. Send it as PDF.")
    if unpacked > 20 * MEGABYTE and unpacked > WORST_RATIO * max(size, 1):
        raise Refused("This file unpacks to more than can be opened safely. Send it as PDF.")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("This file is locked with a password. Save it without one and send it again.")


def _kind_of(package: zipfile.ZipFile) -> str:
    if "[Content_Types].xml" not in package.namelist():
        raise Refused(
            "This is an archive of files. Send the documents one by one, each as a file of its own."
        )
    types = _part(package, "[Content_Types].xml").decode("utf-8", "replace")
    if "macroEnabled" in types or "ms-office.vbaProject" in types:
        raise Refused(MACROS)
    for kind, content_type in MAIN_PARTS.items():
        if f"{content_type}.main+xml" in types:
            return kind
    raise Refused("This is not a Word, Excel or PowerPoint file that judges can open. Send a PDF.")


def _check_parts(package: zipfile.ZipFile) -> None:
    """Read every part to its end, for damage and lies about size show only then."""
    left = MOST_UNPACKED
    for part in package.infolist():
        name = part.filename.lower()
        if "vbaproject" in name or "/activex/" in name or name.startswith("activex/"):
            raise Refused(MACROS)
        if ".." in name.split("/") or name.startswith(("/", "\\")):
            raise Refused(DAMAGED)
        with package.open(part) as opened:
            while chunk := opened.read(MEGABYTE):
                left -= len(chunk)
                if left < 0:
                    raise Refused(DAMAGED)


def _check_fetching(package: zipfile.ZipFile) -> None:
    """Links that one may click are fine; a template, frame, picture or object that is fetched is not."""
    for part in package.infolist():
        if not part.filename.endswith(".rels"):
            continue
        for relation in _RELATION.findall(_part(package, part.filename)):
            is_away = b'"External"' in relation and re.search(
                rb'Target="\s*https?:', relation, re.IGNORECASE
            )
            if is_away and not re.search(rb'Type="[^"]*/(?:hyperlink|externalLinkPath)"', relation):
                raise Refused(
                    "This file fetches a part of itself from a web address when it is opened. "
                    "Save it as PDF and send that."
                )


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(8 * MEGABYTE)
