"""Forms with a button to save lose nothing either; and the desk tells when the entry was submitted or withdrawn."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.entering import SAVED, desk_is_live
from tests.journeys.guest import Guest

ENTRY = "The Tuesday Table"
SUBMITTED = "One front door for Harbour Ward"
KEPT = re.compile(r"What you typed here at \d\d:\d\d was not saved. It is below again")


@pytest.fixture
def lead(somebody: Opener) -> Guest:
    """The lead organisation's writer, at the list of entries."""
    lead = somebody()
    lead.becomes("entrant, lead organisation")
    return lead


def test_a_summary_outlives_the_page_and_a_failed_save(lead: Guest) -> None:
    lead.follows(ENTRY)
    desk = lead.page.url
    lead.follows("Title and summary")
    address = lead.page.url
    lead.types("Summary", " Four villages by now.")
    lead.sees("31 of 100 words")
    lead.goes_to(desk)
    lead.goes_to(address)
    lead.sees(KEPT)
    lead.sees_in_field("Summary", re.compile(r"Four villages by now\.$"))

    lead.page.route(address, lambda route: route.abort())
    lead.page.get_by_role("button", name="Save", exact=True).click()
    lead.page.wait_for_url("chrome-error://**")
    lead.page.unroute(address)
    lead.goes_to(address)
    lead.sees_in_field("Summary", re.compile(r"Four villages by now\.$"))
    lead.presses("Save", exact=True)
    lead.is_on(ENTRY)

    lead.goes_to(address)
    lead.sees_in_field("Summary", re.compile(r"Four villages by now\.$"))
    lead.does_not_see(KEPT)


def test_a_comment_that_was_taken_is_not_put_back(lead: Guest) -> None:
    lead.follows(ENTRY)
    lead.follows("Reach", exact=True)
    lead.follows("Read or add comments")
    lead.writes("Your comment", "Who drew the map?")
    lead.reloads()
    lead.sees(KEPT)
    lead.presses("Add the comment")
    lead.sees("Who drew the map?")
    lead.sees_in_field("Your comment", "")
    lead.does_not_see(KEPT)
    lead.writes("Your comment", "Never mind.")
    lead.reloads()
    lead.presses("Put it away")
    lead.sees_in_field("Your comment", "")
    lead.reloads()
    lead.does_not_see(KEPT)


def test_signing_out_asks_while_a_form_is_unsent_and_then_forgets_it(lead: Guest) -> None:
    lead.follows(ENTRY)
    lead.follows("Title and summary")
    lead.types("Summary", " Unsaved.")
    asked: list[str] = []
    lead.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    lead.presses("Sign out")
    lead.page.wait_for_url(lambda address: "details" not in address)
    assert "Some of your words have not reached us yet." in asked[0]
    assert lead.page.evaluate("Object.keys(localStorage)") == []


def test_who_may_no_longer_write_keeps_the_words_until_they_may_again(
    lead: Guest, somebody: Opener
) -> None:
    partner = somebody()
    partner.becomes("entrant, partner organisation")
    partner.follows(ENTRY)
    partner.follows("Voices", exact=True)
    desk_is_live(partner)
    lead.follows(ENTRY)
    lead.goes_to(f"{lead.page.url}people/")
    may(lead, "Can read")
    partner.types("Your answer for Voices", "Just before bed. ")
    panels = partner.page.get_by_role("heading", name="These words were not saved")
    expect(panels).to_have_count(1)
    partner.reloads()
    partner.sees("You can read this entry but not change it.")
    desk_is_live(partner)
    expect(panels).to_have_count(1)
    may(lead, "Can write")
    partner.reloads()
    partner.sees(SAVED)
    partner.sees_in_field("Your answer for Voices", re.compile("Just"))


def may(lead: Guest, level: str) -> None:
    lead.opens("Change what they may do")
    lead.selects("What Caspian Okoro-Hale may do", level)
    lead.presses("Change it")
    lead.sees(f"{level}. caspian@brackmere.example")


def test_an_open_desk_hears_that_the_entry_was_withdrawn(lead: Guest) -> None:
    lead.follows(SUBMITTED)
    desk = lead.page.url
    lead.follows("Purpose", exact=True)
    desk_is_live(lead)
    lead.sees("What changes now is judged only if it is submitted again by")
    other = lead.page.context.new_page()
    other.goto(f"{desk}withdrawal/")
    other.get_by_role("button", name="Withdraw the entry").click()
    expect(other.locator("body")).to_contain_text("Withdrawn.")
    lead.types("Your answer for Purpose", " After that.")
    lead.sees("This entry is withdrawn. It is judged only if it is submitted again by")


def test_a_browser_that_keeps_nothing_warns_of_leaving_and_not_of_saving(lead: Guest) -> None:
    lead.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    lead.follows(ENTRY)
    desk = lead.page.url
    lead.follows("Title and summary")
    address = lead.page.url
    asked: list[str] = []
    lead.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    lead.types("Summary", " Five villages.")
    lead.presses("Save", exact=True)
    lead.is_on(ENTRY)
    assert asked == []
    lead.goes_to(address)
    lead.types("Summary", " Six.")
    lead.goes_to(desk)
    assert asked == ["beforeunload"]


def test_words_older_than_what_was_saved_since_are_saved_at_the_second_press(lead: Guest) -> None:
    lead.follows(ENTRY)
    lead.follows("Organisations")
    address = lead.page.url
    lead.page.locator("summary", has_text="what it did").first.click()
    line = lead.page.get_by_label("Credit line").first
    line.fill("ran the old kitchen")
    colleague = lead.page.context.browser.new_context(storage_state={
        **lead.page.context.storage_state(), "origins": [],
    }).new_page()  # fmt: skip
    colleague.goto(address)
    colleague.locator("summary", has_text="what it did").first.click()
    colleague.get_by_label("Credit line").first.fill("ran the new kitchen")
    colleague.get_by_role("button", name="Save the credit line").first.click()
    expect(colleague.locator("body")).to_contain_text("What the organisation did is saved.")
    colleague.context.close()
    lead.goes_to(address)
    lead.sees(KEPT)
    expect(line).to_have_value("ran the old kitchen")
    save = lead.page.get_by_role("button", name="Save the credit line").first
    save.click()
    lead.sees("Somebody else saved “ran the new kitchen” here while you had it open.")
    expect(line).to_have_value("ran the old kitchen")
    save.click()
    lead.sees("What the organisation did is saved.")
    lead.reloads()
    lead.does_not_see(KEPT)
    expect(line).to_have_value("ran the old kitchen")
