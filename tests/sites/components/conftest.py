"""A page of one form in a real browser, whose server is scripted answer by answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page, Route

CHECKOUT = Path(__file__).resolve().parents[3]
BUILT = CHECKOUT / "src/plaudit/sites/components/static/plaudit"
ADDRESS = "https://desk.example/entries/1/answers/2/"

Answer = tuple[int, dict[str, object]]


@dataclass
class Server:
    """Serves `html` to a visit, and to a save the next of `answers`; None is no network.

    With `version`, it answers only what builds on that version, and has no network for the rest.
    """

    html: str
    script: str
    answers: list[Answer | None] = field(default_factory=list)
    version: str = ""
    saves: list[dict[str, str]] = field(default_factory=list)

    def __call__(self, route: Route) -> None:
        request = route.request
        if request.method == "POST":
            self.saves.append(dict(parse_qsl(request.post_data or "", keep_blank_values=True)))
            refused = self.version not in {"", self.saves[-1]["version"]}
            answer = self.answers.pop(0) if self.answers and not refused else None
            if answer is None:
                route.abort("connectionrefused")
            else:
                route.fulfill(status=answer[0], json=answer[1])
        elif request.url.endswith(".js"):
            route.fulfill(body=(BUILT / self.script).read_text(), content_type="text/javascript")
        elif request.url == ADDRESS:
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[Server], Page]]:
    """Open the server's page; the page's own errors fail the test."""
    assert BUILT.is_dir(), "The scripts are not built: run `make setup`."
    context = browser.new_context(locale="en-GB")
    errors: list[str] = []

    def open_page(server: Server) -> Page:
        page = context.new_page()
        page.clock.install()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route("**/*", server)
        page.goto(ADDRESS)
        return page

    yield open_page
    context.close()
    assert errors == []


def later(page: Page, seconds: int) -> None:
    """Let the page's time pass."""
    page.clock.fast_forward(seconds * 1000)


def kept(page: Page) -> list[str]:
    """Return the contents kept on the device."""
    stored = page.evaluate("Object.values(localStorage)")
    return [json.loads(value)["content"] for value in stored]
