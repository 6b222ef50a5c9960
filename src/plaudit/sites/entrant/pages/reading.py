"""An entry as judges read it, with its files at the addresses that who wrote it may open."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.judging.projection import EntryForJudge
from plaudit.sites.components.reading.entry import EntryReading, entry_reading


def reading_page(entry: Entry, read: EntryForJudge) -> EntryReading:
    """Return the words of the page: the same as the judge's, but for where the files lie."""
    files: dict[str, UUID] = {
        f"e{one.number}": one.file.attachment for one in read.evidence if one.file
    }
    if read.photo:
        files["photo"] = read.photo.attachment

    def address(name: str) -> str:
        return reverse("entry_file", args=[entry.pk, files[name]]) if name in files else ""

    def reading(name: str) -> str:
        return reverse("entry_file_reading", args=[entry.pk, files[name]]) if name in files else ""

    return entry_reading(read, address, reading)
