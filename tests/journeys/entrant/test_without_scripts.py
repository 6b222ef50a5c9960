"""An entrant whose browser runs no scripts registers, writes, submits and gets the receipt."""

from __future__ import annotations

import re

from tests.journeys.conftest import Opener
from tests.journeys.entering import (
    ANSWERS,
    CATEGORY,
    TITLE,
    answers_eligibility,
    comes_to_the_category,
    describes_the_project,
    evidence,
    makes_declarations,
    names_organisations,
    opens_part,
    photo,
    registers,
    writes_answer,
)
from tests.journeys.guest import Guest

ADDRESS = "barnabas@lowertarn.example"


def test_an_entry_is_submitted_with_buttons_alone(somebody: Opener) -> None:
    entrant = somebody(scripts=False)
    comes_to_the_category(entrant)
    entrant.follows("Start your entry")
    registers(entrant, ADDRESS, "Barnabas Ellwood-Tran")
    entrant.is_on(f"Start your entry for {CATEGORY}")
    entrant.presses("Start your entry")
    desk = entrant.page.url

    opens_part(entrant, desk, "Title and summary")
    describes_the_project(entrant)
    opens_part(entrant, desk, "Organisations")
    names_organisations(entrant)
    opens_part(entrant, desk, "Eligibility")
    answers_eligibility(entrant)
    opens_part(entrant, desk, "Declarations")
    makes_declarations(entrant)
    adds_files(entrant, desk)
    for criterion in ANSWERS:
        writes_answer(entrant, desk, criterion)

    opens_part(entrant, desk, "Check and submit")
    entrant.sees("Nothing is missing.")
    entrant.presses("Submit this entry")
    entrant.is_on("We have received your entry")
    entrant.sees("Digest")
    assert "Digest (SHA-256): " in entrant.mail(ADDRESS, f"Received: {TITLE}")


def adds_files(entrant: Guest, desk: str) -> None:
    """A picture that is none is refused with a reason, and one that is comes through."""
    opens_part(entrant, desk, "Photo and files")
    entrant.attaches("Photo of the project", "bus.jpg", "image/jpeg", b"not a picture at all")
    entrant.presses("Add the photo")
    entrant.sees("There is a problem")
    entrant.attaches("Photo of the project", "bus.jpg", "image/jpeg", photo())
    entrant.presses("Add the photo")
    entrant.sees_link("bus.jpg")
    entrant.attaches("One file or several", "timetable.pdf", "application/pdf", evidence())
    entrant.presses("Add", exact=True)
    entrant.sees_link("timetable.pdf")


def test_what_was_typed_after_the_session_ended_is_sent_by_one_button(somebody: Opener) -> None:
    entrant = somebody(scripts=False, width=360)
    comes_to_the_category(entrant)
    entrant.follows("Start your entry")
    registers(entrant, "teodora@lowertarn.example", "Teodora Ellwood")
    entrant.presses("Start your entry")
    opens_part(entrant, entrant.page.url, "Title and summary")
    entrant.writes("Title of the project", TITLE)
    entrant.writes("Summary", "First line.\n\nThird line.")
    entrant.page.context.clear_cookies(name=re.compile("session"))

    entrant.presses("Save", exact=True)
    entrant.is_on("Sign in to send this")
    entrant.writes("Your email address", "teodora@lowertarn.example")
    entrant.presses("Send me a code")
    entrant.writes("Code", entrant.code_sent_to("teodora@lowertarn.example"))
    entrant.presses("Sign in", exact=True)
    entrant.is_on("Send what you typed")
    entrant.presses("Send it now")
    entrant.follows("Title and summary", exact=True)
    assert entrant.page.get_by_label("Title of the project").input_value() == TITLE
    assert entrant.page.get_by_label("Summary").input_value() == "First line.\n\nThird line."
