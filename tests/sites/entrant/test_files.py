from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from plaudit.people.models import Person
from tests.entries.test_uploads import a_pdf, a_photo
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_a_photo_and_a_document_are_added_shown_and_removed(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    photo = SimpleUploadedFile("Our street.png", a_photo("PNG").read())
    document = SimpleUploadedFile("outcomes.pdf", a_pdf(3).read())
    assert browser.post(f"{address}photo", {"photo": photo})["Location"] == address
    assert browser.post(f"{address}evidence", {"evidence": document})["Location"] == address
    words = words_of(browser.get(address))
    assert "Our street.png" in words
    assert "outcomes.pdf 3 pages" in words
    for file in entry.attachments.all():
        browser.post(f"{address}{file.pk}/removal")
    assert "outcomes.pdf" not in words_of(browser.get(address))


@pytest.mark.parametrize(
    ("kind", "name", "content", "reason"),
    [
        ("photo", "a.jpg", b"%PDF-1.7", "Send a JPEG, PNG or WebP file."),
        ("photo", "a.jpg", b"", "The photo is empty."),
        ("evidence", "a.pdf", b"PK\x03\x04", "This is not a PDF."),
        ("evidence", "a.pdf", a_pdf(password="x").getvalue(), "locked with a password"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(
    signed_in: SignedIn, kind: str, name: str, content: bytes, reason: str
) -> None:
    entry = an_entry()
    file = SimpleUploadedFile(name, content)
    page = signed_in(entry.started_by).post(f"/entries/{entry.pk}/files/{kind}", {kind: file})
    assert page.status_code == 422
    assert reason in words_of(page)


def test_no_file_chosen_is_said_plainly(signed_in: SignedIn) -> None:
    entry = an_entry()
    page = signed_in(entry.started_by).post(f"/entries/{entry.pk}/files/evidence", {})
    assert "Choose a PDF first." in words_of(page)


def test_a_download_cannot_act_and_keeps_its_name(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    file = SimpleUploadedFile("Ergebnisse “2027” 😀.png", a_photo("PNG").read())
    browser.post(f"/entries/{entry.pk}/files/photo", {"photo": file})
    attachment = entry.attachments.get()
    response = browser.get(f"/entries/{entry.pk}/files/{attachment.pk}")
    content = b"".join(response.streaming_content)
    assert Image.open(io.BytesIO(content)).format == "JPEG"
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''Ergebnisse")
    assert response["Content-Disposition"].endswith(".jpg")
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


def test_only_those_who_work_on_the_entry_download_its_files(signed_in: SignedIn) -> None:
    entry, other = an_entry(), an_entry()
    browser = signed_in(entry.started_by)
    browser.post(
        f"/entries/{entry.pk}/files/evidence",
        {"evidence": SimpleUploadedFile("a.pdf", a_pdf().read())},
    )
    file = entry.attachments.get().pk
    reader = a_contributor(entry, level="read")
    assert signed_in(reader).get(f"/entries/{entry.pk}/files/{file}").status_code == 200
    assert signed_in(a_person()).get(f"/entries/{entry.pk}/files/{file}").status_code == 404
    by_another_door = signed_in(other.started_by).get(f"/entries/{other.pk}/files/{file}")
    assert by_another_door.status_code == 404
