"""Sending a file in parts, as the script of the files page does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from plaudit.entries.models import Upload
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.files import a_pdf
from tests.factories.people import a_person
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
FILE = a_pdf(3).getvalue()
JSON = {"Accept": "application/json"}


def announced(browser: Client, entry: Any, **more: Any) -> Any:
    told = {
        "kind": "evidence",
        "name": "falls.pdf",
        "size": len(FILE),
        "title": "Falls by month",
        "key": new_identifier(),
    }
    return browser.post(f"/entries/{entry.pk}/files/uploads", told | more, headers=JSON)


def part(browser: Client, address: str, content: bytes, offset: object) -> Any:
    return browser.post(
        f"{address}?offset={offset}",
        content,
        content_type="application/octet-stream",
        headers=JSON,
    )


def test_a_file_comes_in_parts_and_goes_on_where_it_broke_off(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, key = signed_in(entry.started_by), new_identifier()
    standing = announced(browser, entry, key=key).json()
    assert part(browser, standing["parts"], FILE[:300], 0).json()["received"] == 300
    assert "On their way" in words_of(browser.get(f"/entries/{entry.pk}/files/"))
    again = announced(browser, entry, key=key).json()
    assert (again["received"], again["parts"]) == (300, standing["parts"])
    for offset in ("0", "999", "x", "-5", ""):
        assert part(browser, standing["parts"], b"other", offset).json()["received"] == 300
    part(browser, standing["parts"], FILE[300:], 300)
    finished = browser.post(standing["file"], headers=JSON)
    assert (finished.status_code, finished.json()["arrived"]) == (200, True)
    assert "E1 Falls by month falls.pdf 3 pages" in words_of(
        browser.get(f"/entries/{entry.pk}/files/")
    )


def test_what_is_wrong_is_said_in_words(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    large = announced(browser, entry, size=50 * 1024 * 1024)
    assert large.status_code == 422
    assert large.json()["reason"].startswith("The file is 50 MB. It can be 25 MB at most.")
    assert announced(browser, entry, kind="program").status_code == 422
    standing = announced(browser, entry, size=6).json()
    part(browser, standing["parts"], b"<html>", 0)
    refused = browser.post(standing["file"], headers=JSON)
    assert refused.status_code == 422
    assert refused.json()["reason"].startswith("Judges cannot open this kind of file.")
    gone = announced(browser, entry, evidence=new_identifier())
    assert "has been removed" in gone.json()["reason"]


def test_nobody_reaches_what_another_sends(signed_in: SignedIn) -> None:
    entry = an_entry()
    standing = announced(signed_in(entry.started_by), entry).json()
    colleague = signed_in(a_contributor(entry, level="write"))
    for browser in (colleague, signed_in(a_person())):
        assert part(browser, standing["parts"], FILE, 0).status_code == 404
        assert browser.post(standing["file"], headers=JSON).status_code == 404
        assert browser.post(standing["removal"], headers=JSON).status_code == 404
    reader = signed_in(a_contributor(entry, level="read"))
    assert announced(reader, entry).status_code == 403


def test_a_file_is_given_up_with_or_without_a_script(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    standing = announced(browser, entry).json()
    assert browser.post(standing["removal"], headers=JSON).json() == {"removed": True}
    standing = announced(browser, entry).json()
    answer = browser.post(standing["removal"])
    assert answer["Location"] == f"/entries/{entry.pk}/files/"
    assert not Upload.objects.exists()


def test_who_is_signed_out_is_told_so(signed_in: SignedIn) -> None:
    entry = an_entry()
    assert announced(Client(), entry).json()["signed_out"]
