"""What kind of file this is, and its text; files no person could expect to be read are refused plainly."""

from __future__ import annotations

import re
from pathlib import PurePath

from plaudit.programmes.brief.block import Page
from plaudit.programmes.brief.extract.html import read_html
from plaudit.programmes.brief.extract.text import read_text
from plaudit.programmes.brief.extract.word import read_word
from plaudit.programmes.brief.model import UnreadableBrief

MAX_FILE_BYTES = 50_000_000
MAX_TEXT_CHARACTERS = 5_000_000

_FOREIGN = (
    (
        b"%PDF",
        "This is a PDF. Copy its text, paste it here, or upload the Word file it was made from.",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "This is an old Word file (.doc). Save it as .docx in Word and upload that.",
    ),
    (b"{\\rtf", "This is a rich text file (.rtf). Save it as .docx in Word and upload that."),
    (b"\x89PNG", "This is a picture. Upload the page as text, Markdown, HTML or Word."),
    (b"\xff\xd8\xff", "This is a picture. Upload the page as text, Markdown, HTML or Word."),
    (b"GIF8", "This is a picture. Upload the page as text, Markdown, HTML or Word."),
    (b"PK\x05\x06", "This zip file is empty. Upload the page as text, Markdown, HTML or Word."),
)
_TOO_BIG = (
    "This file is too big for a category page. Upload only the page that describes the categories."
)
_NOT_TEXT = "This file is not text. Upload the page as text, Markdown, HTML or Word."
DAMAGED = "This Word file is damaged and cannot be opened. Open it in Word, save it again and upload the new copy."
_EMBEDDED = re.compile(
    r"<(script|style|svg)\b[^>]*>.*?</\1\s*>|[\"']data:[^\"']*[\"']", re.IGNORECASE | re.DOTALL
)
_HTML_TAGS = re.compile(
    r"<!doctype html|<html[\s>]|<body[\s>]|</(?:p|div|h[1-6]|ul|ol|li|table|section|"
    r"article|main|td|dl|strong|span|details)>",
    re.IGNORECASE,
)


def read_page(source: bytes | str, filename: str | None) -> Page:
    """The page's lines and blocks. Raises UnreadableBrief with a sentence for a person."""
    if len(source) > MAX_FILE_BYTES:
        raise UnreadableBrief(_TOO_BIG)
    if isinstance(source, bytes):
        if source.startswith(b"PK\x03\x04"):
            return read_word(source)
        text = _decode(source, DAMAGED if is_called_word(filename) else _NOT_TEXT)
    else:
        text = source
    is_html = "<" in text and _is_html(text, filename)
    if is_html:
        text = _EMBEDDED.sub("", text)
    if len(text) > MAX_TEXT_CHARACTERS:
        raise UnreadableBrief(_TOO_BIG)
    return read_html(text) if is_html else read_text(text)


def is_called_word(filename: str | None) -> bool:
    """Whether the file's name says that it is one of Word's."""
    return bool(filename) and PurePath(str(filename)).suffix.lower() in (".docx", ".docm", ".dotx")


def _decode(data: bytes, not_text: str) -> str:
    for magic, sentence in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableBrief(sentence)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data[:4096]:
        raise UnreadableBrief(not_text)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(_declared_encoding(data), errors="replace")


def _declared_encoding(data: bytes) -> str:
    match = re.search(rb"charset=[\"']?([\w-]+)", data[:2048], re.IGNORECASE)
    declared = match[1].decode("ascii").lower() if match else ""
    return (
        "cp1252"
        if declared in ("", "utf-8", "iso-8859-1", "latin1", "windows-1252", "ascii", "us-ascii")
        else _known(declared)
    )


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding


def _is_html(text: str, filename: str | None) -> bool:
    suffix = PurePath(filename).suffix.lower() if filename else ""
    if suffix in (".html", ".htm", ".xhtml", ".mhtml"):
        return True
    start = text[:20_000]
    if suffix in (".md", ".markdown"):
        return bool(re.search(r"<!doctype html|<html[\s>]", start[:500], re.IGNORECASE))
    return len(_HTML_TAGS.findall(start)) >= 3 or bool(
        re.match(
            r"\s*<(?:!doctype|html|body|div|main|article|section|h1)[\s>]", start, re.IGNORECASE
        )
    )
