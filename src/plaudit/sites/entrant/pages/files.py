"""The words about a file."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.template.defaultfilters import filesizeformat

from plaudit.entries.models import Attachment


@dataclass(frozen=True)
class FileRow:
    """A file on the entry. `about` is its size and, for a document, its pages."""

    id: UUID
    name: str
    about: str


def file_row(file: Attachment) -> FileRow:
    """Return the words about the file."""
    return FileRow(file.pk, file.name, file_about(file.size, file.page_count))


def file_about(size: int, page_count: int | None) -> str:
    """Return "3 pages, 1.2 MB", or the size alone."""
    about = filesizeformat(size).replace("\xa0", " ")
    if page_count is None:
        return about
    return f"{page_count} {'page' if page_count == 1 else 'pages'}, {about}"
