from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from plaudit.entries.actions.answer import LONGEST_TEXT
from plaudit.entries.models import Answer, Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN
from tests.sites.entrant.reading import actions_of, hidden, page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
JSON = {"Accept": "application/json"}
LATE = CLOSES + dt.timedelta(seconds=1)


def first_answer(entry: Entry) -> Answer:
    return entry.answers.order_by("criterion__position").first()


def desk_of(answer: Answer) -> str:
    return f"/entries/{answer.entry_id}/answers/{answer.criterion_id}/"


def typed_in(response: object) -> list[str]:
    return [area.text_content() for area in page_of(response).xpath("//main//textarea")]


def test_the_desk_shows_prompts_anchors_and_the_other_criteria(signed_in: SignedIn) -> None:
    entry = an_entry(title="Warm homes")
    words = words_of(signed_in(entry.started_by).get(desk_of(first_answer(entry))))
    for text in (
        "Criterion 1 of 3 Ambition",
        "What was the need? What did you set out to change?",
        "10 Nothing to add.",
        "Ambition Not started Outcome Not started Involvement Not started",
        "Nobody has written here yet.",
    ):
        assert text in words


def test_a_plain_save_comes_back_with_the_time_of_the_commit(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    page = browser.get(desk_of(answer))
    assert f"{desk_of(answer)}text" in actions_of(page)
    form = {"text": "We began with 412 homes.", "version": hidden(page, "version")}
    response = browser.post(f"{desk_of(answer)}text", form)
    assert response["Location"] == desk_of(answer)
    words = words_of(browser.get(desk_of(answer)))
    assert "5 words" in words
    assert "Saved at 10:00." in words
    assert "Last saved by you, at 10:00." in words


def test_a_save_can_lead_on_to_the_next_criterion(signed_in: SignedIn) -> None:
    entry = an_entry()
    one, two, _ = entry.answers.order_by("criterion__position")
    browser = signed_in(entry.started_by)
    address = f"{desk_of(one)}text?then={two.criterion_id}"
    response = browser.post(address, {"text": "Words.", "version": 0})
    assert response["Location"] == desk_of(two)


def test_a_script_hears_what_was_saved(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer = first_answer(entry)
    answer.criterion.word_limit = 400
    answer.criterion.save()
    response = signed_in(entry.started_by).post(
        f"{desk_of(answer)}text", {"text": "Two words", "version": 0}, headers=JSON
    )
    assert response.status_code == 200
    assert response.json() == {
        "saved": True,
        "version": 1,
        "saved_at": "2027-02-01T10:00:00Z",
        "saved_at_text": "10:00",
        "words": 2,
        "limit": 400,
    }


def test_two_people_get_both_texts_and_three_choices(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, other = first_answer(entry), a_contributor(entry)
    other.name = "Sam Reed"
    other.save()
    address = f"{desk_of(answer)}text"
    signed_in(other).post(address, {"text": "Theirs <b>", "version": 0})
    browser = signed_in(entry.started_by)
    page = browser.post(address, {"text": "Mine & more", "version": 0})
    assert page.status_code == 409
    assert typed_in(page) == ["\nMine & more", "\nTheirs <b>", "\nTheirs <b>\n\nMine & more"]
    assert "Sam Reed saved this answer at 10:00" in words_of(page)
    response = browser.post(address, {"text": "Mine & more", "version": hidden(page, "version")})
    assert response.status_code == 302
    answer.refresh_from_db()
    assert answer.text == "Mine & more"
    assert "Theirs <b>" in words_of(browser.get(f"{desk_of(answer)}earlier/"))


def test_a_script_gets_the_other_text(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, other = first_answer(entry), a_contributor(entry)
    address = f"{desk_of(answer)}text"
    signed_in(other).post(address, {"text": "Theirs", "version": 0})
    response = signed_in(entry.started_by).post(
        address, {"text": "Mine", "version": 0}, headers=JSON
    )
    assert response.status_code == 409
    conflict = {"version": 1, "text": "Theirs", "by": other.display_name, "at_text": "10:00"}
    assert response.json() == {"saved": False, "conflict": conflict}


def test_a_conflict_with_oneself_says_so_to_a_script(signed_in: SignedIn) -> None:
    entry = an_entry()
    address, browser = f"{desk_of(first_answer(entry))}text", signed_in(entry.started_by)
    browser.post(address, {"text": "In one window", "version": 0})
    response = browser.post(address, {"text": "In another", "version": 0}, headers=JSON)
    assert response.json()["conflict"]["by"] == "You"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "١"])
def test_a_form_without_a_sound_version_overwrites_nothing(
    signed_in: SignedIn, version: str
) -> None:
    entry = an_entry()
    answer = first_answer(entry)
    response = signed_in(entry.started_by).post(
        f"{desk_of(answer)}text", {"text": "Mine", "version": version}
    )
    assert response.status_code == 409
    assert "\nMine" in typed_in(response)


def test_after_closing_the_typed_text_comes_back_with_the_reason(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    address, form = f"{desk_of(answer)}text", {"text": "Too late by a second", "version": 0}
    with frozen_at(CLOSES):
        assert browser.post(address, {"text": "In time", "version": 0}).status_code == 302
    with frozen_at(LATE):
        page = browser.post(address, form)
        answered = browser.post(address, form, headers=JSON)
        desk = browser.get(desk_of(answer))
    reason = "Entries closed at 5pm on Friday 12 March 2027 (UK time)."
    assert (page.status_code, answered.status_code) == (403, 403)
    assert reason in words_of(page)
    assert "\nToo late by a second" in typed_in(page)
    assert answered.json() == {
        "saved": False,
        "signed_out": False,
        "closed": True,
        "reason": reason,
    }
    assert typed_in(desk) == ["\nIn time"]
    assert actions_of(desk) == set()


def test_a_reader_reads_and_cannot_write(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, reader = first_answer(entry), a_contributor(entry, level="read")
    browser = signed_in(reader)
    assert actions_of(browser.get(desk_of(answer))) == set()
    address, form = f"{desk_of(answer)}text", {"text": "x", "version": 0}
    assert browser.post(address, form).status_code == 403
    answered = browser.post(address, form, headers=JSON)
    assert (answered.status_code, answered.json()["closed"]) == (403, False)


def test_signed_out_in_the_middle_nothing_typed_is_lost(client: Client) -> None:
    answer = first_answer(an_entry())
    address, form = f"{desk_of(answer)}text", {"text": "An hour of work", "version": 0}
    page = client.post(address, form)
    assert page.status_code == 401
    assert "\nAn hour of work" in typed_in(page)
    answered = client.post(address, form, headers=JSON)
    assert (answered.status_code, answered.json()["saved"]) == (401, False)
    strict = Client(enforce_csrf_checks=True).post(address, form, headers=JSON)
    assert (strict.status_code, strict.json()["signed_out"]) == (403, True)
    desk = client.get(desk_of(answer))
    assert desk["Location"] == f"/sign-in/?next={quote(desk_of(answer), safe='')}"


def test_a_text_beyond_the_cap_is_refused_and_given_back(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    form = {"text": "x" * (LONGEST_TEXT + 1), "version": 0}
    page = browser.post(f"{desk_of(answer)}text", form)
    assert page.status_code == 413
    assert "x" * (LONGEST_TEXT + 1) in page.content.decode()
    answered = browser.post(f"{desk_of(answer)}text", form, headers=JSON)
    assert answered.status_code == 413
    assert "200,001 characters" in answered.json()["reason"]


@pytest.mark.parametrize(
    "text", ["\nbegins with an empty line", "</textarea><script>x</script>", "  two  "]
)
def test_the_desk_gives_back_exactly_what_was_saved(signed_in: SignedIn, text: str) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    browser.post(f"{desk_of(answer)}text", {"text": text, "version": 0})
    assert typed_in(browser.get(desk_of(answer))) == [f"\n{text}"]


def test_earlier_versions_name_who_and_when(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    assert "Nothing has been written yet" in words_of(browser.get(f"{desk_of(answer)}earlier/"))
    browser.post(f"{desk_of(answer)}text", {"text": "First", "version": 0})
    with frozen_at(WHILE_OPEN + dt.timedelta(hours=1)):
        browser.post(f"{desk_of(answer)}text", {"text": "Second", "version": 1})
        words = words_of(browser.get(f"{desk_of(answer)}earlier/"))
    assert words.index("Second") < words.index("First")
    assert f"10am on Monday 1 February 2027 (UK time), {entry.started_by.name}" in words


def test_the_desk_and_a_save_cost_few_queries(
    signed_in: SignedIn, django_assert_num_queries: Callable[..., object]
) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    browser.post(f"{desk_of(answer)}text", {"text": "One", "version": 0})
    with django_assert_num_queries(2):  # session, desk
        browser.get(desk_of(answer))
    with django_assert_num_queries(6):  # session, answer; a savepoint's two; lock, write
        browser.post(f"{desk_of(answer)}text", {"text": "One two", "version": 1}, headers=JSON)
