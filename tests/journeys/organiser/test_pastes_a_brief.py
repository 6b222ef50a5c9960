"""An organiser pastes a category's page, checks what was read, and publishes it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest

NAME = "Second Pair of Hands Award"
PAGE = """\
Lending and Borrowing Awards
Second Pair of Hands Award

NEW FOR THIS YEAR

A physiotherapist for the winter, a welder for the wheelchairs, a van on Thursdays: some help is \
only needed for a while. This award goes to organisations that lent each other people or tools, and \
kept a fair account of who owed whom.

Eligibility

Open to any two organisations that have lent and borrowed for at least three months.

Beginnings

  • What was missing, and who had it to spare?
  • What did the two of you agree before the first loan?

Difference made

  • What can be done now that could not be done before?
  • How do you know that the lender did not suffer?

Keeping it going

  • What happens when both of you need the same van?

Second Pair of Hands Award

start your entry
"""


def test_a_brief_becomes_a_public_category(somebody: Opener) -> None:
    organiser = somebody()
    organiser.becomes("awards director")
    organiser.is_on("Your editions")
    organiser.follows("Common Ground Awards")

    pastes_the_page(organiser)
    sees_what_was_read(organiser)
    changes_their_mind(organiser)

    pastes_the_page(organiser)
    corrects_a_prompt(organiser)
    organiser.presses("Store as a draft")
    organiser.sees("Stored as drafts")
    organiser.sees(NAME)

    early_visitor, visitor = somebody(), somebody()
    early_visitor.reads_of_the_awards()
    early_visitor.does_not_see(NAME)

    publishes(organiser)
    reads_it(visitor)


def pastes_the_page(organiser: Guest) -> None:
    organiser.follows("Categories")
    organiser.follows("Import a category page")
    organiser.writes("Paste the category page", PAGE)
    organiser.presses("Read it")
    organiser.is_on("Check what was read")


def sees_what_was_read(organiser: Guest) -> None:
    organiser.sees("One category was found. Nothing is stored until you say so")
    organiser.sees_in_field("Name of the category", NAME)
    for number, section in enumerate(["Beginnings", "Difference made", "Keeping it going"], 1):
        organiser.sees_in_field("Name of the section", section, group=f"Section {number}")
    organiser.sees_in_field(
        "Prompts", "What happens when both of you need the same van?", group="Section 3"
    )
    expect(organiser.page.get_by_label("Marked as new")).to_be_checked()
    sees_the_lines_lit(organiser)


def sees_the_lines_lit(organiser: Guest) -> None:
    """Whoever works on a section sees which lines of the page it was read from."""
    organiser.page.get_by_role("group", name="Section 2").get_by_label("Prompts").focus()
    lit = organiser.page.locator(".pl-highlight-line.is-lit")
    expect(lit).to_contain_text(
        ["Difference made", "What can be done now", "How do you know that the lender"]
    )
    ignored = organiser.page.locator(".pl-highlight-line s")
    expect(ignored.filter(has_text="start your entry")).to_have_count(1)


def changes_their_mind(organiser: Guest) -> None:
    """Neither reloading nor going back stores anything."""
    organiser.reloads()
    organiser.goes_back()
    organiser.follows("Categories")
    organiser.is_on("Categories")
    organiser.does_not_see(NAME)


def corrects_a_prompt(organiser: Guest) -> None:
    organiser.writes(
        "Prompts", "What happens when both of you need the same van at once?", group="Section 3"
    )


def publishes(organiser: Guest) -> None:
    organiser.follows(NAME)
    organiser.sees("A draft. Only your team can see it.")
    organiser.follows("See it as the public will")
    organiser.presses("Publish this category")
    organiser.sees("The category is published. Anybody can read it.")


def reads_it(visitor: Guest) -> None:
    visitor.reads_of_the_awards()
    visitor.follows(NAME)
    visitor.is_on(NAME)
    visitor.sees("A physiotherapist for the winter")
    visitor.sees("for at least three months")
    visitor.sees("What happens when both of you need the same van at once?")
    visitor.sees("How do you know that the lender did not suffer?")
    visitor.sees_link("Start your entry")
