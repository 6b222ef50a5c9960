"""The promise of the writing desk: what was typed is never lost, and "Saved" is the server's word."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.sites.components.conftest import Server, kept, later

UNREACHABLE = "We could not reach the server. Your words are kept on this device."
Visit = Callable[[Server], Page]


def desk(text: str = "In the first winter", version: int = 7, token: str = "first") -> str:
    return f"""<!DOCTYPE html><html lang="en-GB"><title>Outcome</title><main>
    <form data-autosave data-answer="a2" data-limit="6" data-sign-in="/sign-in/" method="post"
          action="https://desk.example/entries/1/answers/2/text/">
    <input type="hidden" name="csrfmiddlewaretoken" value="{token}">
    <input type="hidden" name="version" value="{version}">
    <textarea name="text" aria-label="Outcome">{text}</textarea>
    <span data-word-count></span> <span data-save-status>Saved at 14:00.</span>
    <button>Save</button></form></main><script type="module" src="/desk.js"></script></html>"""


def saved(version: int, at: str = "14:02") -> tuple[int, dict[str, object]]:
    return 200, {"saved": True, "version": version, "saved_at_text": at}


def test_words_are_counted_and_saved_and_only_then_called_saved(visit: Visit) -> None:
    server = Server(desk(), "desk.js", [saved(8)])
    page = visit(server)
    expect(page.locator("[data-word-count]")).to_have_text("4 of 6 words")
    page.get_by_label("Outcome").fill("In the first winter, 412 households warmed")
    expect(page.locator("[data-word-count]")).to_have_text("7 words, 1 over the limit of 6")
    assert kept(page) == ["In the first winter, 412 households warmed"]
    later(page, 2)
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:02.")
    assert kept(page) == []
    assert (
        server.saves[0].items()
        >= {
            "text": "In the first winter, 412 households warmed",
            "version": "7",
            "csrfmiddlewaretoken": "first",
        }.items()
    )
    assert page.locator("[name=version]").input_value() == "8"


def test_an_unreachable_server_is_tried_again_with_the_same_key(visit: Visit) -> None:
    server = Server(desk(), "desk.js", [None, (502, {}), saved(8)])
    page = visit(server)
    write(page, "Changed")
    expect(page.locator("[data-save-status]")).to_have_text(UNREACHABLE)
    assert kept(page) == ["Changed"]
    for _ in range(2):
        page.wait_for_timeout(100)
        later(page, 60)
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:02.")
    assert len({save["key"] for save in server.saves}) == 1
    assert len(server.saves) == 3
    assert kept(page) == []


def test_words_left_unsaved_come_back_and_are_saved(visit: Visit) -> None:
    server = Server(desk(), "desk.js")
    page = visit(server)
    write(page, "Typed as the network fell")
    expect(page.locator("[data-save-status]")).to_have_text(UNREACHABLE)
    server.answers = [saved(8)]
    server.saves.clear()
    page.reload()
    expect(page.get_by_text("were not yet saved. They are below.")).to_be_visible()
    expect(page.get_by_label("Outcome")).to_have_value("Typed as the network fell")
    later(page, 2)
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:02.")
    assert server.saves[-1]["text"] == "Typed as the network fell"
    assert kept(page) == []


def test_a_save_whose_answer_was_lost_is_no_conflict(visit: Visit) -> None:
    server = Server(desk(), "desk.js")
    page = visit(server)
    write(page, "Arrived")
    expect(page.locator("[data-save-status]")).to_have_text(UNREACHABLE)
    page.get_by_label("Outcome").fill("Arrived, and more")
    server.html = desk("Arrived", version=8)
    server.answers, server.version = [saved(9)], "8"
    page.reload()
    expect(page.get_by_label("Outcome")).to_have_value("Arrived, and more")
    later(page, 2)
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:02.")
    assert server.saves[-1]["version"] == "8"


def write(page: Page, text: str) -> None:
    """Write the answer and leave the field, which saves at once."""
    page.get_by_label("Outcome").fill(text)
    page.get_by_label("Outcome").blur()


def conflict(text: str) -> tuple[int, dict[str, object]]:
    other = {"version": 8, "text": text, "by": "Sam Reed", "at_text": "14:01"}
    return 409, {"saved": False, "conflict": other}


def test_a_conflict_shows_both_texts_and_joins_them(visit: Visit) -> None:
    server = Server(desk("One"), "desk.js", [conflict("One\r\n\r\nTheirs"), saved(9)])
    page = visit(server)
    write(page, "One\n\nMine")
    panel = page.get_by_role("region", name="Sam Reed saved this at 14:01")
    expect(panel.get_by_label("Sam Reed’s, saved")).to_have_value("One\n\nTheirs")
    expect(panel.get_by_label("Yours, kept on this device")).to_have_value("One\n\nMine")
    page.get_by_label("Outcome").fill("One\n\nMine, still writing")
    expect(panel.get_by_label("Yours")).to_have_value("One\n\nMine, still writing")
    page.get_by_role("button", name="Join both").click()
    expect(panel).to_be_hidden()
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:02.")
    assert server.saves[-1]["version"] == "8"
    assert server.saves[-1]["text"] == "One\n\nTheirs\n\nMine, still writing"


def test_their_text_can_be_taken_without_another_save(visit: Visit) -> None:
    server = Server(desk("One"), "desk.js", [conflict("Theirs")])
    page = visit(server)
    write(page, "Mine")
    page.get_by_role("button", name="Use theirs").click()
    expect(page.get_by_label("Outcome")).to_have_value("Theirs")
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:01.")
    assert len(server.saves) == 1
    assert kept(page) == []


def test_signed_out_words_are_kept_and_saved_with_the_new_token(visit: Visit) -> None:
    refusal = (403, {"saved": False, "reason": "You have been signed out."})
    server = Server(desk(), "desk.js", [refusal, saved(8)])
    page = visit(server)
    write(page, "Changed")
    link = page.get_by_role("link", name="Sign in again in a new tab")
    expect(link).to_have_attribute("target", "_blank")
    assert kept(page) == ["Changed"]
    server.html = desk(token="second")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:02.")
    assert [save["csrfmiddlewaretoken"] for save in server.saves] == ["first", "second"]


def test_a_rejected_text_is_not_sent_again_until_it_changes(visit: Visit) -> None:
    refusal = (422, {"saved": False, "reason": "That is over the limit."})
    server = Server(desk(), "desk.js", [refusal, saved(8)])
    page = visit(server)
    write(page, "Too long")
    expect(page.locator("[data-save-status]")).to_have_text(
        "That is over the limit. Your words are kept on this device."
    )
    page.get_by_label("Outcome").focus()
    page.get_by_label("Outcome").blur()
    page.wait_for_timeout(100)
    assert len(server.saves) == 1
    page.get_by_label("Outcome").fill("Short")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 14:02.")
    assert [save["text"] for save in server.saves] == ["Too long", "Short"]
