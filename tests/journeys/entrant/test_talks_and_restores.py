"""Two people talk beside an answer; one brings back what the other wrote over; both see where an entry is."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.entering import SAVED, desk_is_live
from tests.journeys.guest import Guest

ENTRY = "The Tuesday Table"
SUBMITTED = "One front door for Harbour Ward"
LEAD, LEADS_MAIL = "Delphine Arkwright-Sesay", "delphine@wrenlow.example"
PARTNER, PARTNERS_MAIL = "Caspian Okoro-Hale", "caspian@brackmere.example"
QUESTION = f"@{PARTNER} is £1,940 for a household or for a person?"
ANSWER = "Your answer for Results"
WRITTEN_OVER = "Cut short, alas."
AMISS = "The photo shows a child. Ask the parents, or choose another."


def test_people_talk_about_an_answer_and_bring_back_what_it_said(somebody: Opener) -> None:
    lead, partner = somebody(), somebody(width=400)
    lead.becomes("entrant, lead organisation")
    partner.becomes("entrant, partner organisation")

    asks(lead)
    replies_from_the_mail(partner)
    resolves(lead)

    before = writes_over(lead)
    brings_back(partner, before)
    sees_who_brought_it_back(lead, before)


def asks(lead: Guest) -> None:
    lead.follows(ENTRY)
    lead.follows("Results", exact=True)
    lead.follows("Read or add comments")
    lead.is_on("Comments on Results")
    lead.sees("Nobody has commented yet")
    lead.presses("Add the comment")
    lead.sees("Write your comment first.")
    mentions_the_partner(lead)
    lead.writes("Which words is it about?", "worth £1,940 a year each")
    lead.presses("Add the comment")
    lead.sees(QUESTION)


def mentions_the_partner(lead: Guest) -> None:
    """Typing @ offers the people; arrows, Enter and Escape choose one or leave it."""
    box, offered = lead.page.get_by_label("Your comment"), lead.page.get_by_role("option")
    box.press_sequentially("@")
    expect(offered).not_to_have_count(0)
    box.press("Escape")
    expect(offered).to_have_count(0)
    box.fill("")
    box.press_sequentially("@casp")
    expect(offered).to_have_text([PARTNER])
    expect(box).to_have_attribute("aria-activedescendant", "id_body-people-0")
    box.press("Enter")
    expect(box).to_have_value(f"@{PARTNER} ")
    box.press_sequentially(QUESTION.removeprefix(f"@{PARTNER} "))


def replies_from_the_mail(partner: Guest) -> None:
    """Who is named is told by mail, and the link leads to the comments."""
    partner.goes_to(
        partner.link_in_mail(PARTNERS_MAIL, f"{LEAD} mentioned you in a comment", "/comments/")
    )
    partner.is_on("Comments on Results")
    partner.sees("worth £1,940 a year each")
    partner.opens(f"Reply to {LEAD}")
    partner.presses("Reply", exact=True)
    partner.is_on("Comments on Results")
    expect(partner.page.get_by_label(f"Your reply to {LEAD}")).to_be_visible()
    partner.writes(f"Your reply to {LEAD}", "For a household.")
    partner.presses("Reply", exact=True)
    partner.sees("For a household.")


def resolves(lead: Guest) -> None:
    lead.goes_to(lead.link_in_mail(LEADS_MAIL, f"{PARTNER} replied to your comment", "/comments/"))
    lead.sees("For a household.")
    lead.presses("Resolve")
    lead.sees(f"Resolved by {LEAD}")


def writes_over(lead: Guest) -> str:
    """Replace the whole answer; return what it said."""
    lead.goes_to("/entries/")
    lead.follows(ENTRY)
    lead.follows("Results", exact=True)
    desk_is_live(lead)
    box = lead.page.get_by_label(ANSWER)
    before = box.input_value()
    box.fill(WRITTEN_OVER)
    lead.sees(SAVED)
    lead.reloads()
    lead.sees_in_field(ANSWER, WRITTEN_OVER)
    return before


def brings_back(partner: Guest, before: str) -> None:
    partner.goes_to("/entries/")
    partner.follows(ENTRY)
    partner.follows("Results", exact=True)
    partner.follows("History", exact=True)
    partner.is_on("History of Results")
    partner.sees("This is what the answer says now.")
    partner.sees(WRITTEN_OVER)
    partner.follows("Read or bring back this version")
    partner.is_on("Results, version 1")
    partner.sees(before)
    partner.opens("What has changed since")
    partner.presses("Bring this version back")
    partner.is_on("Results")
    partner.sees_in_field(ANSWER, before)


def sees_who_brought_it_back(lead: Guest, before: str) -> None:
    """It reaches the page that is open, and stands in the history with what it replaced."""
    expect(lead.page.get_by_label(ANSWER)).to_have_value(before)
    lead.follows("History", exact=True)
    lead.sees(f"{PARTNER} brought an earlier version back")
    lead.sees(WRITTEN_OVER)


def test_an_entry_is_followed_from_receipt_to_judges(somebody: Opener) -> None:
    entrant, desk = somebody(width=400), somebody()
    entrant.becomes("entrant, lead organisation")
    entrant.follows(SUBMITTED)
    entrant.follows("Where your entry is")
    entrant.is_on("Where your entry is")
    status = entrant.page.url
    entrant.sees(re.compile(r"Received\s+\(done\)"))
    entrant.sees("Not yet. You need do nothing.")

    says_what_is_amiss(desk)
    assert AMISS in entrant.mail(LEADS_MAIL, f"Something to put right: {SUBMITTED}")
    entrant.goes_to(status)
    entrant.sees(f"Something is to be put right: {AMISS}")
    entrant.sees("Judging opens on")


def says_what_is_amiss(desk: Guest) -> None:
    desk.becomes("entries desk")
    desk.follows("Common Ground Awards")
    desk.follows("Entries", exact=True)
    desk.follows(SUBMITTED)
    desk.follows("Is this entry in order?")
    desk.picks("No", group="Is this entry in order?")
    desk.presses("Save", exact=True)
    desk.sees("Say what is to be put right.")
    desk.writes("If not, what is to be put right?", AMISS)
    desk.presses("Save", exact=True)
    desk.sees(f"Not in order: {AMISS}")
