from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx.oxml.ns import qn

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.models import Answer, AnswerUpdate, Entry, UpdateSource
from plaudit.people.models import Person
from tests.factories.entries import an_entry
from tests.factories.programmes import WHILE_OPEN
from tests.sites.entrant.reading import hidden, page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
BEGUN = "We began small.\n\nThen we grew."


def ambition(entry: Entry) -> Answer:
    return entry.answers.select_related("criterion").get(criterion__criterion__name="Ambition")


def say(entry: Entry, text: str) -> None:
    answer = ambition(entry)
    by = entry.started_by
    save_answer(entry, answer.criterion, by=by, at=WHILE_OPEN, text=text, version=answer.version)


def changed(content: bytes, before: str, after: str) -> SimpleUploadedFile:
    document = docx.Document(io.BytesIO(content))
    for text in document.element.body.iter(qn("w:t")):
        text.text = (text.text or "").replace(before, after)
    kept = io.BytesIO()
    document.save(kept)
    return SimpleUploadedFile("form.docx", kept.getvalue())


def test_what_was_written_offline_is_reviewed_then_merged_with_what_others_wrote(
    signed_in: SignedIn,
) -> None:
    entry = an_entry()
    say(entry, BEGUN)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/word"
    offline = changed(browser.get(address).content, "small", "small, in one street")
    say(entry, BEGUN + " And others joined.")
    page = browser.post(f"{address}/upload/", {"file": offline})
    words = words_of(page)
    assert "Nothing is kept yet." in words
    assert "Both are kept: yours is merged into theirs." in words
    assert ambition(entry).text == BEGUN + " And others joined."
    (name,) = page_of(page).xpath("//main//textarea/@name")
    (text,) = page_of(page).xpath("//main//textarea")
    version = name.replace("text-", "version-")
    form = {name: text.text_content()[1:], version: hidden(page, version)}
    assert form[version] == "1"
    assert browser.post(f"{address}/answers", form)["Location"] == f"/entries/{entry.pk}/"
    merged = "We began small, in one street.\n\nThen we grew. And others joined."
    assert ambition(entry).text == merged
    assert AnswerUpdate.objects.order_by("-id")[0].source == UpdateSource.WORD


def test_an_unchanged_file_has_nothing_to_keep(signed_in: SignedIn) -> None:
    entry = an_entry()
    say(entry, BEGUN)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/word"
    file = SimpleUploadedFile("form.docx", browser.get(address).content)
    page = browser.post(f"{address}/upload/", {"file": file})
    assert "there is nothing to keep" in words_of(page)
    assert page_of(page).xpath("//main//form") == []


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(signed_in: SignedIn) -> None:
    entry, other = an_entry(), an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/word/upload/"
    theirs = signed_in(other.started_by).get(f"/entries/{other.pk}/word").content
    for content, reason in (
        (None, "Choose the Word file"),
        (b"no", "not a Word file"),
        (theirs, f"belongs to entry {other.reference}"),
    ):
        form = {"file": SimpleUploadedFile("a.docx", content)} if content else {}
        page = browser.post(address, form)
        assert page.status_code == 422
        assert reason in words_of(page)


def test_over_length_is_told_before_it_is_kept(signed_in: SignedIn) -> None:
    entry = an_entry()
    say(entry, BEGUN)
    entry.category.criteria.update(word_limit=5)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/word"
    offline = changed(browser.get(address).content, "small", "very small")
    words = words_of(browser.post(f"{address}/upload/", {"file": offline}))
    assert "7 of 5 words: 2 over" in words
    assert "shorten it before you submit" in words
