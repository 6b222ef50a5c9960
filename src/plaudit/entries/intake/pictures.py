"""Pictures, drawn anew: what was hidden in the file that was sent does not survive."""

from __future__ import annotations

import io
import warnings
from typing import IO

from PIL import Image, ImageOps

from plaudit.entries.intake.safe_file import SafeFile
from plaudit.kit.verdict import Refused

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2400
FORMATS = ("JPEG", "PNG", "WEBP")
UNREADABLE = "This is not a photo that can be read. Send a JPEG, PNG or WebP file."


def safe_photo(file: IO[bytes]) -> SafeFile:
    """Return the photo drawn anew as a JPEG of at most 2,400 pixels a side, upright, with no metadata.

    Takes JPEG, PNG and WebP by their content, of at most 60 million pixels, which are counted before any of
    them is decoded. Raises Refused.
    """
    return SafeFile("jpeg", "image/jpeg", drawn=_redrawn(file, "JPEG", UNREADABLE))


def safe_picture(file: IO[bytes], kind: str) -> SafeFile:
    """Return a picture sent as evidence drawn anew in its own kind, "jpeg" or "png". Raises Refused."""
    unreadable = "This picture is damaged and cannot be opened. Save it again and send it."
    return SafeFile(kind, f"image/{kind}", drawn=_redrawn(file, kind.upper(), unreadable))


def _redrawn(file: IO[bytes], kind: str, unreadable: str) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(file, formats=FORMATS)
            _count_pixels(picture)
            return _drawn(picture, kind)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - Pillow raises of every kind on damaged files
        raise Refused(unreadable) from None


def _count_pixels(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise Refused(
            f"The photo is {picture.width:,} by {picture.height:,} pixels, which is too large. "
            "Make it smaller than 60 million pixels and send it again."
        )


def _drawn(picture: Image.Image, kind: str) -> bytes:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    flat = _on_white(upright)
    flat.info.clear()
    written = io.BytesIO()
    if kind == "PNG":
        flat.save(written, "PNG", optimize=False)
    else:
        flat.save(written, "JPEG", quality=86, optimize=True)
    return written.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        flat = Image.new("RGB", layered.size, "white")
        flat.paste(layered, mask=layered.getchannel("A"))
        return flat
    return picture.convert("RGB")
