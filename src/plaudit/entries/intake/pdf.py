"""PDFs: sound, open to all, and with nothing in them that acts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO, Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from plaudit.entries.intake.safe_file import SafeFile
from plaudit.kit.verdict import Refused

MOST_PAGES = 2000
ACTING = {"/JavaScript", "/Launch", "/ImportData", "/Rendition", "/RichMediaExecute", "/SubmitForm"}
CARRYING = {"/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/3D"}
ACTS = (
    "This PDF holds a script, a form or another file, which judges’ computers refuse. "
    "Print it to a new PDF and send that."
)


def safe_pdf(file: IO[bytes]) -> SafeFile:
    """Return the PDF with its number of pages, as it is.

    It must open without a password, hold a page, and hold no script, no other file, and nothing that starts
    by itself; nor may it be another kind of file at the same time. Raises Refused.
    """
    try:
        reader = PdfReader(file)
        is_locked = reader.is_encrypted
        pages = 0 if is_locked else len(reader.pages)
        acts = not is_locked and any(_acting(reader))
    except Exception:  # noqa: BLE001 - pypdf raises of every kind on damaged files
        raise Refused("This PDF is damaged and cannot be opened. Save it again as PDF.") from None
    if is_locked:
        raise Refused("This PDF is locked with a password. Save it without one and send it again.")
    if pages == 0:
        raise Refused("This PDF has no pages.")
    if pages > MOST_PAGES:
        raise Refused(f"This PDF has {pages:,} pages. Send the part that judges should read.")
    if acts:
        raise Refused(ACTS)
    if zipfile.is_zipfile(file):
        raise Refused("This file is a PDF and something else at once. Print it to a new PDF.")
    return SafeFile("pdf", "application/pdf", pages)


def _acting(reader: PdfReader) -> Iterator[bool]:
    root = reader.root_object
    names = _dictionary(root.get("/Names"))
    yield "/JavaScript" in names or "/EmbeddedFiles" in names
    yield "/AA" in root or "/Collection" in root
    yield "/XFA" in _dictionary(root.get("/AcroForm"))
    yield _is_action(root.get("/OpenAction"))
    for page in reader.pages:
        yield "/AA" in page
        for one in _array(page.get("/Annots")):
            note = _dictionary(one)
            yield note.get("/Subtype") in CARRYING or "/AA" in note
            yield _is_action(note.get("/A"))


def _is_action(thing: Any) -> bool:
    """Whether it acts, or anything that follows it does. A place in the document is no action."""
    for _ in range(20):
        action = _dictionary(thing)
        if not action:
            return False
        if action.get("/S") in ACTING:
            return True
        thing = action.get("/Next")
        if isinstance(_resolved(thing), ArrayObject):
            return True
    return True


def _resolved(thing: Any) -> Any:
    return thing.get_object() if hasattr(thing, "get_object") else thing


def _dictionary(thing: Any) -> DictionaryObject:
    found = _resolved(thing)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(thing: Any) -> ArrayObject:
    found = _resolved(thing)
    return found if isinstance(found, ArrayObject) else ArrayObject()
