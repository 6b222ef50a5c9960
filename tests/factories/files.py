"""Small files of every kind, made here: sound ones, and ones that mean harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import xlsxwriter
from docx import Document
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def named(file: io.BytesIO, name: str) -> io.BytesIO:
    """Give the file the name that a browser sends with it."""
    file.name = name
    return file


def a_photo(
    kind: str = "JPEG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **extra: object
) -> io.BytesIO:
    written = io.BytesIO()
    Image.new(mode, size).save(written, kind, **extra)
    written.seek(0)
    return written


def a_pdf(pages: int | Sequence[str] = 1, password: str = "") -> io.BytesIO:
    """Return a PDF of so many empty pages, or of one page a text."""
    writer = PdfWriter()
    for text in [""] * pages if isinstance(pages, int) else pages:
        page = writer.add_blank_page(595, 842)
        if text:
            page[NameObject("/Contents")] = writer._add_object(_content(text))
            page[NameObject("/Resources")] = DictionaryObject(
                {NameObject("/Font"): DictionaryObject({NameObject("/F"): _font()})}
            )
    if password:
        writer.encrypt(password)
    written = io.BytesIO()
    writer.write(written)
    written.seek(0)
    return written


def _content(text: str) -> DecodedStreamObject:
    lines = "".join(
        f"({line.replace('(', '').replace(')', '')}) Tj 0 -16 Td " for line in text.split("\n")
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F 12 Tf 50 780 Td {lines}ET".encode("latin-1", "replace"))
    return stream


def _font() -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )


def a_pdf_with(**root: object) -> io.BytesIO:
    """Return a PDF of one page whose catalogue also holds the given entries."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for key, value in root.items():
        writer.root_object[NameObject(f"/{key}")] = value
    written = io.BytesIO()
    writer.write(written)
    written.seek(0)
    return written


def an_action(kind: str, **more: object) -> DictionaryObject:
    """Return a PDF action of the kind."""
    return DictionaryObject(
        {NameObject("/S"): NameObject(f"/{kind}")}
        | {NameObject(f"/{key}"): value for key, value in more.items()}
    )


def a_noted_pdf(note: DictionaryObject) -> io.BytesIO:
    """Return a PDF with the annotation on its one page."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    page[NameObject("/Annots")] = ArrayObject([note])
    written = io.BytesIO()
    writer.write(written)
    written.seek(0)
    return written


def a_document(*paragraphs: str) -> io.BytesIO:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    written = io.BytesIO()
    document.save(written)
    written.seek(0)
    return written


def a_workbook(rows: Sequence[Sequence[object]] = ()) -> io.BytesIO:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Falls")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    written.seek(0)
    return written


def a_presentation(*slides: str) -> io.BytesIO:
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    parts = {
        f"ppt/slides/slide{number}.xml": f"<s {space}><a:p><a:t>{text}</a:t></a:p></s>"
        for number, text in enumerate(slides, start=1)
    }
    return a_package(f'<Override ContentType="{MAIN}"/>', parts)


def a_package(types: str, parts: Mapping[str, str | bytes] = {}) -> io.BytesIO:
    """Return a zip with these types in [Content_Types].xml, and these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", f"<Types>{types}</Types>")
        for name, content in parts.items():
            package.writestr(name, content)
    written.seek(0)
    return written


def with_part(file: io.BytesIO, name: str, content: str | bytes) -> io.BytesIO:
    """Add a part to a package."""
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    file.seek(0)
    return file
