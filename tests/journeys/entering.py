"""What every entrant does on the way to a submitted entry, in steps that stories share."""

from __future__ import annotations

import io
import re

from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfWriter

from tests.journeys.guest import Guest

CATEGORY = "Fair Access Award"
TITLE = "The bus that waits"
SAVED = re.compile(r"Saved at \d\d:\d\d\.")
ANSWERS = {
    "Purpose": "Of 212 women in Lower Tarn, nine in ten missed a scan because the bus left first.",
    "Results": "Missed scans fell from 90% to 12% in a year; in the next valley nothing changed.",
    "Reach": "Two more valleys have taken up the timetable, and the driver trains their drivers.",
    "Worth": "It costs £140 a week. A second appointment cost £95, and there were sixty a month.",
    "Voices": "The passengers' meeting sets the timetable. They moved the stop, against our advice.",
}


def comes_to_the_category(entrant: Guest) -> None:
    entrant.reads_of_the_awards()
    entrant.follows(CATEGORY)
    entrant.is_on(CATEGORY)


def registers(entrant: Guest, address: str, name: str) -> None:
    """Sign in for the first time: the code makes the account, and a name is asked for once."""
    entrant.signs_in_by_mail(address)
    entrant.gives_name(name)


def types_on(entrant: Guest, criterion: str, text: str) -> None:
    """Type at the end of an answer, press nothing, and wait until the page says that it is saved."""
    desk_is_live(entrant)
    entrant.types(f"Your answer for {criterion}", text)
    entrant.sees(SAVED)


def desk_is_live(entrant: Guest) -> None:
    """Wait until the desk shares what is typed. It can be written in before that, too."""
    expect(entrant.page.locator("[data-is-live]")).to_have_count(1)


def opens_part(entrant: Guest, desk: str, part: str) -> None:
    """Open a part of the entry from the page of the whole, whose address is `desk`."""
    entrant.goes_to(desk)
    entrant.follows(part, exact=True)


def writes_answer(entrant: Guest, desk: str, criterion: str) -> None:
    """Write an answer and save it by its button, with scripts or without."""
    opens_part(entrant, desk, criterion)
    entrant.writes(f"Your answer for {criterion}", ANSWERS[criterion])
    entrant.presses("Save", exact=True)
    entrant.sees(SAVED)


def describes_the_project(entrant: Guest) -> None:
    entrant.writes("Title of the project", TITLE)
    entrant.writes("Summary", "A country bus that waits at the hospital until the clinic is over.")
    entrant.presses("Save", exact=True)


def names_organisations(entrant: Guest) -> None:
    """Find the lead in the register; add a partner whom the register does not know."""
    finds_organisation(entrant, "Lindrake County", "Add as lead")
    entrant.writes(
        "Name of the organisation, a part of it, or its code", "Lower Tarn Bus Passengers"
    )
    entrant.presses("Find")
    entrant.sees("Nothing in the register is called “Lower Tarn Bus Passengers”.")
    entrant.writes("Name of the organisation", "Lower Tarn Bus Passengers", exact=True)
    entrant.selects("What kind of organisation is it?", "Charity or voluntary group")
    entrant.presses("Add to the register and to your entry")
    entrant.sees("Lower Tarn Bus Passengers")


def finds_organisation(entrant: Guest, name: str, button: str) -> None:
    entrant.writes("Name of the organisation, a part of it, or its code", name)
    entrant.presses("Find")
    entrant.presses(button)


def answers_eligibility(entrant: Guest) -> None:
    entrant.picks("Yes", group="Can you show figures from before the work began?")
    entrant.presses("Save", exact=True)
    entrant.sees("By these answers, the project can be entered.")


def makes_declarations(entrant: Guest) -> None:
    entrant.picks(
        "Yes, this is so", group="Everyone who is named or quoted in this entry has agreed to it."
    )
    entrant.picks(
        "The whole entry", group="What may we publish of this entry, should it be short-listed?"
    )
    entrant.picks("No AI tools were used", group="Were AI tools used in writing this entry?")
    entrant.presses("Save", exact=True)


def photo() -> bytes:
    """Return a small picture, as a camera would make it."""
    held = io.BytesIO()
    Image.new("RGB", (640, 480), (96, 140, 120)).save(held, "JPEG")
    return held.getvalue()


def evidence() -> bytes:
    """Return a document of two empty pages."""
    held, document = io.BytesIO(), PdfWriter()
    for _ in range(2):
        document.add_blank_page(width=595, height=842)
    document.write(held)
    return held.getvalue()
