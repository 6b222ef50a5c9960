"""An entrant writes over two sittings, through a crash of the server, and submits before the deadline."""

from __future__ import annotations

import re

from tests.journeys.conftest import Opener
from tests.journeys.entering import (
    ANSWERS,
    CATEGORY,
    SAVED,
    TITLE,
    answers_eligibility,
    comes_to_the_category,
    describes_the_project,
    evidence,
    makes_declarations,
    names_organisations,
    opens_part,
    photo,
    types_on,
    writes_answer,
)
from tests.journeys.guest import Guest
from tests.journeys.site import Site

ADDRESS = "isolde@lowertarn.example"
NAME = "Isolde Pargeter-Nwosu"
DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
REFERENCE = re.compile(r"\b[A-Z]+\d\d-\d{4}/\d\b")


def test_an_entry_is_written_kept_and_submitted(somebody: Opener, site: Site) -> None:
    at_work = somebody()
    registers_by_keyboard(at_work)
    desk = starts_in_two_clicks(at_work)
    writes_the_first_answer(at_work, desk)

    at_home = somebody(width=400)
    comes_back(at_home)
    writes_through_a_crash(at_home, desk, site)

    entrant = at_work
    sees_what_is_missing(entrant, desk)
    fills_in_the_rest(entrant, desk)
    submits_by_keyboard(entrant, desk)
    first = keeps_the_receipt(entrant)
    changes_it_and_submits_again(entrant, desk, first)

    entrant.moves_today_to("After the deadline")
    finds_it_closed(entrant, desk)


def registers_by_keyboard(entrant: Guest) -> None:
    """From the category to a signed-in account without touching the mouse."""
    comes_to_the_category(entrant)
    entrant.tabs_to("Start your entry")
    entrant.hits("Enter")
    entrant.is_on("Sign in")
    entrant.tabs_to("Your email address")
    entrant.page.keyboard.type(ADDRESS)
    entrant.hits("Enter")
    entrant.is_on("Enter your code")
    entrant.looks()
    code = entrant.code_sent_to(ADDRESS)
    entrant.tabs_to("Code")
    entrant.page.keyboard.type(code)
    entrant.hits("Enter")
    entrant.is_on("What is your name?")
    entrant.tabs_to("Your name")
    entrant.page.keyboard.type(NAME)
    entrant.tabs_to("Continue")
    entrant.hits("Space")
    entrant.is_on(f"Start your entry for {CATEGORY}")
    entrant.looks()


def starts_in_two_clicks(entrant: Guest) -> str:
    """Once known, it is one link on the category's page and one button; return the entry's address."""
    comes_to_the_category(entrant)
    entrant.follows("Start your entry")
    entrant.presses("Start your entry")
    entrant.is_on("Untitled entry")
    entrant.sees("Not submitted yet. You can submit until 5pm")
    return entrant.page.url


def writes_the_first_answer(entrant: Guest, desk: str) -> None:
    opens_part(entrant, desk, "Purpose")
    entrant.sees("Which gap did you measure, between whom")
    types_on(entrant, "Purpose", ANSWERS["Purpose"])
    entrant.sees(f"{len(ANSWERS['Purpose'].split())} of 250 words")


def comes_back(entrant: Guest) -> None:
    """On another device, with nothing but the address."""
    entrant.goes_to("/entries/")
    entrant.signs_in_by_mail(ADDRESS)
    entrant.is_on("Your entries")
    entrant.follows("Untitled entry")
    entrant.follows("Purpose", exact=True)
    entrant.sees_in_field("Your answer for Purpose", ANSWERS["Purpose"])


def writes_through_a_crash(entrant: Guest, desk: str, site: Site) -> None:
    """What was typed while the server was dead is saved once it lives, with nothing done for it."""
    opens_part(entrant, desk, "Results")
    half = len(ANSWERS["Results"]) // 2
    types_on(entrant, "Results", ANSWERS["Results"][:half])
    site.kill()
    entrant.types("Your answer for Results", ANSWERS["Results"][half:])
    entrant.sees("Not connected. Your words are kept in this browser.")
    site.start()
    entrant.sees_soon(SAVED, seconds=90)
    entrant.reloads()
    entrant.sees_in_field("Your answer for Results", ANSWERS["Results"])
    entrant.sees(SAVED)


