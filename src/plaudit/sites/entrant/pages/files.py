"""The words about files."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.template.defaultfilters import filesizeformat

from plaudit.entries.models import Attachment, Entry, ScanState, Upload

PAGES = {
    "application/pdf": ("page", "pages"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "slide",
        "slides",
    ),
}


@dataclass(frozen=True)
class FileRow:
    """A file on the entry. `about` is its size and pages; `held` says why it cannot be opened, if so.

    `number` and `evidence` are 0 and None for the photo. `opens_at_pages`: whether a browser can show it page by page.
    `is_stale`: carried over from an earlier entry, and not looked at since.
    """

    id: UUID
    evidence: UUID | None
    number: int
    title: str
    name: str
    about: str
    held: str
    is_infected: bool
    opens_at_pages: bool
    is_stale: bool


def file_row(file: Attachment) -> FileRow:
    """Return the words about the file."""
    piece = file.evidence
    return FileRow(
        id=file.pk,
        evidence=piece.pk if piece else None,
        number=piece.number if piece else 0,
        title=piece.title if piece else "",
        name=file.name,
        about=file_about(file.size, file.page_count, file.content_type),
        held=_held(file),
        is_infected=file.scan == ScanState.INFECTED,
        opens_at_pages=file.content_type == "application/pdf",
        is_stale=piece is not None and piece.is_stale,
    )


def _held(file: Attachment) -> str:
    if file.scan == ScanState.CHECKING:
        return (
            "Being checked for viruses. You can submit meanwhile: judges open it once it is clean."
        )
    if file.scan == ScanState.INFECTED:
        return (
            f"A virus was found in it ({file.scan_note}), so nobody can open it. "
            "Save the document again on a clean computer and replace this file."
        )
    return ""


def file_about(size: int, page_count: int | None, content_type: str = "application/pdf") -> str:
    """Return "3 pages, 1.2 MB", "9 slides, 4 MB", or the size alone."""
    about = filesizeformat(size).replace("\xa0", " ")
    if page_count is None or content_type not in PAGES:
        return about
    one, several = PAGES[content_type]
    return f"{page_count} {one if page_count == 1 else several}, {about}"


@dataclass(frozen=True)
class UnfinishedRow:
    """A file that is still on its way. `is_own`: whether this person is sending it."""

    id: UUID
    name: str
    come: str
    is_own: bool


def unfinished_row(upload: Upload, person_id: object) -> UnfinishedRow:
    """Return the words about an upload that has not arrived whole."""
    share = f"{100 * upload.received // max(1, upload.size)}% of {file_about(upload.size, None)}"
    return UnfinishedRow(upload.pk, upload.name, share, upload.by_id == person_id)


def room_left(entry: Entry, kept: int) -> str:
    """Return how many files the entry may hold and holds."""
    most = entry.category.edition.most_files
    return f"{kept} of {most} files" if most != 1 else f"{kept} of 1 file"
