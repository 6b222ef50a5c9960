"""The browser of every test that needs one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def browser_program() -> str | None:
    """Return the Chromium that `make test` found; None lets Playwright use its own."""
    prepared = Path(__file__).parents[2] / ".build/browser"
    return str(prepared) if prepared.exists() else shutil.which("chromium")


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Run Chromium. While it is open Playwright keeps an event loop, in which Django refuses the database."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_program(), args=CHROMIUM_ARGUMENTS
        )
        yield browser
        browser.close()
