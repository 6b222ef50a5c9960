from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfWriter

from plaudit.entries.uploads import LARGEST_DOCUMENT, LARGEST_PHOTO, safe_document, safe_photo
from plaudit.kit.verdict import Refused


def a_photo(
    kind: str = "JPEG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **extra: object
) -> io.BytesIO:
    written = io.BytesIO()
    Image.new(mode, size).save(written, kind, **extra)
    written.seek(0)
    return written


def a_pdf(pages: int = 1, password: str = "") -> io.BytesIO:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    written = io.BytesIO()
    writer.write(written)
    written.seek(0)
    return written


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("WEBP", "RGBA"),
    ],
)
def test_every_taken_kind_becomes_a_jpeg(kind: str, mode: str) -> None:
    file = safe_photo(a_photo(kind, mode=mode), "street.whatever")
    picture = Image.open(io.BytesIO(file.content))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (40, 20))
    assert (file.content_type, file.extension, file.name) == (
        "image/jpeg",
        "jpg",
        "street.whatever",
    )


def test_metadata_is_taken_out_and_the_picture_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn
    exif[0x013B] = "Zebedee Quill"
    file = safe_photo(a_photo(exif=exif, comment=b"at home"), "a.jpg")
    picture = Image.open(io.BytesIO(file.content))
    assert picture.size == (20, 40)
    assert not picture.getexif()
    assert b"Zebedee" not in file.content
    assert b"at home" not in file.content


def test_a_large_photo_is_made_smaller() -> None:
    file = safe_photo(a_photo(size=(5000, 1000)), "a.jpg")
    assert Image.open(io.BytesIO(file.content)).size == (2400, 480)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(Refused, match="9,000 by 9,000 pixels"):
        safe_photo(a_photo("PNG", size=(9000, 9000), mode="1"), "bomb.png")


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a",
        b"<svg onload='alert(1)'/>",
        b"<html>",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0broken",
        b"x",
    ],
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="JPEG, PNG or WebP"):
        safe_photo(io.BytesIO(content), "photo.jpg")


def test_a_gif_is_refused_by_its_content_whatever_it_is_called() -> None:
    with pytest.raises(Refused):
        safe_photo(a_photo("GIF", mode="P"), "photo.jpg")


def test_a_pdf_is_kept_as_it_is_with_its_pages() -> None:
    sent = a_pdf(3)
    file = safe_document(sent, "C:\\Users\\me\\outcomes.pdf")
    assert (file.content, file.page_count) == (sent.getvalue(), 3)
    assert (file.name, file.content_type) == ("outcomes.pdf", "application/pdf")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04", "not a PDF"),
        (b"  %PDF-1.7", "not a PDF"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (a_pdf(password="secret").getvalue(), "password"),
        (a_pdf(0).getvalue(), "no pages"),
        (b"%PDF-" + b"0" * LARGEST_DOCUMENT, "larger than 20 MB"),
    ],
)
def test_what_is_no_sound_pdf_is_refused_with_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        safe_document(io.BytesIO(content), "evidence.pdf")


def test_a_photo_over_15_megabytes_is_refused() -> None:
    with pytest.raises(Refused, match="larger than 15 MB"):
        safe_photo(io.BytesIO(b"\xff" * (LARGEST_PHOTO + 1)), "a.jpg")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", "evidence"),
        ("../../etc/passwd", "passwd"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("Ünïcode 😀.pdf", "Ünïcode 😀.pdf"),
        ("a\ud800b.pdf", "ab.pdf"),
    ],
)
def test_a_name_is_only_a_name(given: str, kept: str) -> None:
    assert safe_document(a_pdf(), given).name == kept
