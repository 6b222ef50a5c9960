from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.models import ContributorLevel, Entry, HintDismissal, PromptTick
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN
from tests.sites.entrant.reading import actions_of, hidden, page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
JSON = {"headers": {"accept": "application/json"}}


def written(text: str) -> tuple[Entry, str]:
    entry = an_entry()
    criterion = entry.category.criteria.get(criterion__name="Outcome")
    save_answer(entry, criterion, by=entry.started_by, at=WHILE_OPEN, text=text, version=0)
    return entry, f"/entries/{entry.pk}/answers/{criterion.pk}/"


def test_the_page_shows_patients_first_then_hints_which_can_be_put_away(
    signed_in: SignedIn,
) -> None:
    entry, address = written("Our MDT wrote to 943 476 5919. Waits improved.")
    browser = signed_in(entry.started_by)
    words = words_of(browser.get(f"{address}hints/"))
    assert words.index("NHS number") < words.index("MDT stands for") < words.index("by how much")
    page = browser.get(f"{address}hints/")
    form = {"fingerprint": hidden(page, "fingerprint")}
    assert browser.post(f"{address}hints/dismissals", form)["Location"] == f"{address}hints/"
    browser.post(f"{address}hints/dismissals", form)
    assert HintDismissal.objects.count() == 1
    words = words_of(browser.get(f"{address}hints/"))
    assert "MDT stands for" not in words
    assert "NHS number" in words
    assert "One hint was put away." in words
    browser.post(f"{address}hints/restoration")
    assert "MDT stands for" in words_of(browser.get(f"{address}hints/"))


def test_a_script_asks_about_unsaved_words_and_nothing_is_kept(signed_in: SignedIn) -> None:
    entry, address = written("")
    text = "😀 Our MDT met."
    said = signed_in(entry.started_by).post(f"{address}hints/", {"text": text}, **JSON).json()  # type: ignore[arg-type]
    (hint,) = said["hints"]
    assert (hint["quote"], hint["start"], hint["end"]) == ("MDT", 7, 10)
    assert said["patient"] == []
    assert entry.answers.get(criterion__criterion__name="Outcome").text == ""


def test_who_reads_sees_hints_but_puts_none_away(signed_in: SignedIn) -> None:
    entry, address = written("Our MDT met.")
    browser = signed_in(a_contributor(entry, level=ContributorLevel.READ))
    page = browser.get(f"{address}hints/")
    assert "MDT stands for" in words_of(page)
    assert actions_of(page) == set()
    assert browser.post(f"{address}hints/dismissals", {"fingerprint": "a" * 24}).status_code == 403


def test_prompts_are_ticked_for_all_who_write(signed_in: SignedIn) -> None:
    entry, address = written("Fewer fell.")
    colleague = a_contributor(entry)
    (prompt,) = entry.category.criteria.get(criterion__name="Outcome").prompts.all()
    browser = signed_in(colleague)
    form = {"prompt": [str(prompt.pk), "no-such-thing", str(entry.pk)]}
    assert browser.post(f"{address}prompts", form)["Location"] == address
    assert [(each.prompt, each.by) for each in PromptTick.objects.all()] == [(prompt, colleague)]
    page = signed_in(entry.started_by).get(address)
    assert f"{prompt.text} {colleague.name}" in words_of(page)
    browser.post(f"{address}prompts", {})
    assert not PromptTick.objects.exists()


def test_without_scripts_the_words_are_saved_with_the_ticks(signed_in: SignedIn) -> None:
    entry, address = written("Fewer fell.")
    (prompt,) = entry.category.criteria.get(criterion__name="Outcome").prompts.all()
    browser = signed_in(entry.started_by)
    page = page_of(browser.get(address))
    (form,) = page.xpath("//form[@id='answer-form']")
    ours = "//*[@form='answer-form']"
    assert page.xpath(f"{ours}[@type='checkbox']/@value") == [str(prompt.pk)]
    assert page.xpath(f"{ours}[self::button]/@name") == ["ticks"]
    sent = dict(form.form_values()) | {"text": "Fewer fell in winter.", "prompt": [str(prompt.pk)]}
    browser.post(form.get("action"), sent)
    assert not PromptTick.objects.exists(), "Save leaves the ticks as colleagues have set them"
    sent |= {"text": "Fewer fell in any winter.", "version": "2", "ticks": "kept"}
    assert browser.post(form.get("action"), sent)["Location"] == address
    assert [each.prompt for each in PromptTick.objects.all()] == [prompt]
    assert "Fewer fell in any winter." in words_of(browser.get(address))


def test_ticks_that_come_too_late_are_refused_in_words(signed_in: SignedIn) -> None:
    entry, address = written("Fewer fell.")
    (prompt,) = entry.category.criteria.get(criterion__name="Outcome").prompts.all()
    browser, form = signed_in(entry.started_by), {"prompt": [str(prompt.pk)]}
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        page = browser.post(f"{address}prompts", form)
        answered = browser.post(f"{address}prompts", form, **JSON)
    reason = "Your ticks were not kept. Entries closed at 5pm on Friday 12 March 2027 (UK time)."
    assert (page.status_code, answered.status_code) == (403, 403)
    assert f"Entries have closed {reason}" in words_of(page)
    assert page_of(page).xpath("//main//a/@href") == [address]
    assert answered.json()["reason"] == reason
    assert not PromptTick.objects.exists()


def test_ticks_before_entries_open_are_not_called_late(signed_in: SignedIn) -> None:
    entry, address = written("Fewer fell.")
    with frozen_at(entry.category.edition.opens_at - dt.timedelta(days=1)):
        page = signed_in(entry.started_by).post(f"{address}prompts", {})
    assert "That could not be done Your ticks were not kept. Entries open at" in words_of(page)


def test_ticks_of_a_reader_are_refused_in_words(signed_in: SignedIn) -> None:
    entry, address = written("Fewer fell.")
    browser = signed_in(a_contributor(entry, level=ContributorLevel.READ))
    page = browser.post(f"{address}prompts", {})
    assert page.status_code == 403
    assert "That could not be done Your ticks were not kept." in words_of(page)
