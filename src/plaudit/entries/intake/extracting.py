"""The words of a file, page by page, bounded in length and time. Runs in a child process (`kit.confined`)."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import iterparse

from pypdf import PdfReader

MOST_PAGES = 400
MOST_LETTERS = 600_000
MOST_SECONDS = 15.0
MOST_XML = 60 * 1024 * 1024
CUT = "Only the beginning was read: the file is long."
UNREADABLE = "The words of this file could not be read."
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def extracted(path: str, content_type: str) -> dict[str, Any]:
    """Return {"pages": one text a page, sheet or slide, "note": why there are not all of them, or ""}.

    Pictures have no words here. A file that cannot be read has none and a note.
    """
    reader = _reader_for(content_type)
    if reader is None:
        return {"pages": [], "note": ""}
    pages: list[str] = []
    try:
        with Path(path).open("rb") as file:
            is_cut = _collect(pages, reader(file))
    except Exception:  # noqa: BLE001 - readers raise of every kind on odd files
        return {"pages": pages, "note": UNREADABLE}
    return {"pages": pages, "note": CUT if is_cut else ""}


def _collect(pages: list[str], read: Iterable[str]) -> bool:
    """Take pages until a limit is met, and return whether one was."""
    until, left = time.monotonic() + MOST_SECONDS, MOST_LETTERS
    for text in read:
        if len(pages) >= MOST_PAGES or left <= 0 or time.monotonic() > until:
            return True
        pages.append(_CONTROL.sub(" ", text)[:left])
        left -= len(text)
    return left < 0


def _reader_for(content_type: str) -> Any:
    return {
        "pdf": _pages_of_pdf,
        "document": _words_of_document,
        "presentation": _slides,
        "sheet": _sheets,
    }.get(content_type.rpartition("/")[2].rpartition(".")[2])


def _pages_of_pdf(file: IO[bytes]) -> Iterator[str]:
    for page in PdfReader(file).pages:
        yield page.extract_text()


def _words_of_document(file: IO[bytes]) -> Iterator[str]:
    with zipfile.ZipFile(file) as package:
        yield "\n".join(_paragraphs(package, "word/document.xml"))


def _slides(file: IO[bytes]) -> Iterator[str]:
    with zipfile.ZipFile(file) as package:
        names = [
            name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
        ]
        for name in sorted(names, key=lambda each: int(re.sub(r"\D", "", each))):
            yield "\n".join(_paragraphs(package, name))


def _paragraphs(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Yield the text of each paragraph (`w:p`, `a:p`). expat itself refuses entities that grow without end."""
    if package.getinfo(part).file_size > MOST_XML:
        raise ValueError(part)
    words: list[str] = []
    with package.open(part) as opened:
        for _, element in iterparse(opened):  # noqa: S314 - in a child with limits
            name = element.tag.rpartition("}")[2]
            if name == "t":
                words.append(element.text or "")
            elif name in {"tab", "br"}:
                words.append(" ")
            elif name == "p":
                yield "".join(words)
                words = []
                element.clear()


def _sheets(file: IO[bytes]) -> Iterator[str]:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(file)
    for name in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(name).to_python()
        lines = ("\t".join(_cell(cell) for cell in row if cell != "") for row in rows)
        yield "\n".join([name, *filter(None, lines)])


def _cell(cell: Any) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
