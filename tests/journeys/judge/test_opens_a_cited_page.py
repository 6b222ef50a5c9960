"""A judge opens the page that a sentence cites, beside the sentence; without scripts, by its link."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest
from tests.journeys.judging import gives_entries_out

ENTRY = "One front door for Harbour Ward"


def test_a_cited_page_opens_beside_the_sentence(somebody: Opener) -> None:
    gives_entries_out(somebody())
    judge = somebody()
    judge.page.set_viewport_size({"width": 1440, "height": 900})
    role = finds_who_reads(judge)
    judge.follows(ENTRY)

    citation = judge.page.get_by_role("link", name="E6 p2", exact=True)
    citation.scroll_into_view_if_needed()
    before = citation.bounding_box()
    citation.click()
    panel = judge.page.get_by_role("region", name="E6, page 2: Evaluation after a year")
    expect(panel).to_be_visible()
    source = panel.locator("iframe").get_attribute("src") or ""
    assert "/files/e6/reading/#page=2" in source
    after = citation.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2

    judge.hits("Escape")
    expect(panel).to_have_count(0)
    expect(citation).to_be_focused()

    plain = somebody(scripts=False)
    plain.becomes(role)
    plain.goes_to(judge.page.url)
    link = plain.page.get_by_role("link", name="E6 p2", exact=True)
    address = (link.get_attribute("href") or "").partition("#")[0]
    answer = plain.page.request.get(address, headers={"Range": "bytes=0-4"})
    assert (answer.status, answer.body()) == (206, b"%PDF-")
    assert answer.headers["content-disposition"].startswith("inline")


def finds_who_reads(judge: Guest) -> str:
    """Become the judge of the demo to whom the entry was given."""
    for role in ("judge without a conflict", "judge whose employer is a partner"):
        judge.becomes(role)
        judge.follows("Common Ground Awards")
        judge.is_on("Your entries to read")
        if judge.page.get_by_role("link", name=ENTRY).count():
            return role
    raise AssertionError(f"None of the demo's judges reads {ENTRY}.")
