"""Two people of two organisations write one answer at once, and each sees the other's words as they come."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.entering import SAVED, desk_is_live
from tests.journeys.guest import Guest

ENTRY = "The Tuesday Table"
ADDRESS = "ines@foodshare.example"
LEAD = "Delphine Arkwright-Sesay"
NAME = "Ines Whitcombe-Adjei"
ANSWER = "Your answer for Worth"
HERS = "The kitchen costs £62 a week, and the council pays the adviser anyway. "
THEIRS = "We weighed the food that was saved: 1.4 tonnes in a winter. "
SOON = 1_500  # a second from writing to seeing, and half of one for a busy machine


def test_two_people_write_one_answer_at_once(somebody: Opener) -> None:
    lead = somebody()
    lead.becomes("entrant, lead organisation")
    invites(lead)

    partner = somebody()
    accepts(partner)
    both_open_one_answer(lead, partner)
    see_each_others_names(lead, partner)
    see_each_others_words(lead, partner)
    undoes_ones_own_alone(lead, partner)
    keeps_the_caret(lead, partner)
    finds_who_wrote_what(lead)


def invites(lead: Guest) -> None:
    lead.follows(ENTRY)
    lead.follows("People", exact=True)
    lead.writes("Their e-mail address", ADDRESS)
    lead.presses("Send the invitation")
    lead.sees(f"{ADDRESS}")
    lead.sees("not accepted yet")


def accepts(partner: Guest) -> None:
    """The link in the mail asks to sign in; only then can it be accepted, by a button."""
    partner.goes_to(
        partner.link_in_mail(ADDRESS, "invites you to work on an award entry", "/invitations/")
    )
    partner.signs_in_by_mail(ADDRESS)
    partner.gives_name(NAME)
    partner.is_on("Work on an entry together")
    partner.sees(ENTRY)
    partner.presses("Accept the invitation")
    partner.is_on(ENTRY)


def both_open_one_answer(lead: Guest, partner: Guest) -> None:
    lead.goes_to("/entries/")
    lead.follows(ENTRY)
    for writer in (lead, partner):
        writer.follows("Worth", exact=True)
        writer.sees_in_field(ANSWER, "")
        desk_is_live(writer)


def see_each_others_names(lead: Guest, partner: Guest) -> None:
    for writer, other in ((lead, NAME), (partner, LEAD)):
        expect(writer.page.locator("[data-here]")).to_contain_text(f"{other} is writing here too")
        line = writer.page.locator("[data-people] li").filter(has_text=other)
        expect(line).to_contain_text("in this answer")
        writer.looks()


def see_each_others_words(lead: Guest, partner: Guest) -> None:
    lead.types(ANSWER, HERS)
    sees_soon(partner, HERS)
    partner.types(ANSWER, THEIRS)
    sees_soon(lead, HERS + THEIRS)
    for writer in (lead, partner):
        writer.sees(SAVED)


def undoes_ones_own_alone(lead: Guest, partner: Guest) -> None:
    lead.page.get_by_label(ANSWER).focus()
    for _ in range(12):
        lead.hits("Control+z")
    sees_soon(lead, THEIRS)
    sees_soon(partner, THEIRS)
    for _ in range(12):
        lead.hits("Control+y")
    sees_soon(partner, HERS + THEIRS)


def keeps_the_caret(lead: Guest, partner: Guest) -> None:
    """While one writes at the end, the other writes before; the caret stays with the words."""
    box = partner.page.get_by_label(ANSWER)
    box.focus()
    partner.hits("Control+End", "Shift+Home")
    lead.page.get_by_label(ANSWER).focus()
    lead.hits("Control+Home")
    lead.page.keyboard.type("Its worth. ")
    sees_soon(partner, f"Its worth. {HERS}{THEIRS}")
    chosen = box.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert chosen
    assert f"{HERS}{THEIRS}".endswith(chosen)
    partner.page.keyboard.type("Nothing was thrown away.")
    sees_soon(lead, re.compile(r"^Its worth\. .*Nothing was thrown away\.$", re.DOTALL))


def finds_who_wrote_what(lead: Guest) -> None:
    lead.sees(SAVED)
    lead.reloads()
    lead.sees_in_field(ANSWER, re.compile(r"^Its worth\. "))
    lead.sees(f"Last saved by {NAME}")


def sees_soon(writer: Guest, text: str | re.Pattern[str]) -> None:
    expect(writer.page.get_by_label(ANSWER)).to_have_value(text, timeout=SOON)
