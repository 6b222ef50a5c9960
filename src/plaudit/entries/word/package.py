"""Opening a Word file that anybody may have made: sizes bounded, no macros, no entities, nothing outside it."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from plaudit.kit.verdict import Refused

MEGABYTE = 1024 * 1024
LARGEST_FILE = 10 * MEGABYTE
LARGEST_PART = 30 * MEGABYTE
MOST_PARTS = 2_000
NOT_WORD = "This is not a Word file (.docx). Save it as a Word document and send it again."
_MAIN = "word/document.xml"
_PARSER_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}


def main_part(content: bytes) -> etree._Element:
    """Return the text of the Word file, as XML. Raises Refused, in words for the person."""
    with _opened(content) as package:
        return _parsed(_part(package, _MAIN))


def data_parts(content: bytes) -> list[etree._Element]:
    """Return the custom data parts that can be read."""
    with _opened(content) as package:
        names = [
            name for name in package.namelist()
            if name.startswith("customXml/item") and "/_rels/" not in name and "Props" not in name
        ]  # fmt: skip
        return [_parsed(_part(package, name)) for name in names[:20]]


def _opened(content: bytes) -> zipfile.ZipFile:
    if len(content) > LARGEST_FILE:
        raise Refused("This file is larger than 10 MB. Take pictures out of it and send it again.")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "This is an old Word file, or one locked with a password. Save it as .docx, without a password."
        )
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        names = package.namelist()
        types = _part(package, "[Content_Types].xml")
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError):
        raise Refused(NOT_WORD) from None
    if len(names) > MOST_PARTS or _MAIN not in names:
        raise Refused(NOT_WORD)
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused(
            "This Word file holds macros, so it was not opened. Save it as .docx and send it again."
        )
    return package


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    """Return the part, read no further than 30 MB, whatever the package says of its size."""
    try:
        with package.open(name) as part:
            content = part.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Refused(NOT_WORD) from None
    except Exception as error:  # zlib raises its own
        if type(error).__module__ in {"zlib", "lzma"}:
            raise Refused(NOT_WORD) from None
        raise
    if len(content) > LARGEST_PART:
        raise Refused("This Word file unpacks to more than 30 MB, so it was not opened.")
    return content


def _parsed(content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused(NOT_WORD)
    try:
        return etree.fromstring(content, etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError:
        raise Refused(NOT_WORD) from None
