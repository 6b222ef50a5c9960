"""Where in an entry's files the words of a search stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.entries.searching import FoundFile

UNITS = {
    "application/pdf": "page",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "slide",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "sheet",
}
MOST_PAGES = 3


@dataclass(frozen=True)
class FoundPlace:
    """A file to open: "E3" or "E3, page 2"."""

    text: str
    href: str


def found_places(entry: Entry, files: Iterable[FoundFile]) -> list[FoundPlace]:
    """Return the files in which the words of the search stand, in words."""
    return [FoundPlace(_words(file), _address(entry, file)) for file in files]


def _words(file: FoundFile) -> str:
    """Return "E3, page 2", "E3, pages 2, 5, 6 and 4 more", or "E3" where there are no pages to speak of."""
    unit = UNITS.get(file.content_type)
    if unit is None:
        return f"E{file.number}"
    shown = ", ".join(str(page) for page in file.pages[:MOST_PAGES])
    more = len(file.pages) - MOST_PAGES
    listed = f"{shown} and {more} more" if more > 0 else shown
    return f"E{file.number}, {unit if len(file.pages) == 1 else f'{unit}s'} {listed}"


def _address(entry: Entry, file: FoundFile) -> str:
    return reverse("organiser_file", args=[entry.edition_id, entry.pk, file.attachment_id])
