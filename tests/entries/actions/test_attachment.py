from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from plaudit.entries.actions.attachment import attach_file, remove_attachment
from plaudit.entries.models import AttachmentKind, ContributorLevel
from plaudit.entries.parts import attachments_of
from plaudit.kit.verdict import Refused
from tests.entries.test_uploads import a_pdf, a_photo
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.programmes import AFTER_JUDGING, WHILE_OPEN

pytestmark = pytest.mark.django_db


def named(file: io.BytesIO, name: str) -> io.BytesIO:
    file.name = name  # type: ignore[attr-defined]
    return file


def test_a_file_lies_under_a_random_name_and_is_described() -> None:
    entry = an_entry()
    photo = attach_file(
        entry, "photo", named(a_photo("PNG"), "Our street.png"), by=entry.started_by, at=WHILE_OPEN
    )
    assert re.fullmatch(r"attachments/[\w-]{43}\.jpg", photo.file.name)
    with photo.file.open("rb") as stored:
        content = stored.read()
    assert Image.open(io.BytesIO(content)).format == "JPEG"
    assert (photo.name, photo.size) == ("Our street.png", len(content))


def test_another_file_of_the_kind_takes_its_place_and_the_first_is_kept_for_submissions() -> None:
    entry = a_complete_entry()
    by = entry.started_by
    first = attach_file(entry, "evidence", named(a_pdf(1), "a.pdf"), by=by, at=WHILE_OPEN)
    submission = a_submission(entry)
    second = attach_file(entry, "evidence", named(a_pdf(2), "b.pdf"), by=by, at=WHILE_OPEN)
    first.refresh_from_db()
    assert attachments_of(entry) == [second]
    assert first.removed_at == WHILE_OPEN
    assert submission.snapshot["evidence"] == {
        "attachment_id": str(first.pk),
        "name": "a.pdf",
        "content_type": "application/pdf",
        "size": first.size,
        "sha256": first.sha256,
        "page_count": 1,
    }
    assert first.file.storage.exists(first.file.name)


def test_a_removed_file_is_no_longer_on_the_entry() -> None:
    entry = an_entry()
    by = entry.started_by
    file = attach_file(entry, "evidence", named(a_pdf(), "a.pdf"), by=by, at=WHILE_OPEN)
    remove_attachment(file, by=by, at=WHILE_OPEN)
    assert attachments_of(entry) == []


def test_nobody_attaches_who_may_not_write() -> None:
    entry = an_entry()
    reader = a_contributor(entry, level=ContributorLevel.READ)
    for by, at in ((reader, WHILE_OPEN), (entry.started_by, AFTER_JUDGING)):
        with pytest.raises(Refused):
            attach_file(entry, AttachmentKind.EVIDENCE, named(a_pdf(), "a.pdf"), by=by, at=at)
    assert attachments_of(entry) == []
