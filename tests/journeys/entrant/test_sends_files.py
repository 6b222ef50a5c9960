"""An entrant sends several files over a line that breaks, cites a page of one, and is told what is amiss."""

from __future__ import annotations

import re

from playwright.sync_api import Route, expect

from tests.factories.files import a_pdf
from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest

ENTRY = "One front door for Harbour Ward"
PARTS = re.compile(r"/files/uploads/[^/]+/parts")


def test_files_arrive_over_a_line_that_breaks(somebody: Opener) -> None:
    entrant = somebody()
    entrant.becomes("entrant, lead organisation")
    entrant.follows(ENTRY)
    desk = entrant.page.url

    sends_over_a_broken_line(entrant)
    entrant.goes_to(desk)
    entrant.follows("Purpose", exact=True)
    cites_a_page_by_keyboard(entrant)
    entrant.goes_to(f"{desk}check/")
    waits_until_files_are_read(entrant)
    entrant.sees("Page 2 of E8 holds 9•• ••• ••18, which looks like an NHS number.")
    entrant.does_not_see("No answer cites E8")
    entrant.looks()


def waits_until_files_are_read(entrant: Guest) -> None:
    """The worker reads the words of a file; the page says so meanwhile."""
    for _ in range(30):
        if not entrant.page.get_by_text("E8 is still being read").count():
            return
        entrant.page.wait_for_timeout(1_000)
        entrant.page.reload()


def sends_over_a_broken_line(entrant: Guest) -> None:
    """The first two attempts to send a part are cut off; it goes on by itself, and a wrong file is named."""
    entrant.follows("Photo and files")
    cut = []

    def cuts(route: Route) -> None:
        if len(cut) < 2:
            cut.append(route.request.url)
            route.abort("connectionreset")
        else:
            route.continue_()

    entrant.page.route(PARTS, cuts)
    entrant.page.get_by_label("One file or several").set_input_files(
        [
            {
                "name": "waiting times.pdf",
                "mimeType": "application/pdf",
                "buffer": a_pdf(["Waiting times", "NHS number 999 000 0018"]).getvalue(),
            },
            {"name": "setup.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ\x90"},
        ]
    )
    entrant.page.get_by_role("button", name="Add", exact=True).click()
    entrant.sees_soon(
        "“setup.exe” was not added. Judges cannot open this kind of file.", seconds=20
    )
    entrant.sees_soon("waiting times.pdf: Added.", seconds=20)
    assert len(cut) == 2
    entrant.follows("Show the files that were added")
    entrant.sees("2 pages")
    expect(entrant.page.locator("#e8")).to_contain_text("waiting times")


def cites_a_page_by_keyboard(entrant: Guest) -> None:
    area = entrant.page.get_by_label("Your answer for Purpose")
    area.focus()
    entrant.hits("Control+End")
    expect(entrant.page.locator(".pl-citing")).to_be_attached()
    entrant.page.keyboard.type(" See [waiting")
    expect(entrant.page.get_by_role("option")).to_have_text(["E8 waiting times, 2 pages"])
    entrant.looks()
    entrant.hits("Enter")
    entrant.page.keyboard.type("2")
    expect(area).to_have_value(re.compile(r" See \[E8 p2\]$"))
    entrant.hits("Control+End")
    entrant.page.keyboard.type(" and [waiting")
    entrant.hits("Enter")
    entrant.page.keyboard.type(" in full.")
    expect(area).to_have_value(re.compile(r" See \[E8 p2\] and \[E8\] in full\.$"))
    entrant.sees_soon(re.compile(r"Saved at \d\d:\d\d\."), seconds=20)
