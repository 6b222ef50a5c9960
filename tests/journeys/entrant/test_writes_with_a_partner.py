"""Two people of two organisations write one entry, and neither overwrites the other."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.entering import types_on
from tests.journeys.guest import Guest

ENTRY = "The Tuesday Table"
ADDRESS = "ines@foodshare.example"
NAME = "Ines Whitcombe-Adjei"
HERS = "The kitchen costs £62 a week, and the council pays the adviser anyway."
THEIRS = "We weighed the food that was saved: 1.4 tonnes in a winter."


def test_a_partner_writes_in_the_same_entry(somebody: Opener) -> None:
    lead = somebody()
    lead.becomes("entrant, lead organisation")
    invites(lead)

    partner = somebody()
    accepts(partner)
    writes_an_answer(partner)

    both_open_one_answer(lead, partner)
    types_on(lead, "Worth", HERS)
    sees_both_texts(partner)
    joins_them(partner)
    finds_every_word(lead)


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


def writes_an_answer(partner: Guest) -> None:
    partner.follows("Voices", exact=True)
    types_on(partner, "Voices", "Guests choose the dishes and the music.")
    partner.goes_to("/entries/")
    partner.follows(ENTRY)


def both_open_one_answer(lead: Guest, partner: Guest) -> None:
    lead.goes_to("/entries/")
    lead.follows(ENTRY)
    for writer in (lead, partner):
        writer.follows("Worth", exact=True)
        writer.sees_in_field("Your answer for Worth", "")


def sees_both_texts(partner: Guest) -> None:
    """Their page is older than the other's save: it asks, and shows both."""
    partner.types("Your answer for Worth", THEIRS)
    conflict = partner.page.get_by_role("region", name=re.compile("saved this at"))
    expect(conflict).to_contain_text("Delphine Arkwright-Sesay")
    expect(conflict).to_contain_text("Both texts are here. Nothing is lost.")
    partner.sees_in_field("Yours, kept on this device", THEIRS)
    partner.sees_in_field("Delphine Arkwright-Sesay’s, saved", HERS)
    partner.looks()


def joins_them(partner: Guest) -> None:
    with partner.page.expect_response(lambda answer: answer.ok and answer.url.endswith("/text")):
        partner.presses("Join both")
    partner.sees(re.compile(r"Saved at \d\d:\d\d\."))
    has_both(partner)
    partner.reloads()
    has_both(partner)


def finds_every_word(lead: Guest) -> None:
    lead.reloads()
    has_both(lead)
    lead.sees("Last saved by Ines Whitcombe-Adjei")
    lead.follows("Earlier versions")
    lead.sees_in_field("The answer as it was", re.compile(re.escape(THEIRS)))


def has_both(writer: Guest) -> None:
    for text in (HERS, THEIRS):
        writer.sees_in_field("Your answer for Worth", re.compile(re.escape(text)))