def sees_what_is_missing(entrant: Guest, desk: str) -> None:
    entrant.goes_to(desk)
    entrant.follows("See what is missing")
    entrant.is_on("Check your entry")
    for sentence in [
        "Give the project a title.",
        "Write a summary of the project.",
        "Choose the lead organisation.",
        "Answer the eligibility question.",
        "Answer “Reach”.",
        "Answer “Worth”.",
        "Answer “Voices”.",
        "Make 3 declarations.",
    ]:
        entrant.sees_link(sentence)
    entrant.sees("8 things are missing")
    entrant.sees_no_link("Answer “Purpose”.")


def fills_in_the_rest(entrant: Guest, desk: str) -> None:
    entrant.follows("Give the project a title.")
    describes_the_project(entrant)
    opens_part(entrant, desk, "Organisations")
    names_organisations(entrant)
    opens_part(entrant, desk, "Eligibility")
    answers_eligibility(entrant)
    opens_part(entrant, desk, "Declarations")
    makes_declarations(entrant)
    opens_part(entrant, desk, "Photo and files")
    entrant.attaches("Photo of the project", "bus.jpg", "image/jpeg", photo())
    entrant.presses("Add the photo")
    entrant.sees_link("bus.jpg")
    entrant.attaches("One file or several", "timetable.pdf", "application/pdf", evidence())
    entrant.presses("Add", exact=True)
    entrant.sees_link("timetable.pdf")
    for criterion in ["Reach", "Worth", "Voices"]:
        writes_answer(entrant, desk, criterion)


def submits_by_keyboard(entrant: Guest, desk: str) -> None:
    entrant.goes_to(desk)
    entrant.follows("Check and submit")
    entrant.sees("Nothing is missing.")
    entrant.tabs_to("Submit this entry")
    entrant.hits("Space")
    entrant.is_on("We have received your entry")
    entrant.looks()


def keeps_the_receipt(entrant: Guest) -> str:
    """Reference, time and digest are on the screen and in the mail; return the reference."""
    shown = entrant.page.locator("main").inner_text()
    digest, reference = DIGEST.search(shown), REFERENCE.search(shown)
    assert digest is not None
    assert reference is not None
    entrant.sees(re.compile(r"\d\d:\d\d:\d\d on \d+ \w+ \d{4} \(UK time\)"))
    mailed = entrant.mail(ADDRESS, f"Received: {TITLE} ({reference[0]})")
    assert digest[0] in mailed
    assert reference[0] in mailed
    return reference[0]


def changes_it_and_submits_again(entrant: Guest, desk: str, first: str) -> None:
    opens_part(entrant, desk, "Voices")
    types_on(entrant, "Voices", " They were right.")
    entrant.goes_to(desk)
    entrant.sees("You have changed it since.")
    entrant.follows("Check and submit")
    entrant.presses("Submit again")
    entrant.is_on("We have received your entry")
    entrant.opens("What you submitted")
    entrant.sees("They were right.")
    entrant.goes_to(desk)
    entrant.sees_link(first)
    entrant.sees_link(first.replace("/1", "/2"))


def finds_it_closed(entrant: Guest, desk: str) -> None:
    """After the deadline nothing can be changed, and everything can be read."""
    entrant.goes_to(desk)
    entrant.sees("Entries have closed. This is the entry that is judged.")
    entrant.follows("Voices", exact=True)
    entrant.sees_in_field("The answer for Voices", f"{ANSWERS['Voices']} They were right.")
    assert not entrant.page.get_by_role("button", name="Save").count()
    comes_to_the_category(entrant)
    entrant.sees_no_link("Start your entry")
