"""Files that cannot be read are refused at once, in words for a person; big pages stay quick."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import pytest

from plaudit.programmes.brief import UnreadableBrief, read_brief


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04broken", "damaged"),
        (b"{\\rtf1 hello}", ".rtf"),
        (b"MZ\x00\x01\x02", "not text"),
    ],
)
def test_a_file_that_is_not_a_page_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableBrief, match=word):
        read_brief(data)


@pytest.mark.parametrize(
    "data", [b"Half a sentence of somebody", b"\x14\x00\x06\x00\x08\x00", b"\x93\xfa\xb1 ", b""]
)
def test_what_is_called_a_word_file_and_is_none_is_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableBrief, match="damaged"):
        read_brief(data, filename="Awards.DOCX")


def test_a_page_of_text_is_read_whatever_it_is_called() -> None:
    page = b"Best Bridge Award\n\nEligibility\n\nOpen to all.\n\nPurpose\n\n- What did you join?\n"
    assert [one.name for one in read_brief(page, filename="page.docx").categories] == [
        "Best Bridge Award"
    ]


def test_a_zip_that_is_not_a_word_file_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(UnreadableBrief):
        read_brief(buffer.getvalue())


def test_a_huge_file_is_refused_at_once() -> None:
    started = time.process_time()
    with pytest.raises(UnreadableBrief, match="too big"):
        read_brief(b"x" * 51_000_000)
    assert time.process_time() - started < 1


def test_a_hundred_thousand_lines_are_read_in_seconds_and_the_cut_is_told() -> None:
    page = "Best Thing Award\n\nCriteria\n" + "• How did you do it?\n" * 100_000
    started = time.process_time()
    brief = read_brief(page)
    assert time.process_time() - started < 10
    assert len(brief.lines) == 100_003
    assert "only its first part was read" in " ".join(brief.warnings)


def test_an_empty_file_gives_no_categories_and_a_warning() -> None:
    brief = read_brief(b"")
    assert (brief.categories, brief.warnings) == ((), ("The file is empty.",))
