from __future__ import annotations

import pytest

from plaudit.entries.actions.attachment import attach_file, remove_attachment
from plaudit.entries.actions.evidence import MOST_EVIDENCE, remove_evidence
from plaudit.entries.actions.putting_back import put_back_evidence, put_back_photo
from plaudit.entries.attachments import photo_of
from plaudit.entries.models import Attachment, AttachmentKind, ContributorLevel, Entry
from plaudit.entries.taken_off import photos_taken_off, taken_off
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_contributor, an_entry
from tests.factories.evidence import a_measure
from tests.factories.files import a_photo
from tests.factories.programmes import WHILE_JUDGING, WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def test_what_was_taken_off_comes_back_under_its_number() -> None:
    entry = an_entry()
    one, two = a_measure(entry, "One"), a_measure(entry, "Two")
    remove_evidence(one, by=entry.started_by, at=WHILE_OPEN)
    assert [each.title for each in taken_off(entry)] == ["One"]
    for _ in range(2):
        put_back_evidence(one, by=entry.started_by, at=WHILE_OPEN)
    assert taken_off(entry) == []
    standing = entry.evidence.filter(removed_at=None).order_by("number")
    assert list(standing) == [one, two]


def test_nothing_comes_back_for_who_may_not_write_nor_after_closing_nor_beyond_the_room() -> None:
    entry = an_entry()
    piece = a_measure(entry, "One")
    remove_evidence(piece, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="You can read this entry"):
        put_back_evidence(
            piece, by=a_contributor(entry, level=ContributorLevel.READ), at=WHILE_OPEN
        )
    with pytest.raises(Refused, match="closed"):
        put_back_evidence(piece, by=entry.started_by, at=WHILE_JUDGING)
    for place in range(MOST_EVIDENCE):
        a_measure(entry, f"Measure {place}")
    with pytest.raises(Refused, match=f"{MOST_EVIDENCE} pieces"):
        put_back_evidence(piece, by=entry.started_by, at=WHILE_OPEN)
    assert taken_off(entry) == [piece]


def a_photo_of(entry: Entry) -> Attachment:
    return attach_file(entry, AttachmentKind.PHOTO, a_photo(), by=entry.started_by, at=WHILE_OPEN)


def test_a_photo_comes_back_and_takes_the_place_of_another() -> None:
    entry = an_entry()
    first, second = a_photo_of(entry), a_photo_of(entry)
    assert photos_taken_off(entry) == [first]
    for _ in range(2):
        put_back_photo(first, by=entry.started_by, at=WHILE_OPEN)
        assert photos_taken_off(entry) == [second]
    assert photo_of(entry) == first


def test_a_photo_comes_back_for_nobody_who_may_not_write_nor_after_closing() -> None:
    entry = an_entry()
    photo = a_photo_of(entry)
    remove_attachment(photo, by=entry.started_by, at=WHILE_OPEN)
    reader = a_contributor(entry, level=ContributorLevel.READ)
    for by, at in ((reader, WHILE_OPEN), (entry.started_by, WHILE_JUDGING)):
        with pytest.raises(Refused):
            put_back_photo(photo, by=by, at=at)
    assert photo_of(entry) is None
