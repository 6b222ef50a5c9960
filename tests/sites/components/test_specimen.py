"""Every component, seen at once: sound markup, no barrier that axe can find, and little to send."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from playwright.sync_api import Browser, Route

from frontend.specimen import specimens
from tests.house.strict_client import check_page
from tests.sites.components.conftest import BUILT, CHECKOUT

AXE = CHECKOUT / "frontend/node_modules/axe-core/axe.min.js"
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["wcag2aa"]


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    [engine] = [one for one in engines.all() if isinstance(one, Jinja2)]
    return specimens(engine.env)


def test_every_specimen_keeps_the_rules_of_every_page(pages: dict[str, str]) -> None:
    for page in pages.values():
        check_page(page)


@pytest.mark.parametrize(("scheme", "rules"), [("light", EVERY_RULE), ("dark", COLOUR_RULES)])
def test_axe_finds_no_barrier(
    browser: Browser, pages: dict[str, str], scheme: str, rules: list[str]
) -> None:
    def serve(route: Route) -> None:
        path = route.request.url.removeprefix("https://specimen.example/")
        if path in pages:
            route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
        elif path.endswith((".css", ".woff2")):
            route.fulfill(path=BUILT / unhashed(path))
        else:
            route.fulfill(status=404, body="")

    found: list[tuple[str, str, str]] = []
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1440, "height": 900})
    page.route("**/*", serve)
    for name in pages:
        page.goto(f"https://specimen.example/{name}")
        page.evaluate(AXE.read_text())
        answer = page.evaluate("rules => axe.run({ runOnly: rules })", rules)
        found += [(name, one["id"], one["nodes"][0]["html"]) for one in answer["violations"]]
        page.set_viewport_size({"width": 360, "height": 740})
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [(name, "scrolls sideways on a phone", str(wide))] if wide > 0 else []
        page.set_viewport_size({"width": 1440, "height": 900})
    page.close()
    assert found == []


def unhashed(path: str) -> str:
    """Return the built file's name, whether or not its address carries a digest."""
    name = Path(path).name
    stem, _, rest = name.partition(".")
    return f"{stem}.{rest.rpartition('.')[2]}"


def sent(name: str) -> int:
    data = (BUILT / name).read_bytes()
    return len(brotli.compress(data)) if name.endswith((".css", ".js")) else len(data)


def test_styles_are_light() -> None:
    assert sent("main.css") + sent("rooms.css") + sent("entries.css") <= 14_000


def test_the_writing_desk_is_light() -> None:
    """With its page and all headers it stays under 60 kB: tests/journeys/entrant/test_is_light.py."""
    files = ["desk.js", "live.js", "main.css", "rooms.css", "reading.woff2"]
    assert sum(map(sent, files)) <= 49_500


def test_a_public_page_is_light(pages: dict[str, str]) -> None:
    markup = len(gzip.compress(pages["category"].encode(), 9))
    assert markup + sum(map(sent, ["main.css", "reading.woff2", "titles.woff2"])) <= 46_000
    assert "<script" not in pages["category"]
