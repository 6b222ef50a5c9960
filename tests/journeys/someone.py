"""A person at a browser. Steps read as English; every page they reach is checked by axe."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from playwright.sync_api import Error, Locator, Page, Response, expect

from tests.journeys.accessibility import problems_of

SHOTS = os.environ.get("PLAUDIT_SHOTS", "")  # a directory, to keep a picture of every page in
SHOT_NUMBERS = count(1)


@dataclass
class Someone:
    """Drives one browser window. `scripts` tells whether its pages may run any."""

    page: Page
    scripts: bool = True
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._watch(self.page)

    def _watch(self, page: Page) -> None:
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("console", self._note_blocked)

    def _note_blocked(self, line: object) -> None:
        text = getattr(line, "text", "")
        if "Content Security Policy" in text:
            self.problems.append(f"{self.page.url}: {text}")

    def goes_to(self, path: str) -> Response | None:
        answer = self.page.goto(path)
        self.looks()
        return answer

    def finds_nothing_at(self, path: str) -> None:
        """The page is not there, or not for them: no difference can be seen."""
        answer = self.goes_to(path)
        assert answer is not None
        assert answer.status == 404, f"{path} answered {answer.status}"

    def follows(self, link: str, *, exact: bool = False) -> None:
        """Follow the first link of this name."""
        self.page.get_by_role("link", name=link, exact=exact).first.click()
        self.looks()

    def presses(self, button: str, *, exact: bool = False) -> None:
        """Press the first button of this name."""
        self.page.get_by_role("button", name=button, exact=exact).first.click()
        self.looks()

    def leaves(self, address: str) -> None:
        """Wait until the page at this address has made room for another."""
        self.page.wait_for_url(lambda now: now != address)

    def reloads(self) -> None:
        self.page.reload()
        self.looks()

    def goes_back(self) -> None:
        self.page.go_back()
        self.looks()

    def looks(self, page: Page | None = None) -> None:
        """Wait for the page and check it for accessibility (axe itself is a script)."""
        page = page or self.page
        page.wait_for_load_state("load")
        if SHOTS:
            page.screenshot(path=Path(SHOTS, _shot_name(page)), full_page=True)
        if self.scripts:
            self.problems += self._problems_of(page)

    def _problems_of(self, page: Page) -> list[str]:
        """A script may leave for another page meanwhile: then that is the one to look at."""
        for _ in range(5):
            try:
                return problems_of(page)
            except Error as error:
                if "context was destroyed" not in error.message:
                    raise
                page.wait_for_load_state("load")
        raise AssertionError(f"{page.url} does not come to rest")

    def writes(
        self, label: str, text: str, *, group: str | None = None, exact: bool = False
    ) -> None:
        self._place(group).get_by_label(label, exact=exact).first.fill(text)

    def types(self, label: str, text: str) -> None:
        """Type key by key at the end of the field, as people do."""
        box = self.page.get_by_label(label).first
        box.focus()
        self.page.keyboard.press("Control+End")
        box.press_sequentially(text, delay=8)

    def picks(self, label: str, *, group: str | None = None) -> None:
        """Choose a radio button or tick a box, within a group of this name if one is given."""
        self._place(group).get_by_label(label, exact=True).first.check()

    def selects(self, label: str, option: str, *, group: str | None = None) -> None:
        self._place(group).get_by_label(label).first.select_option(label=option)

    def opens(self, fold: str, *, group: str | None = None) -> None:
        """Open a folded part of the page by its summary."""
        self._place(group).locator("summary").filter(has_text=fold).first.click()

    def _place(self, group: str | None) -> Page | Locator:
        return self.page.get_by_role("group", name=group).first if group else self.page

    def attaches(self, label: str, name: str, kind: str, content: bytes) -> None:
        upload = {"name": name, "mimeType": kind, "buffer": content}
        self.page.get_by_label(label).first.set_input_files([upload])  # type: ignore[list-item]

    def tabs_to(self, name: str) -> None:
        """Reach a link, button or field of this name with the Tab key alone."""
        for _ in range(120):
            self.page.keyboard.press("Tab")
            reached = self.page.locator(":focus")
            if reached.count() and name in (_name_of(reached) or ""):
                return
        raise AssertionError(f"No “{name}” within 120 presses of Tab on {self.page.url}")

    def hits(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.locator("body")).to_contain_text(text)

    def sees_soon(self, text: str | re.Pattern[str], *, seconds: float) -> None:
        expect(self.page.locator("body")).to_contain_text(text, timeout=seconds * 1000)

    def does_not_see(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.locator("body")).not_to_contain_text(text)

    def sees_link(self, name: str) -> None:
        expect(self.page.get_by_role("link", name=name).first).to_be_visible()

    def sees_no_link(self, name: str) -> None:
        expect(self.page.get_by_role("link", name=name)).to_have_count(0)

    def sees_in_field(
        self, label: str, text: str | re.Pattern[str], *, group: str | None = None
    ) -> None:
        expect(self._place(group).get_by_label(label).first).to_have_value(text)

    def is_on(self, heading: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)


def _shot_name(page: Page) -> str:
    """Return "test_announces-012-winners-common-ground-awards.png"."""
    story = Path(os.environ.get("PYTEST_CURRENT_TEST", "journey").partition("::")[0]).stem
    title = re.sub(r"[^a-z0-9]+", "-", page.title().lower()).strip("-")[:60]
    return f"{story}-{next(SHOT_NUMBERS):03}-{title}.png"


def _name_of(element: Locator) -> str | None:
    """Return the words by which somebody knows the element: its label, or its text."""
    found: str | None = element.evaluate(
        "e => e.labels?.length ? e.labels[0].innerText : (e.getAttribute('aria-label') || e.innerText)"
    )
    return found
