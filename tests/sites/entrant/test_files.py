from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from plaudit.entries.actions.extract import extract_waiting_files
from plaudit.kit import uploading
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.files import a_pdf, a_photo
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN
from tests.sites.entrant.reading import actions_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_a_photo_and_a_document_are_added_shown_and_removed(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    photo = SimpleUploadedFile("Our street.png", a_photo("PNG").read())
    document = SimpleUploadedFile("outcomes.pdf", a_pdf(3).read())
    for part, field, file in (("photo", "photo", photo), ("evidence", "evidence", document)):
        sent = browser.post(f"{address}{part}", {field: file})
        assert sent["Location"] == f"{address}?said=file"
    words = words_of(browser.get(address))
    assert "Our street.png" in words
    assert "outcomes.pdf 3 pages" in words
    for file in entry.attachments.all():
        browser.post(f"{address}{file.pk}/removal")
    assert "outcomes.pdf" not in words_of(browser.get(address))
    piece = entry.evidence.get()
    back = f"/entries/{entry.pk}/evidence/{piece.pk}/return"
    assert back in actions_of(browser.get(address))
    assert browser.post(back)["Location"] == f"{address}?said=evidence-back"
    assert "outcomes.pdf 3 pages" in words_of(browser.get(address))
    assert list(entry.attachments.filter(removed_at=None).values_list("evidence", flat=True)) == [
        piece.pk
    ]


@pytest.mark.parametrize(
    ("kind", "name", "content", "reason"),
    [
        ("photo", "a.jpg", b"%PDF-1.7", "Send a JPEG, PNG or WebP file."),
        ("photo", "a.jpg", b"", "The photo is empty."),
        ("evidence", "a.pdf", b"PK\x03\x04", "This file is damaged"),
        ("evidence", "a.docx", b"<html>", "Judges cannot open this kind of file. Send PDF, Word"),
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
    assert "Choose a file first." in words_of(page)


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


def test_several_files_at_once_are_added_each_for_itself(signed_in: SignedIn) -> None:
    entry = an_entry()
    page = signed_in(entry.started_by).post(
        f"/entries/{entry.pk}/files/evidence",
        {
            "evidence": [
                SimpleUploadedFile("falls.pdf", a_pdf(2).read()),
                SimpleUploadedFile("virus.exe", b"MZ\x90"),
                SimpleUploadedFile("chart.png", a_photo("PNG").read()),
            ]
        },
    )
    assert page.status_code == 422
    words = words_of(page)
    assert "“virus.exe” was not added. Judges cannot open this kind of file." in words
    assert "E1 falls falls.pdf 2 pages" in words
    assert [piece.title for piece in entry.evidence.all()] == ["falls", "chart"]


def test_a_file_is_replaced_and_renamed_under_its_number(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    first = {"title": "Falls", "evidence": SimpleUploadedFile("a.pdf", a_pdf().read())}
    browser.post(f"{address}evidence", first)
    piece = entry.evidence.get()
    second = {"file": SimpleUploadedFile("b.pdf", a_pdf(4).read())}
    browser.post(f"{address}evidence/{piece.pk}/file", second)
    browser.post(f"{address}evidence/{piece.pk}/title", {"title": "Falls by month"})
    words = words_of(browser.get(address))
    assert "E1 Falls by month b.pdf 4 pages" in words
    wrong = browser.post(
        f"{address}evidence/{piece.pk}/file", {"file": SimpleUploadedFile("c.pdf", b"nothing")}
    )
    assert wrong.status_code == 422
    assert "E1 Falls by month b.pdf 4 pages" in words_of(wrong)
    stranger = an_entry()
    by_another_door = signed_in(stranger.started_by).post(
        f"/entries/{stranger.pk}/files/evidence/{piece.pk}/title", {"title": "Mine"}
    )
    assert by_another_door.status_code == 404


def test_a_pdf_is_read_in_the_browser_and_anything_else_is_a_download(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    files = [
        SimpleUploadedFile("a.pdf", a_pdf().read()),
        SimpleUploadedFile("b.png", a_photo("PNG").read()),
    ]
    browser.post(f"{address}evidence", {"evidence": files})
    pdf, picture = entry.attachments.order_by("added_at")
    shown = browser.get(f"{address}{pdf.pk}/reading")
    assert shown["Content-Disposition"].startswith("inline")
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert shown["X-Content-Type-Options"] == "nosniff"
    saved = browser.get(f"{address}{picture.pk}/reading")
    assert saved["Content-Disposition"].startswith("attachment")
    assert saved["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    ("asked", "status", "span"),
    [
        ("bytes=0-9", 206, slice(0, 10)),
        ("bytes=10-", 206, slice(10, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=0-99999999", 200, slice(None)),
        ("bytes=99999999-", 416, slice(0, 0)),
        ("bytes=-0", 416, slice(0, 0)),
        ("bytes=5-2", 416, slice(0, 0)),
        ("lines=1-2", 200, slice(None)),
        ("bytes=0-1,4-5", 200, slice(None)),
    ],
)
def test_part_of_a_file_is_sent_when_asked_for(
    signed_in: SignedIn, asked: str, status: int, span: slice
) -> None:
    entry, content = an_entry(), a_pdf(2).getvalue()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    browser.post(f"{address}evidence", {"evidence": SimpleUploadedFile("a.pdf", content)})
    file = entry.attachments.get()
    for path in (f"{address}{file.pk}", f"{address}{file.pk}/reading"):
        response = browser.get(path, headers={"Range": asked})
        assert response.status_code == status
        sent = b"".join(response.streaming_content) if response.streaming else response.content
        assert sent == content[span]
        if status == 206:
            first = len(content[: span.start]) if (span.start or 0) >= 0 else len(content) - 5
            last = first + len(sent) - 1
            assert response["Content-Range"] == f"bytes {first}-{last}/{len(content)}"


@pytest.mark.parametrize(
    ("scan", "told"),
    [("checking", "is being checked for viruses"), ("infected", "A virus was found in this file")],
)
def test_what_is_held_is_opened_by_nobody(signed_in: SignedIn, scan: str, told: str) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    browser.post(f"{address}evidence", {"evidence": SimpleUploadedFile("a.pdf", a_pdf().read())})
    entry.attachments.update(scan=scan)
    file = entry.attachments.get()
    for path in (f"{address}{file.pk}", f"{address}{file.pk}/reading"):
        page = browser.get(path)
        assert page.status_code == 403
        assert told in words_of(page)
    assert str(file.pk) + "/reading" not in browser.get(address).content.decode()


def test_a_file_larger_than_any_page_takes_is_dropped_while_it_comes(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploading, "LARGEST_ANYWHERE", 100_000)
    entry = an_entry()
    file = SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * 300_000)
    for kind in ("photo", "evidence"):
        file.seek(0)
        page = signed_in(entry.started_by).post(f"/entries/{entry.pk}/files/{kind}", {kind: file})
        assert page.status_code == 422
        assert "far too large" in words_of(page)


def test_a_photo_taken_off_or_replaced_can_be_put_back(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    for name in ("First.png", "Second.png"):
        upload = SimpleUploadedFile(name, a_photo("PNG").read())
        browser.post(f"{address}photo", {"photo": upload})
    first, second = entry.attachments.order_by("added_at", "name")
    browser.post(f"{address}{second.pk}/removal")
    backs = [f"{address}{photo.pk}/return" for photo in (first, second)]
    assert set(backs) <= actions_of(browser.get(address))
    for photo, back in zip((first, second), backs, strict=True):
        page = browser.post(back, follow=True)
        assert "The photo is back." in words_of(page)
        assert back not in actions_of(page)
        assert entry.attachments.get(removed_at=None) == photo
    browser.post(f"{address}{second.pk}/return")
    assert entry.attachments.get(removed_at=None) == second


def test_a_strangers_photo_and_a_piece_of_evidence_are_no_photos_to_put_back(
    signed_in: SignedIn,
) -> None:
    own, other = an_entry(), an_entry()
    browser, address = signed_in(own.started_by), f"/entries/{own.pk}/files/"
    document = SimpleUploadedFile("outcomes.pdf", a_pdf(1).read())
    browser.post(f"{address}evidence", {"evidence": document})
    photo = SimpleUploadedFile("Theirs.png", a_photo("PNG").read())
    signed_in(other.started_by).post(f"/entries/{other.pk}/files/photo", {"photo": photo})
    for file in (own.attachments.get(), other.attachments.get()):
        assert browser.post(f"{address}{file.pk}/return").status_code == 404


def test_what_may_identify_a_patient_is_pointed_out_below_its_file(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/files/"
    for name, words in (("quiet.pdf", "Ring 01632 960000"), ("notes.pdf", "MRN 1234567")):
        file = SimpleUploadedFile(name, a_pdf([words]).read())
        browser.post(f"{address}evidence", {"evidence": file})
    extract_waiting_files(at=WHILE_OPEN)
    told = words_of(browser.get(address))
    assert told.count("Take it out and replace the file.") == 1
    assert "Page 1 of E2 holds 1••••67, which looks like a hospital or record number." in told
