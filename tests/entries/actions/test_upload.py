from __future__ import annotations

import datetime as dt
import io
from uuid import UUID

import pytest
from django.core.files.storage import default_storage

from plaudit.entries.actions.attachment import remove_attachment
from plaudit.entries.actions.upload import (
    MOST_AT_ONCE,
    add_part,
    begin_upload,
    finish_upload,
    purge_uploads,
)
from plaudit.entries.models import Attachment, ContributorLevel, Entry, Upload, UploadPart
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_contributor, an_entry
from tests.factories.files import a_pdf
from tests.factories.programmes import AFTER_JUDGING, WHILE_OPEN

pytestmark = pytest.mark.django_db
FILE = a_pdf(3).getvalue()
KEY = UUID("01a1f7c2-0000-7000-8000-000000000001")


def begun(entry: Entry, size: int = len(FILE), key: UUID = KEY, **more: object) -> Upload:
    return begin_upload(
        entry,
        "evidence",
        name="falls.pdf",
        size=size,
        key=key,
        by=entry.started_by,
        at=WHILE_OPEN,
        **more,  # type: ignore[arg-type]
    )


def sent(upload: Upload, content: bytes, offset: int) -> int:
    return add_part(upload, offset, io.BytesIO(content), by=upload.entry.started_by, at=WHILE_OPEN)


def finished(upload: Upload) -> Attachment:
    return finish_upload(upload, by=upload.entry.started_by, at=WHILE_OPEN)


def stored_parts() -> set[str]:
    try:
        return set(default_storage.listdir("uploads")[1])
    except FileNotFoundError:
        return set()


def test_parts_in_order_become_the_file_and_are_thrown_away() -> None:
    entry, before = an_entry(), stored_parts()
    upload = begun(entry, title="Falls by month")
    assert sent(upload, FILE[:100], 0) == 100
    assert sent(upload, FILE[100:], 100) == len(FILE)
    attachment = finished(upload)
    with attachment.file.open("rb") as stored:
        assert stored.read() == FILE
    assert (attachment.name, attachment.page_count) == ("falls.pdf", 3)
    assert entry.evidence.get().title == "Falls by month"
    assert stored_parts() == before
    assert not UploadPart.objects.exists()


def test_a_part_that_came_before_or_leaves_a_gap_changes_nothing() -> None:
    upload = begun(an_entry())
    sent(upload, FILE[:100], 0)
    assert sent(upload, FILE[:100], 0) == 100
    assert sent(upload, FILE[200:], 200) == 100
    assert sent(Upload.objects.get(), b"", 100) == 100
    assert UploadPart.objects.count() == 1


def test_no_more_is_read_than_was_announced() -> None:
    upload = begun(an_entry(), size=10)
    assert sent(upload, b"0" * 50, 0) == 10


def test_the_same_key_finds_how_far_it_came_and_another_size_begins_anew() -> None:
    entry = an_entry()
    upload = begun(entry)
    sent(upload, FILE[:100], 0)
    assert begun(entry).received == 100
    assert begun(entry, size=50).received == 0
    assert Upload.objects.count() == 1


def test_finishing_twice_makes_one_file() -> None:
    upload = begun(an_entry())
    sent(upload, FILE, 0)
    first = finished(upload)
    assert finished(Upload.objects.get()) == first
    assert Attachment.objects.count() == 1


def test_a_file_that_was_removed_can_be_sent_again() -> None:
    entry = an_entry()
    upload = begun(entry)
    sent(upload, FILE, 0)
    remove_attachment(finished(upload), by=entry.started_by, at=WHILE_OPEN)
    assert begun(entry).received == 0


def test_what_is_not_whole_is_not_finished_and_keeps_its_parts() -> None:
    upload = begun(an_entry())
    sent(upload, FILE[:100], 0)
    with pytest.raises(Refused, match="has not come whole"):
        finished(upload)
    assert Upload.objects.get().received == 100


def test_what_is_no_sound_file_is_thrown_away_with_its_parts() -> None:
    entry, before = an_entry(), stored_parts()
    upload = begun(entry, size=6)
    sent(upload, b"<html>", 0)
    with pytest.raises(Refused, match="cannot open this kind"):
        finished(upload)
    assert not Upload.objects.exists()
    assert not entry.evidence.exists()
    assert stored_parts() == before


def test_what_is_too_large_or_too_many_is_refused_before_a_byte_is_sent() -> None:
    entry = an_entry()
    with pytest.raises(Refused, match=r"The file is 50 MB\. It can be 25 MB at most\."):
        begun(entry, size=50 * 1024 * 1024)
    with pytest.raises(Refused, match="The file is empty"):
        begun(entry, size=0)
    entry.category.edition.most_files = 0
    with pytest.raises(Refused, match="takes no files"):
        begun(entry)
    entry.category.edition.most_files = 100
    for _ in range(MOST_AT_ONCE):
        begun(entry, key=new_identifier())
    with pytest.raises(Refused, match="Too many files"):
        begun(entry, key=new_identifier())


def test_only_who_may_write_sends_and_only_while_entries_are_open() -> None:
    entry = an_entry()
    upload = begun(entry)
    reader = a_contributor(entry, level=ContributorLevel.READ)
    for by, at in ((reader, WHILE_OPEN), (entry.started_by, AFTER_JUDGING)):
        with pytest.raises(Refused):
            add_part(upload, 0, io.BytesIO(FILE), by=by, at=at)
        with pytest.raises(Refused):
            finish_upload(upload, by=by, at=at)
        with pytest.raises(Refused):
            begin_upload(entry, "photo", name="a", size=3, key=KEY, by=by, at=at)


def test_what_never_came_whole_is_thrown_away_after_two_days() -> None:
    before = stored_parts()
    upload = begun(an_entry())
    sent(upload, FILE[:100], 0)
    assert purge_uploads(at=WHILE_OPEN + dt.timedelta(days=1)) == 0
    assert purge_uploads(at=WHILE_OPEN + dt.timedelta(days=3)) == 1
    assert not Upload.objects.exists()
    assert stored_parts() == before
