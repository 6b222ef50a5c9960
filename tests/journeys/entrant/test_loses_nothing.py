"""Whatever happens to the network, the server, the page or the session: no word is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.entering import SAVED, desk_is_live
from tests.journeys.guest import Guest
from tests.journeys.site import Site

ENTRY = "The Tuesday Table"
KEPT = "Not connected. Your words are kept in this browser."


@pytest.fixture
def lead(somebody: Opener) -> Guest:
    """The lead organisation's writer, with the entry open."""
    lead = somebody()
    lead.becomes("entrant, lead organisation")
    lead.follows(ENTRY)
    return lead


@pytest.fixture
def partner(somebody: Opener) -> Guest:
    """A partner's writer, with the same entry open in a browser of their own."""
    partner = somebody()
    partner.becomes("entrant, partner organisation")
    partner.follows(ENTRY)
    return partner


def opens(writer: Guest, criterion: str) -> None:
    writer.follows(criterion, exact=True)
    desk_is_live(writer)


def has(writer: Guest, criterion: str, *texts: str, seconds: float = 15) -> None:
    for text in texts:
        expect(writer.page.get_by_label(f"Your answer for {criterion}")).to_have_value(
            re.compile(re.escape(text)), timeout=seconds * 1000
        )


def test_one_goes_offline_both_write_and_both_texts_are_there(lead: Guest, partner: Guest) -> None:
    opens(lead, "Reach")
    opens(partner, "Reach")
    partner.page.context.set_offline(True)
    partner.types("Your answer for Reach", "Written on the train. ")
    partner.sees(KEPT)
    lead.types("Your answer for Reach", "Written at the desk. ")
    lead.sees(SAVED)
    partner.types("Your answer for Reach", "Still on the train. ")
    partner.page.context.set_offline(False)
    both = ("Written on the train. ", "Written at the desk. ", "Still on the train. ")
    has(partner, "Reach", *both)
    has(lead, "Reach", *both)
    partner.sees(SAVED)
    lead.reloads()
    has(lead, "Reach", *both)


def test_the_server_is_killed_in_mid_sentence(lead: Guest, partner: Guest, site: Site) -> None:
    opens(lead, "Voices")
    opens(partner, "Voices")
    lead.types("Your answer for Voices", "Before the crash. ")
    has(partner, "Voices", "Before the crash. ")
    lead.types("Your answer for Voices", "As it crashed. ")
    site.kill()
    lead.types("Your answer for Voices", "While it was dead. ")
    partner.page.get_by_label("Your answer for Voices").focus()
    partner.hits("Control+Home")
    partner.page.keyboard.type("The partner too. ")
    lead.sees(KEPT)
    lead.page.close()
    site.start()
    texts = ("Before the crash.", "As it crashed. While it was dead.", "The partner too.")
    partner.sees_soon(SAVED, seconds=90)

    again = lead.page.context.new_page()
    again.goto(partner.page.url)
    for text in texts:
        expect(again.get_by_label("Your answer for Voices")).to_have_value(
            re.compile(re.escape(text)), timeout=30_000
        )
    expect(again.locator("[data-save-status]")).to_contain_text(SAVED)
    has(partner, "Voices", *texts, seconds=30)


def test_a_reload_in_the_middle_of_a_save(lead: Guest) -> None:
    opens(lead, "Worth")
    for round_ in range(3):
        lead.types("Your answer for Worth", f"Sentence {round_}. ")
        lead.page.reload()
        desk_is_live(lead)
    lead.sees(SAVED)
    has(lead, "Worth", "Sentence 0. Sentence 1. Sentence 2. ")
    lead.reloads()
    lead.sees_in_field("Your answer for Worth", "Sentence 0. Sentence 1. Sentence 2. ")


def test_two_windows_of_one_browser(lead: Guest) -> None:
    opens(lead, "Results")
    second = lead.page.context.new_page()
    second.goto(lead.page.url)
    expect(second.locator("[data-is-live]")).to_have_count(1)
    lead.page.context.set_offline(True)
    lead.types("Your answer for Results", " From the first window.")
    other = second.get_by_label("Your answer for Results")
    expect(other).to_have_value(re.compile(r"From the first window\.$"))
    lead.page.context.set_offline(False)
    expect(second.locator("[data-save-status]")).to_contain_text(SAVED)
    lead.sees_soon(SAVED, seconds=40)
    second.reload()
    expect(other).to_have_value(re.compile(r"From the first window\.$"))


def test_signed_out_in_mid_sentence_and_in_again_elsewhere(lead: Guest) -> None:
    """The session ends in another tab; what is typed waits, and goes on once somebody has signed in again."""
    opens(lead, "Purpose")
    elsewhere = lead.page.context.new_page()
    elsewhere.goto("/entries/")
    elsewhere.get_by_role("button", name="Sign out").click()
    expect(lead.page.locator("[data-save-status]")).to_contain_text("Signed out.")
    lead.types("Your answer for Purpose", " Typed while signed out.")
    elsewhere.goto("/demo/")
    elsewhere.get_by_role("button", name=re.compile("as the entrant, lead organisation")).click()
    lead.page.evaluate("window.dispatchEvent(new Event('focus'))")
    lead.sees_soon(SAVED, seconds=30)
    lead.reloads()
    has(lead, "Purpose", "Typed while signed out.")


def test_after_the_deadline_words_are_refused_and_can_be_taken_along(lead: Guest) -> None:
    opens(lead, "Purpose")
    until = lead.page.get_by_text("You can edit and submit until")
    expect(until).to_be_visible()
    clock = lead.page.context.new_page()
    clock.goto("/demo/clock/")
    clock.get_by_role("button", name=re.compile(r"Move here\W+After the deadline$")).click()
    lead.types("Your answer for Purpose", " Too late.")
    panel = lead.page.get_by_role("region", name="These words were not saved")
    expect(panel).to_contain_text("Entries closed")
    expect(until).to_have_count(0)
    expect(panel.get_by_label("Your words as you wrote them")).to_have_value(
        re.compile(r" Too late\.$")
    )
    lead.looks()
    with lead.page.expect_download() as download:
        panel.get_by_role("button", name="Download them").click()
    assert download.value.path().read_text().endswith(" Too late.")
    lead.reloads()
    expect(panel).to_be_visible()
    expect(lead.page.get_by_label("The answer for Purpose")).not_to_have_value(
        re.compile("Too late")
    )
