"""A person at a browser. Steps read as English; every page they reach is checked by axe."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.journeys.accessibility import problems_of


@dataclass
class Someone:
    """Drives one browser window. `scripts` tells whether its pages may run any."""

    page: Page
    scripts: bool = True
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(15_000)
        self.page.on("pageerror", lambda error: self.problems.append(f"{self.page.url}: {error}"))
        self.page.on("console", self._note_blocked)

    def _note_blocked(self, line: object) -> None:
        text = getattr(line, "text", "")
        if "Content Security Policy" in text:
            self.problems.append(f"{self.page.url}: {text}")

    def goes_to(self, path: str) -> None:
        self.page.goto(path)
        self.looks()

    def follows(self, link: str, *, exact: bool = False) -> None:
        """Follow the first link of this name."""
        self.page.get_by_role("link", name=link, exact=exact).first.click()
        self.looks()

    def presses(self, button: str, *, exact: bool = False) -> None:
        """Press the first button of this name."""
        self.page.get_by_role("button", name=button, exact=exact).first.click()
        self.looks()

    def looks(self) -> None:
        """Wait for the page and check it for accessibility (axe itself is a script)."""
        self.page.wait_for_load_state("load")
        if self.scripts:
            self.problems += problems_of(self.page)

    def writes(self, label: str, text: str) -> None:
        self.page.get_by_label(label).first.fill(text)

    def types(self, label: str, text: str) -> None:
        """Type key by key at the end of the field, as people do."""
        box = self.page.get_by_label(label).first
        box.focus()
        self.page.keyboard.press("Control+End")
        box.press_sequentially(text, delay=8)

    def picks(self, label: str, *, group: str | None = None) -> None:
        """Choose a radio button or tick a box, within a group of this name if one is given."""
        place = self.page.get_by_role("group", name=group).first if group else self.page
        place.get_by_label(label, exact=True).first.check()

    def attaches(self, label: str, name: str, kind: str, content: bytes) -> None:
        upload = {"name": name, "mimeType": kind, "buffer": content}
        self.page.get_by_label(label).first.set_input_files([upload])  # type: ignore[list-item]

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.locator("body")).to_contain_text(text)

    def does_not_see(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.locator("body")).not_to_contain_text(text)

    def is_on(self, heading: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
