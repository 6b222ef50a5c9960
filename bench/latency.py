"""`python -m bench.latency`: from a word written in one browser to the same word seen in another, on loopback.

Two people of the demo programme, in two browsers, have one answer open. The same run weighs the first load of
their desk, byte for byte as it came over the wire, and measures how much its layout shifts. What comes by itself
once the page can be used counts with the rest.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.load import Request, fetch
from bench.site import free_port, plaudit

WRITERS = ("lead organisation", "partner organisation")
ENTRY, CRITERION = "The Tuesday Table", "Purpose"
AREA = "textarea[name=text]"
AIM_MS = 1000
AIM_BYTES = 60_000
A_PHONES_WIDTH = 600
A_PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
NO_SHIFT = 0.001  # a hundredth of what is called good
WAIT_FOR = """word => { const area = document.querySelector("textarea[name=text]");
  window.seen = new Promise(resolve => { const timer = setInterval(() => {
    if (area.value.includes(word)) { clearInterval(timer); resolve(Date.now()); } }, 2); }); }"""
WATCH_SHIFTS = """window.shifts = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.latency", description=__doc__)
    parser.add_argument("--words", type=int, default=100)
    parser.add_argument("--at", default="", help="the address of a demo that runs already")
    options = parser.parse_args()
    with demo(options.at) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        desk = desk_address(browser, address)
        weighed = {width: first_load(browser, address, desk, width) for width in (360, 1440)}
        waits = latencies(browser, address, desk, options.words)
        browser.close()
    return report(waits, weighed)


@contextmanager
def demo(address: str) -> Iterator[str]:
    """Yield the address of a demo: the one given, or one of its own."""
    if address:
        yield address
        return
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="plaudit-latency-") as folder:
        env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        env["PLAUDIT_DATA"] = str(Path(folder, "data"))
        with Path(folder, "serve.log").open("wb") as log:
            command = [*plaudit("serve"), "--demo", "--port", str(port)]
            site = subprocess.Popen(
                command, env=env, stdout=log, stderr=log, start_new_session=True
            )
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            site.terminate()
            site.wait(timeout=60)


def wait_for(port: int) -> None:
    for _ in range(1800):
        try:
            if fetch(port, "127.0.0.1", Request("/readyz"))[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError("no page within three minutes")


def signed_in(browser: Browser, address: str, writer: str, width: int = 1440) -> Page:
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        locale="en-GB",
        user_agent=A_PHONE if width < A_PHONES_WIDTH else None,
    )
    page = context.new_page()
    page.goto("/demo/")
    page.get_by_role("button", name=re.compile(f"as the entrant, {writer}")).click()
    page.wait_for_load_state("load")
    return page


def desk_address(browser: Browser, address: str) -> str:
    page = signed_in(browser, address, WRITERS[0])
    page.get_by_role("link", name=ENTRY).first.click()
    page.get_by_role("link", name=CRITERION, exact=True).first.click()
    page.wait_for_load_state("load")
    desk = page.url
    page.context.close()
    return desk


def first_load(browser: Browser, address: str, desk: str, width: int) -> dict[str, float]:
    """Return bytes by kind of what an empty cache fetches for the desk, `live` being what comes after, and shifts."""
    page = signed_in(browser, address, WRITERS[0], width)
    page.goto("/demo/mail/")
    network = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}

    def answered(event: dict[str, Any]) -> None:
        path = event["response"]["url"].removeprefix(address)
        is_live = path.startswith("/live/") or "/live." in path
        kinds[event["requestId"]] = "live" if is_live else event["type"]

    def finished(event: dict[str, Any]) -> None:
        kind = kinds.get(event["requestId"], "Other")
        sizes[kind] = sizes.get(kind, 0) + event["encodedDataLength"]

    network.on("Network.responseReceived", answered)
    network.on("Network.loadingFinished", finished)
    network.send("Network.enable")
    network.send("Network.clearBrowserCache")
    page.add_init_script(WATCH_SHIFTS)
    page.goto(desk)
    page.locator("[data-is-live]").wait_for(state="attached")
    page.wait_for_timeout(1500)
    sizes["shifts"] = page.evaluate("window.shifts")
    page.context.close()
    return sizes


def latencies(browser: Browser, address: str, desk: str, words: int) -> list[float]:
    """Return the milliseconds from the last letter typed in one browser to the word in the other's text area."""
    writer, reader = (signed_in(browser, address, each) for each in WRITERS)
    for page in (writer, reader):
        page.goto(desk)
        page.locator("[data-is-live]").wait_for(state="attached")
    writer.locator(AREA).focus()
    writer.keyboard.press("Control+End")
    writer.wait_for_timeout(1000)
    run, waits = f"{time.time():.0f}"[-6:], []
    for number in range(words):
        word = f" {run}w{number:04}"
        reader.evaluate(WAIT_FOR, word)
        writer.keyboard.type(word)
        typed = writer.evaluate("Date.now()")
        waits.append(reader.evaluate("window.seen") - typed)
        writer.wait_for_timeout(50 + number * 37 % 300)
    return waits


def report(waits: list[float], weighed: dict[int, dict[str, float]]) -> int:
    cuts = statistics.quantiles(waits, n=20)
    print(
        f"write to seen: words={len(waits)} p50_ms={cuts[9]:.0f} p95_ms={cuts[18]:.0f} "
        f"max_ms={max(waits):.0f}"
    )
    is_met = cuts[18] < AIM_MS
    for width, sizes in weighed.items():
        shifts, live = sizes.pop("shifts"), sizes.pop("live", 0)
        first = sum(sizes.values())
        parts = " ".join(f"{kind.lower()}={size / 1000:.1f}" for kind, size in sizes.items())
        print(
            f"first load at {width} px: kB={first / 1000:.1f} ({parts}) "
            f"then_live_kB={live / 1000:.1f} all_kB={(first + live) / 1000:.1f} shifts={shifts:.4f}"
        )
        is_met = is_met and first + live < AIM_BYTES and shifts < NO_SHIFT
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
