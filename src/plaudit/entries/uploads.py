"""Files that people send: what is taken, what is made of them, and in what words the rest is refused."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from dataclasses import dataclass
from typing import IO

from PIL import Image, ImageOps
from pypdf import PdfReader

from plaudit.kit.verdict import Refused

MEGABYTE = 1024 * 1024
LARGEST_PHOTO = 15 * MEGABYTE
LARGEST_DOCUMENT = 20 * MEGABYTE
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2400
PHOTO_FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class SafeFile:
    """A file fit to be kept. `name` is what the person called it, and nothing more."""

    content: bytes
    name: str
    content_type: str
    extension: str
    page_count: int | None = None

    @property
    def sha256(self) -> str:
        """The digest of the content, in hex."""
        return hashlib.sha256(self.content).hexdigest()


def safe_photo(file: IO[bytes], name: str) -> SafeFile:
    """Return the photo drawn anew as a JPEG of at most 2,400 pixels a side, with no metadata.

    Takes JPEG, PNG and WebP by their content, at most 15 MB and 60 million pixels, which are counted
    before any of them is decoded. Raises Refused.
    """
    content = _read(file, LARGEST_PHOTO, "photo")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=PHOTO_FORMATS)
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(
                    f"The photo is {picture.width:,} by {picture.height:,} pixels, which is too large. "
                    "Make it smaller than 60 million pixels and send it again."
                )
            drawn = _drawn(picture)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - Pillow raises of every kind on damaged files
        raise Refused(
            "This is not a photo that can be read. Send a JPEG, PNG or WebP file."
        ) from None
    return SafeFile(drawn, _line(name, "photo"), "image/jpeg", "jpg")


def safe_document(file: IO[bytes], name: str) -> SafeFile:
    """Return the PDF as it is, with its number of pages.

    Takes at most 20 MB; it must begin as a PDF does, open, hold a page, and not be locked by a password.
    Raises Refused.
    """
    content = _read(file, LARGEST_DOCUMENT, "document")
    if not content.startswith(b"%PDF-"):
        raise Refused("This is not a PDF. Save the document as PDF and send it again.")
    try:
        reader = PdfReader(io.BytesIO(content))
        is_locked = reader.is_encrypted
        pages = 0 if is_locked else len(reader.pages)
    except Exception:  # noqa: BLE001 - pypdf raises of every kind on damaged files
        raise Refused("This PDF is damaged and cannot be opened. Save it again as PDF.") from None
    if is_locked:
        raise Refused("This PDF is locked with a password. Save it without one and send it again.")
    if pages == 0:
        raise Refused("This PDF has no pages.")
    return SafeFile(content, _line(name, "evidence"), "application/pdf", "pdf", pages)


def _read(file: IO[bytes], most: int, what: str) -> bytes:
    content = file.read(most + 1)
    if not content:
        raise Refused(f"The {what} is empty. Choose it again.")
    if len(content) > most:
        raise Refused(
            f"The {what} is larger than {most // MEGABYTE} MB. Make it smaller and send it again."
        )
    return content


def _drawn(picture: Image.Image) -> bytes:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        layered = upright.convert("RGBA")
        flat = Image.new("RGB", layered.size, "white")
        flat.paste(layered, mask=layered.getchannel("A"))
    else:
        flat = upright.convert("RGB")
    flat.info.clear()
    written = io.BytesIO()
    flat.save(written, "JPEG", quality=86, optimize=True)
    return written.getvalue()


def _line(name: str, otherwise: str) -> str:
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(character for character in last if character.isprintable())
    kept = " ".join(kept.encode("utf-8", "ignore").decode().split())
    stem, dot, extension = kept.rpartition(".")
    return f"{stem[: 199 - len(extension)]}{dot}{extension}"[:200] or otherwise
