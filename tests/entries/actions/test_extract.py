from __future__ import annotations

import io

import pytest
from pytest_django import Settings

from plaudit.entries.actions.extract import extract_waiting_files
from plaudit.entries.intake import extracting
from plaudit.entries.models import Extract
from tests.entries.actions.test_attachment import attached
from tests.factories.entries import an_entry
from tests.factories.files import (
    a_document,
    a_pdf,
    a_photo,
    a_presentation,
    a_workbook,
)
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("file", "pages"),
    [
        (a_pdf(["Falls by month", "The method"]), ["Falls by month", "The method"]),
        (a_document("Thank you", "all of you"), ["Thank you\nall of you"]),
        (a_workbook([["Month", "Falls"], ["May", 12]]), ["Falls\nMonth\tFalls\nMay\t12"]),
        (a_presentation("One", "Two"), ["One", "Two"]),
        (a_photo("PNG"), []),
    ],
)
def test_words_are_read_once_page_by_page(file: io.BytesIO, pages: list[str]) -> None:
    attached(an_entry(), file)
    assert extract_waiting_files(at=WHILE_OPEN) == 1
    assert extract_waiting_files(at=WHILE_OPEN) == 0
    extract = Extract.objects.get()
    assert ([page.strip() for page in extract.pages], extract.note) == (pages, "")


def test_what_identifies_a_patient_is_kept_masked_with_its_page() -> None:
    attached(an_entry(), a_pdf(["Nothing here", "NHS number 999 000 0018"]))
    extract_waiting_files(at=WHILE_OPEN)
    assert Extract.objects.get().findings == [
        {"page": 2, "kind": "nhs_number", "masked": "9•• ••• ••18"}
    ]


def test_a_long_file_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "MOST_PAGES", 2)
    attached(an_entry(), a_pdf(["One", "Two", "Three"]))
    extract_waiting_files(at=WHILE_OPEN)
    extract = Extract.objects.get()
    assert ([page.strip() for page in extract.pages], extract.note) == (
        ["One", "Two"],
        extracting.CUT,
    )


def test_a_file_that_is_gone_is_noted_and_not_tried_again(settings: Settings) -> None:
    file = attached(an_entry(), a_pdf())
    file.file.storage.delete(file.file.name)
    extract_waiting_files(at=WHILE_OPEN)
    assert Extract.objects.get().note == extracting.UNREADABLE


def test_a_child_process_reads_the_words(settings: Settings) -> None:
    settings.CONFINE_FILES = True
    attached(an_entry(), a_pdf(["Falls by month"]))
    extract_waiting_files(at=WHILE_OPEN)
    assert [page.strip() for page in Extract.objects.get().pages] == ["Falls by month"]
