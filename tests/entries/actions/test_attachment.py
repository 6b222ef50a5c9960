from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from pytest_django import Settings

from plaudit.entries.actions.attachment import attach_file, remove_attachment
from plaudit.entries.attachments import evidence_files, photo_of
from plaudit.entries.models import Attachment, AttachmentKind, ContributorLevel, Entry, ScanState
from plaudit.entries.parts import attachments_of
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.files import a_document, a_pdf, a_photo, named
from tests.factories.programmes import AFTER_JUDGING, WHILE_OPEN

pytestmark = pytest.mark.django_db


def attached(entry: Entry, file: io.BytesIO, name: str = "a.pdf", **more: object) -> Attachment:
    by = entry.started_by
    return attach_file(entry, "evidence", named(file, name), by=by, at=WHILE_OPEN, **more)  # type: ignore[arg-type]


def test_a_file_lies_under_a_random_name_and_is_described() -> None:
    entry = an_entry()
    photo = attach_file(
        entry, "photo", named(a_photo("PNG"), "Our street.png"), by=entry.started_by, at=WHILE_OPEN
    )
    assert re.fullmatch(r"attachments/[\w-]{43}\.jpg", photo.file.name)
    with photo.file.open("rb") as stored:
        content = stored.read()
    assert Image.open(io.BytesIO(content)).format == "JPEG"
    assert (photo.name, photo.size, photo.evidence) == ("Our street.png", len(content), None)


def test_another_photo_takes_the_place_of_the_first() -> None:
    entry = an_entry()
    by = entry.started_by
    first, second = (
        attach_file(entry, "photo", named(a_photo(), name), by=by, at=WHILE_OPEN)
        for name in ("a.jpg", "b.jpg")
    )
    first.refresh_from_db()
    assert photo_of(entry) == second
    assert first.removed_at == WHILE_OPEN


def test_each_file_has_a_number_and_a_title_of_its_own() -> None:
    entry = an_entry()
    attached(entry, a_pdf(3), "falls_2026  final.pdf")
    attached(entry, a_document("Thank you"), "letter.docx", title=" A letter\nof support ")
    rows = [
        (file.evidence.number, file.evidence.title, file.page_count)
        for file in evidence_files(entry)
        if file.evidence
    ]
    assert rows == [(1, "falls 2026 final", 3), (2, "A letter of support", None)]


def test_a_file_that_is_replaced_keeps_its_number_and_the_first_is_kept_for_submissions() -> None:
    entry = a_complete_entry()
    first = attached(entry, a_pdf(1), "a.pdf", title="Falls")
    submission = a_submission(entry)
    piece = entry.evidence.get()
    second = attached(entry, a_pdf(2), "b.pdf", evidence=piece)
    first.refresh_from_db()
    assert attachments_of(entry) == [second]
    assert first.removed_at == WHILE_OPEN
    assert [(piece.number, piece.title) for piece in entry.evidence.all()] == [(1, "Falls")]
    assert submission.snapshot["evidence"] == [
        {
            "number": 1,
            "kind": "attachment",
            "title": "Falls",
            "attachment_id": str(first.pk),
            "name": "a.pdf",
            "content_type": "application/pdf",
            "size": first.size,
            "sha256": first.sha256,
            "page_count": 1,
        }
    ]
    assert first.file.storage.exists(first.file.name)


def test_a_removed_file_takes_its_number_with_it() -> None:
    entry = an_entry()
    file = attached(entry, a_pdf())
    for _ in range(2):
        remove_attachment(file, by=entry.started_by, at=WHILE_OPEN)
    attached(entry, a_pdf())
    assert [file.evidence and file.evidence.number for file in evidence_files(entry)] == [2]


def test_nothing_is_put_in_the_place_of_what_was_removed() -> None:
    entry = an_entry()
    file = attached(entry, a_pdf())
    piece = entry.evidence.get()
    remove_attachment(file, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="has been removed"):
        attached(entry, a_pdf(), evidence=piece)
    assert evidence_files(entry) == []


def test_the_edition_says_how_many_how_large_and_of_what_kind() -> None:
    entry = an_entry()
    edition = entry.category.edition
    edition.most_files, edition.largest_file_megabytes = 1, 1
    edition.allowed_file_kinds = ["pdf"]
    with pytest.raises(Refused, match="It can be 1 MB at most"):
        attached(entry, io.BytesIO(b"%PDF-" + b"0" * 1024 * 1024))
    with pytest.raises(Refused, match=r"Word \(.docx\) files are not taken here. Send PDF."):
        attached(entry, a_document("x"))
    attached(entry, a_pdf())
    with pytest.raises(Refused, match="can hold one file at most"):
        attached(entry, a_pdf())
    attached(entry, a_pdf(2), evidence=entry.evidence.get())
    edition.most_files = 0
    with pytest.raises(Refused, match="takes no files"):
        attached(entry, a_pdf())
    assert len(evidence_files(entry)) == 1


def test_what_is_refused_leaves_nothing_behind() -> None:
    entry = an_entry()
    with pytest.raises(Refused):
        attached(entry, io.BytesIO(b"<html>"))
    assert not entry.evidence.exists()
    assert not entry.attachments.exists()


def test_nobody_attaches_who_may_not_write() -> None:
    entry = an_entry()
    reader = a_contributor(entry, level=ContributorLevel.READ)
    for by, at in ((reader, WHILE_OPEN), (entry.started_by, AFTER_JUDGING)):
        with pytest.raises(Refused):
            attach_file(entry, AttachmentKind.EVIDENCE, named(a_pdf(), "a.pdf"), by=by, at=at)
    assert attachments_of(entry) == []


def test_a_child_process_opens_the_files_of_strangers(settings: Settings) -> None:
    settings.CONFINE_FILES = True
    entry = an_entry()
    assert attached(entry, a_pdf(2)).page_count == 2
    with pytest.raises(Refused, match="damaged"):
        attached(entry, io.BytesIO(b"%PDF-1.7"))


def test_a_file_is_held_only_where_there_is_a_scanner(settings: Settings) -> None:
    entry = an_entry()
    assert attached(entry, a_pdf()).scan == ScanState.NOT_NEEDED
    settings.CLAMD_ADDRESS = "unix:/nowhere"
    assert attached(entry, a_pdf()).scan == ScanState.CHECKING
    assert attached(entry, a_photo(), "a.jpg").scan == ScanState.NOT_NEEDED
