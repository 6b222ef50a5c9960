from __future__ import annotations

import re
from dataclasses import dataclass
from typing import IO

from plaudit.kit.verdict import Refused

MEGABYTE = 1024 * 1024
LARGEST_PHOTO = 15 * MEGABYTE


@dataclass(frozen=True)
class SafeFile:
    """What a file is by its content. `drawn` is the picture drawn anew, to be kept in the place of what was sent."""

    kind: str
    content_type: str
    page_count: int | None = None
    drawn: bytes | None = None

    @property
    def extension(self) -> str:
        """What the file is stored as, and offered as."""
        return "jpg" if self.kind == "jpeg" else self.kind


def kind_stored_as(extension: str) -> str:
    """Return the kind of file that is stored under this ending, without its dot."""
    return "jpeg" if extension == "jpg" else extension


def size_in_words(size: int) -> str:
    """Return "25 MB" or "310 kB"."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024)):,} kB"
    return f"{size / MEGABYTE:,.1f} MB".replace(".0 MB", " MB")


def check_size(size: int, most: int, what: str) -> None:
    """Refuse what is empty or larger than `most` bytes. Raises Refused."""
    if size == 0:
        raise Refused(f"The {what} is empty. Choose it again.")
    if size > most:
        raise Refused(
            f"The {what} is {size_in_words(size)}. It can be {size_in_words(most)} at most. "
            "Make it smaller and send it again."
        )


def size_of(file: IO[bytes]) -> int:
    """Return how many bytes the file holds, and go back to its beginning."""
    size = file.seek(0, 2)
    file.seek(0)
    return size


def clean_name(name: str, otherwise: str) -> str:
    """Return the last part of the name on one line, at most 200 characters, its ending kept."""
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(character for character in last if character.isprintable())
    kept = " ".join(kept.encode("utf-8", "ignore").decode().split())
    stem, dot, extension = kept.rpartition(".")
    return f"{stem[: 199 - len(extension)]}{dot}{extension}"[:200] or otherwise
