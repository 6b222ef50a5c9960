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
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
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
    (changes,) = page_of(page).xpath("//*[@class='pl-differences']")
    assert changes.xpath("./ins/text()") == ["small, in one street."]
    assert changes.xpath("./del/text()") == ["small."]
    assert "What Ambition says now We began small. Then we grew. And others joined." in words
    for _ in range(2):  # a second click sends it again
        kept = browser.post(f"{address}/answers", form)
        assert kept["Location"] == f"/entries/{entry.pk}/?kept=word"
        told = "The text of your Word file is saved. Ambition: 4 words added, 1 removed; now "
        assert told in words_of(browser.get(kept["Location"]))
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


def keep(browser: Client, address: str, file: SimpleUploadedFile) -> str:
    """Upload the file, keep what the review shows, and return the review's words."""
    page = browser.post(f"{address}/upload/", {"file": file})
    names = [str(name) for name in page_of(page).xpath("//main//textarea/@name")]
    texts = [area.text_content()[1:] for area in page_of(page).xpath("//main//textarea")]
    form = dict(zip(names, texts, strict=True))
    for name in names:
        version = name.replace("text-", "version-")
        form[version] = hidden(page, version)
    if form:
        assert browser.post(f"{address}/answers", form).status_code == 302
    return words_of(page)


def test_the_same_file_uploaded_again_after_more_work_does_not_double_what_it_said(
    signed_in: SignedIn,
) -> None:
    entry, colleague = an_entry(), a_person("Ada")
    say(entry, "TBC")
    a_contributor(entry, colleague)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/word"
    form = browser.get(address).content
    first = "We met every week on the ward, and two falls in three no longer happen."
    keep(browser, address, changed(form, "TBC", first))
    assert ambition(entry).text == first
    assert "nothing to keep" in keep(browser, address, changed(form, "TBC", first))
    say(entry, f"{first} A patient joined us.")
    later = "Since May we met every week on the ward, and two falls in three no longer happen now."
    said = keep(signed_in(colleague), address, changed(form, "TBC", later))
    assert "Both are kept" in said
    assert ambition(entry).text == f"{later} A patient joined us."


def test_two_files_from_one_download_are_both_kept(signed_in: SignedIn) -> None:
    entry = an_entry()
    say(entry, "TBC")
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/word"
    form = browser.get(address).content
    one, other = "Nurses began it in one street.", "Six partners share the cost of a van."
    keep(browser, address, changed(form, "TBC", one))
    keep(browser, address, changed(form, "TBC", other))
    assert one in ambition(entry).text
    assert other in ambition(entry).text
