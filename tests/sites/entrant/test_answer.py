from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from plaudit.entries.actions.answer import LONGEST_TEXT
from plaudit.entries.actions.submission import withdraw_entry
from plaudit.entries.models import Answer, Entry, Extension
from plaudit.entries.tokens import read_token
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
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


@pytest.mark.parametrize(
    ("browser", "is_open"),
    [
        ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", False),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148", False),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0", True),
        ("", True),
    ],
    ids=["android", "iphone", "desk", "unnamed"],
)  # fmt: skip
def test_on_a_phone_the_page_begins_with_the_words(
    signed_in: SignedIn, browser: str, is_open: bool
) -> None:
    entry = an_entry()
    client = signed_in(entry.started_by)
    response = client.get(desk_of(first_answer(entry)), headers={"User-Agent": browser})
    prompts = page_of(response).xpath("//details[contains(., 'What to write about')]")
    assert [each.get("open") is not None for each in prompts] == [is_open]


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


def test_two_people_keep_both_their_words(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, other = first_answer(entry), a_contributor(entry)
    other.name = "Sam Reed"
    other.save()
    address = f"{desk_of(answer)}text"
    signed_in(other).post(address, {"text": "Theirs <b>.", "version": 0})
    browser = signed_in(entry.started_by)
    response = browser.post(address, {"text": "Mine & more.", "version": 0})
    assert response["Location"] == f"{desk_of(answer)}?joined=0"
    page = browser.get(response["Location"])
    (text,) = typed_in(page)
    assert text.strip() in {"Theirs <b>. Mine & more.", "Mine & more. Theirs <b>."}
    assert "Sam Reed’s changes were joined with yours. Nothing was lost." in words_of(page)
    assert "Theirs <b>." in words_of(browser.get(f"{desk_of(answer)}earlier/"))


@pytest.mark.parametrize("joined", ["", "x", "-1", "9" * 30, "١", "1"])
def test_only_what_others_wrote_since_is_called_joined(signed_in: SignedIn, joined: str) -> None:
    entry = an_entry()
    answer, other = first_answer(entry), a_contributor(entry)
    signed_in(other).post(f"{desk_of(answer)}text", {"text": "Theirs", "version": 0})
    page = signed_in(entry.started_by).get(f"{desk_of(answer)}?joined={joined}")
    assert page.status_code == 200
    assert "joined with yours" not in words_of(page)


def test_a_script_gets_its_own_save_acknowledged_when_words_were_joined(
    signed_in: SignedIn,
) -> None:
    entry = an_entry()
    answer, other = first_answer(entry), a_contributor(entry)
    address = f"{desk_of(answer)}text"
    signed_in(other).post(address, {"text": "Theirs. ", "version": 0})
    response = signed_in(entry.started_by).post(
        address, {"text": "Mine. ", "version": 0}, headers=JSON
    )
    assert (response.status_code, response.json()["version"]) == (200, 2)
    answer.refresh_from_db()
    assert sorted(answer.text.split()) == ["Mine.", "Theirs."]


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "١"])
def test_a_form_without_a_sound_version_overwrites_nothing(
    signed_in: SignedIn, version: str
) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    browser.post(f"{desk_of(answer)}text", {"text": "First.", "version": 0})
    browser.post(f"{desk_of(answer)}text", {"text": "Mine.", "version": version})
    answer.refresh_from_db()
    assert "First." in answer.text
    assert "Mine." in answer.text


def test_the_desk_tells_a_script_where_its_words_live(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, reader = first_answer(entry), a_contributor(entry, level="read")
    for person, level in ((entry.started_by, "owner"), (reader, "read")):
        (desk,) = page_of(signed_in(person).get(desk_of(answer))).xpath("//*[@data-desk]")
        token = read_token(desk.get("data-live-token"))
        assert token is not None
        assert (token.person, token.entry, token.level) == (person.pk, entry.pk, level)
        assert token.opened_at == WHILE_OPEN
        assert desk.get("data-answer") == str(answer.pk)
        assert desk.get("data-person") == str(person.pk)
        assert (desk.get("data-why-not") is None) == (level == "owner")


def test_the_published_grace_is_told(signed_in: SignedIn) -> None:
    entry = an_entry()
    edition = entry.category.edition
    edition.grace_minutes = 10
    edition.save()
    words = words_of(signed_in(entry.started_by).get(desk_of(first_answer(entry))))
    assert "Whoever has this page open then has 10 minutes more to finish." in words


def test_whoever_had_the_form_open_has_the_grace(signed_in: SignedIn) -> None:
    entry = an_entry()
    answer, browser = first_answer(entry), signed_in(entry.started_by)
    entry.category.edition.grace_minutes = 10
    entry.category.edition.save()
    opened = hidden(browser.get(desk_of(answer)), "opened")
    form = {"text": "In the grace", "version": 0}
    address = f"{desk_of(answer)}text"
    with frozen_at(CLOSES + dt.timedelta(minutes=10)):
        assert browser.post(address, form).status_code == 403
        assert browser.post(address, form | {"opened": "forged"}).status_code == 403
        assert browser.post(address, form | {"opened": opened}).status_code == 302
    with frozen_at(CLOSES + dt.timedelta(minutes=10, seconds=1)):
        assert browser.post(address, form | {"opened": opened}).status_code == 403


def test_more_time_is_told(signed_in: SignedIn) -> None:
    entry = an_entry()
    Extension.objects.create(
        edition=entry.edition,
        entry=entry,
        closes_at=CLOSES + dt.timedelta(days=1),
        reason="Their server was down",
        granted_by=entry.started_by,
    )
    words = words_of(signed_in(entry.started_by).get(desk_of(first_answer(entry))))
    assert "You can edit and submit until 5pm on Saturday 13 March 2027 (UK time)." in words
    assert "entries were to close at 5pm on Friday 12 March 2027 (UK time)." in words


def test_the_desk_tells_that_the_entry_was_submitted_or_withdrawn(signed_in: SignedIn) -> None:
    """Whoever writes after that must not think that saved words are judged."""
    entry = a_complete_entry()
    browser, desk = signed_in(entry.started_by), desk_of(first_answer(entry))
    assert "You can edit and submit until" in words_of(browser.get(desk))
    a_submission(entry)
    words = words_of(browser.get(desk))
    assert "What changes now is judged only if it is submitted again by" in words
    assert "You can edit and submit until" not in words
    withdraw_entry(entry, by=entry.started_by, at=WHILE_OPEN)
    assert "This entry is withdrawn. It is judged only if" in words_of(browser.get(desk))


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
    assert f"Entries have closed Your words were not saved. {reason}" in words_of(page)
    assert "\nToo late by a second" in typed_in(page)
    assert page_of(page).xpath("//main//a/@href") == [desk_of(answer)]
    assert answered.json() == {
        "saved": False,
        "signed_out": False,
        "closed": True,
        "reason": reason,
    }
    assert typed_in(desk) == ["\nIn time"]
    assert actions_of(desk) == set()
    (closed,) = page_of(desk).xpath("//*[@data-desk]")
    assert closed.get("data-live-token") is None
    assert closed.get("data-why-not") == reason


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
    assert words.index("version 2") < words.index("version 1")
    assert f"{entry.started_by.name}, 10am on Monday 1 February 2027 (UK time)" in words


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
