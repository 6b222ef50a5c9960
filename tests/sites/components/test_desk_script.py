"""The promise of the writing desk: what was typed is never lost, and "Saved" is the server's word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.sites.components.live_answer import ADDRESS, ANSWER, PERSON, LiveAnswer

SAVED = "Saved at 14:02."
KEPT = "Not connected. Your words are kept in this browser."
Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open the answer's page, in a browser of its own or (`beside`) in another window of one; errors fail the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_page(answer: LiveAnswer, beside: Page | None = None) -> Page:
        context = beside.context if beside else browser.new_context(locale="en-GB")
        if not beside:
            contexts.append(context)
            context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route("**/*", answer)
        page.goto(ADDRESS)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def is_live(page: Page) -> None:
    expect(page.locator("[data-is-live]")).to_have_count(1)


def types(page: Page, text: str) -> None:
    page.get_by_label("Outcome").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def says(page: Page, sentence: str) -> None:
    expect(page.locator("[data-save-status]")).to_contain_text(sentence, timeout=15_000)


def test_words_are_counted_and_saved_and_only_then_called_saved(visit: Visit) -> None:
    answer = LiveAnswer("In the first winter")
    page = visit(answer)
    is_live(page)
    expect(page.locator("[data-word-count]")).to_have_text("4 of 6 words")
    answer.reachable = False
    types(page, ", 412 households warmed")
    expect(page.locator("[data-word-count]")).to_have_text("7 words, 1 over the limit of 6")
    says(page, KEPT)
    answer.reachable = True
    says(page, SAVED)
    assert str(answer.words) == "In the first winter, 412 households warmed"
    assert page.locator("[name=version]").input_value() == str(answer.version)


def test_a_reload_while_unreachable_brings_the_words_back(visit: Visit) -> None:
    answer = LiveAnswer("Before. ")
    page = visit(answer)
    is_live(page)
    answer.reachable = False
    types(page, "Typed as the network fell.")
    says(page, KEPT)
    page.reload()
    expect(page.get_by_label("Outcome")).to_have_value("Before. Typed as the network fell.")
    answer.words += "Theirs meanwhile."
    answer.reachable = True
    says(page, SAVED)
    for words in ("Typed as the network fell.", "Theirs meanwhile."):
        assert words in str(answer.words)
    expect(page.get_by_label("Outcome")).to_have_value(str(answer.words))
    answer.rendered = str(answer.words)
    page.reload()
    is_live(page)
    expect(page.get_by_label("Outcome")).to_have_value(str(answer.words))


def test_what_is_typed_before_the_script_comes_is_kept(visit: Visit) -> None:
    answer = LiveAnswer("Rendered.", scripts_arrive=False)
    page = visit(answer)
    types(page, " Early.")
    answer.words += " Theirs."
    answer.scripts_arrive = True
    is_live(page)
    says(page, SAVED)
    assert sorted(str(answer.words).split()) == ["Early.", "Rendered.", "Theirs."]
    expect(page.get_by_label("Outcome")).to_have_value(str(answer.words))


def test_what_is_typed_before_the_server_answers_outlasts_the_page(visit: Visit) -> None:
    answer = LiveAnswer("Rendered.", reachable=False)
    page = visit(answer)
    says(page, "Not connected.")
    types(page, " Early.")
    page.reload()
    answer.reachable = True
    is_live(page)
    says(page, SAVED)
    assert str(answer.words) == "Rendered. Early."


def test_two_browsers_write_at_once_and_undo_is_ones_own(visit: Visit) -> None:
    answer = LiveAnswer("Start.")
    one, other = visit(answer), visit(answer)
    is_live(one)
    is_live(other)
    types(one, " Mine.")
    says(one, SAVED)
    expect(other.get_by_label("Outcome")).to_have_value("Start. Mine.", timeout=6_000)
    other.get_by_label("Outcome").focus()
    other.keyboard.press("Control+Home")
    other.keyboard.type("Theirs. ")
    expect(one.get_by_label("Outcome")).to_have_value("Theirs. Start. Mine.", timeout=6_000)
    place = one.evaluate("document.querySelector('textarea').selectionStart")
    assert place == len("Theirs. Start. Mine.")
    one.get_by_label("Outcome").focus()
    one.keyboard.press("Control+z")
    expect(one.get_by_label("Outcome")).to_have_value("Theirs. Start.")
    one.keyboard.press("Control+Shift+z")
    expect(one.get_by_label("Outcome")).to_have_value("Theirs. Start. Mine.")


def test_two_windows_of_one_browser_agree_without_a_server(visit: Visit) -> None:
    answer = LiveAnswer("Start.")
    one = visit(answer)
    other = visit(answer, beside=one)
    is_live(one)
    is_live(other)
    answer.reachable = False
    types(one, " One.")
    expect(other.get_by_label("Outcome")).to_have_value("Start. One.")
    says(one, KEPT)
    one.close()
    answer.reachable = True
    types(other, " Other.")
    says(other, SAVED)
    assert str(answer.words) == "Start. One. Other."


def test_a_server_put_back_to_an_older_state_is_given_all_words_again(visit: Visit) -> None:
    answer = LiveAnswer("Start.")
    backup = answer.doc.get_update()
    page = visit(answer)
    is_live(page)
    types(page, " Acknowledged.")
    says(page, SAVED)
    answer.restore(backup)
    types(page, " Later.")
    page.wait_for_timeout(3_500)
    says(page, SAVED)
    assert str(answer.words) == "Start. Acknowledged. Later."


def test_words_that_rest_on_what_the_server_lost_take_along_what_it_lacks(visit: Visit) -> None:
    answer = LiveAnswer("Start.", is_strict=True)
    backup = answer.doc.get_update()
    page = visit(answer)
    is_live(page)
    types(page, " Acknowledged.")
    says(page, SAVED)
    answer.restore(backup)
    before = answer.version
    with page.expect_response(lambda _: answer.version > before):
        types(page, " Later.")
    says(page, SAVED)
    assert str(answer.words) == "Start. Acknowledged. Later."


def test_signed_out_words_are_kept_and_go_on_with_a_new_token(visit: Visit) -> None:
    answer = LiveAnswer("Start.")
    page = visit(answer)
    is_live(page)
    answer.token = "second"
    types(page, " More.")
    says(page, "Signed out. Your words are kept in this browser.")
    link = page.get_by_role("link", name="Sign in again in another tab")
    expect(link).to_have_attribute("target", "_blank")
    answer.renewal = (200, {"token": "second"})
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    says(page, SAVED)
    assert str(answer.words) == "Start. More."


def test_words_after_closing_stay_readable_and_can_be_taken_along(visit: Visit) -> None:
    answer = LiveAnswer("In time.")
    page = visit(answer)
    is_live(page)
    reason = "Entries closed at 17:00. These words were not saved."
    answer.refusal = (403, {"kind": "closed", "reason": reason})
    types(page, " Too late.")
    panel = page.get_by_role("region", name="These words were not saved")
    expect(panel).to_contain_text(reason)
    words = panel.get_by_label("Your words as you wrote them")
    expect(words).to_have_value("In time. Too late.")
    with page.expect_download() as download:
        panel.get_by_role("button", name="Download them").click()
    assert download.value.suggested_filename == "Outcome, not saved.txt"
    assert download.value.path().read_text() == "In time. Too late."
    panel.get_by_role("button", name="Copy them").click()
    assert page.evaluate("navigator.clipboard.readText()") == "In time. Too late."
    assert str(answer.words) == "In time."

    answer.attributes = 'data-why-not="Entries closed."'
    page.reload()
    expect(page.get_by_label("Outcome")).to_have_value("In time.")
    expect(words).to_have_value("In time. Too late.")
    panel.get_by_role("button", name="Remove them from this browser").click()
    page.reload()
    page.wait_for_timeout(500)
    expect(panel).to_have_count(0)


@pytest.mark.parametrize("megabytes", [5, 48])
def test_a_pasted_flood_is_turned_away_and_the_page_stays_quick(
    visit: Visit, megabytes: int
) -> None:
    answer = LiveAnswer("Start.")
    page = visit(answer)
    is_live(page)
    page.evaluate(f"navigator.clipboard.writeText('x '.repeat({megabytes * 500_000}))")
    page.get_by_label("Outcome").focus()
    page.keyboard.press("Control+v")
    says(page, f"That text has {megabytes},000,000 characters. An answer holds 200,000")
    expect(page.get_by_label("Outcome")).to_have_value("Start.")
    page.keyboard.press("Control+End")
    page.keyboard.type(" On.")
    says(page, SAVED)
    assert str(answer.words) == "Start. On."


def test_a_text_the_server_finds_too_long_waits_for_a_change(visit: Visit) -> None:
    answer = LiveAnswer("Start.")
    page = visit(answer)
    is_live(page)
    answer.refusal = (413, {"kind": "too_long", "reason": "That is too long."})
    types(page, " More.")
    says(page, "That is too long.")
    answer.refusal = None
    page.keyboard.press("Backspace")
    says(page, SAVED)
    assert str(answer.words) == "Start. More"


def test_who_is_here_is_shown_and_said_once(visit: Visit) -> None:
    other = {"id": "9", "name": "Priya de Souza", "answer": ANSWER, "at": "2027-02-01T14:02:00Z"}
    oneself = {"id": PERSON, "name": "Me", "answer": ANSWER, "at": "2027-02-01T14:02:00Z"}
    answer = LiveAnswer("Start.", people=[other, oneself])
    page = visit(answer)
    expect(page.locator("[data-people-say]")).to_have_text("Priya de Souza is here.")
    expect(page.locator("[data-people] li")).to_have_text("PSPriya de Souzain this answer")
    expect(page.locator("[data-here]")).to_contain_text("Priya de Souza is writing here too")
    answer.people = [oneself]
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-here]")).to_be_empty()
