from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.sites.components.conftest import Server

Visit = Callable[[Server], Page]


def scale(name: str, value: int | None = None) -> str:
    marks = [
        f'<label><input type="radio" name="{name}" value="{score}"'
        f"{' checked' if score == value else ''}>{score}</label>"
        for score in range(11)
    ]
    legend = name.capitalize()
    return f'<fieldset data-criterion="{name}"><legend>{legend}</legend>{"".join(marks)}</fieldset>'


def card() -> str:
    return f"""<!DOCTYPE html><html lang="en-GB"><title>Card</title><main>
    <p>They fell to 38 <a data-cite href="#e1">E1</a></p><div id="e1">Hospital statistics</div>
    <form data-scorecard data-answer="card" method="post" action="https://desk.example/card/">
    <input type="hidden" name="csrfmiddlewaretoken" value="first">
    <input type="hidden" name="version" value="1">
    {scale("ambition", 7)}{scale("outcome")}
    <label for="remarks">Remarks</label><textarea name="remarks" id="remarks"></textarea>
    <p data-save-status></p></form></main><script type="module" src="/scorecard.js"></script></html>"""


def saved(version: int) -> tuple[int, dict[str, object]]:
    return 200, {"saved": True, "version": version, "saved_at_text": "21:14"}


def chosen(page: Page, name: str) -> str | None:
    value: str | None = page.evaluate(f"document.querySelector('[name={name}]:checked')?.value")
    return value


def test_only_what_changed_is_saved(visit: Visit) -> None:
    server = Server(card(), "scorecard.js", [saved(2)])
    page = visit(server)
    page.locator("[name=outcome][value='8']").check()
    page.locator("[name=outcome][value='8']").blur()
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 21:14.")
    [save] = server.saves
    assert save.keys() == {"csrfmiddlewaretoken", "version", "key", "outcome"}
    assert (save["outcome"], save["version"]) == ("8", "1")


def test_keys_score_the_criterion_in_focus(visit: Visit) -> None:
    page = visit(Server(card(), "scorecard.js"))
    page.locator("[name=outcome][value='0']").focus()
    page.keyboard.press("4")
    assert chosen(page, "outcome") == "4"
    page.keyboard.press("1")
    page.keyboard.press("0")
    assert chosen(page, "outcome") == "10"
    page.keyboard.press("ArrowRight")
    assert chosen(page, "outcome") == "10"
    page.keyboard.press("ArrowLeft")
    assert chosen(page, "outcome") == "9"
    page.keyboard.press("t")
    assert (chosen(page, "outcome"), chosen(page, "ambition")) == ("10", "7")


def test_keys_in_the_remarks_score_nothing(visit: Visit) -> None:
    page = visit(Server(card(), "scorecard.js"))
    page.get_by_label("Remarks").press_sequentially("10 of 10, n")
    assert (chosen(page, "ambition"), chosen(page, "outcome")) == ("7", None)
    expect(page.get_by_label("Remarks")).to_have_value("10 of 10, n")


def test_a_conflict_names_what_differs(visit: Visit) -> None:
    other = {"version": 5, "fields": {"outcome": 3}, "by": "", "at_text": "21:10"}
    answers = [(409, {"saved": False, "conflict": other}), saved(6)]
    server = Server(card(), "scorecard.js", list(answers))
    page = visit(server)
    page.locator("[name=outcome][value='8']").check()
    page.locator("[name=outcome][value='8']").blur()
    expect(page.get_by_label("Saved", exact=True)).to_have_value("Outcome: 3")
    expect(page.get_by_label("Yours")).to_have_value("Outcome: 8")
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator("[data-save-status]")).to_have_text("Saved at 21:14.")
    assert (server.saves[-1]["outcome"], server.saves[-1]["version"]) == ("8", "5")


def test_a_citation_opens_its_evidence_below_the_sentence(visit: Visit) -> None:
    page = visit(Server(card(), "scorecard.js"))
    page.get_by_role("link", name="E1").click()
    expect(page.locator("p + [data-opened]")).to_have_text("Hospital statistics")
    page.get_by_role("link", name="E1").click()
    expect(page.locator("[data-opened]")).to_have_count(0)
