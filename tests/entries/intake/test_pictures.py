from __future__ import annotations

import io

import pytest
from PIL import Image

from plaudit.entries.intake.pictures import safe_photo, safe_picture
from plaudit.kit.verdict import Refused
from tests.factories.files import a_photo


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
    file = safe_photo(a_photo(kind, mode=mode))
    picture = Image.open(io.BytesIO(file.drawn or b""))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (40, 20))
    assert (file.content_type, file.extension) == ("image/jpeg", "jpg")


def test_metadata_is_taken_out_and_the_picture_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn
    exif[0x013B] = "Zebedee Quill"
    exif.get_ifd(0x8825)[1] = "N"
    drawn = safe_photo(a_photo(exif=exif, comment=b"at home")).drawn or b""
    picture = Image.open(io.BytesIO(drawn))
    assert picture.size == (20, 40)
    assert not picture.getexif()
    assert b"Zebedee" not in drawn
    assert b"at home" not in drawn


def test_a_chart_stays_a_png_without_what_was_written_into_it() -> None:
    from PIL.PngImagePlugin import PngInfo

    note = PngInfo()
    note.add_text("Author", "Zebedee Quill")
    file = safe_picture(a_photo("PNG", mode="RGBA", pnginfo=note), "png")
    drawn = file.drawn or b""
    assert Image.open(io.BytesIO(drawn)).format == "PNG"
    assert (file.content_type, file.extension) == ("image/png", "png")
    assert b"Zebedee" not in drawn


def test_a_large_photo_is_made_smaller() -> None:
    drawn = safe_photo(a_photo(size=(5000, 1000))).drawn
    assert Image.open(io.BytesIO(drawn or b"")).size == (2400, 480)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(Refused, match="9,000 by 9,000 pixels"):
        safe_photo(a_photo("PNG", size=(9000, 9000), mode="1"))


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a",
        b"<svg onload='alert(1)'/>",
        b"<html>",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0broken",
        b"x",
        a_photo("GIF", mode="P").getvalue(),
    ],
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="JPEG, PNG or WebP"):
        safe_photo(io.BytesIO(content))


def test_what_was_hidden_behind_a_picture_is_gone() -> None:
    polyglot = io.BytesIO(a_photo().getvalue() + b"<script>alert(1)</script>PK\x03\x04")
    assert b"script" not in (safe_photo(polyglot).drawn or b"")
