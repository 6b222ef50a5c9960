"""An awards lead books a table on a telephone and names who comes; the organiser sees it and takes the lists away."""

from __future__ import annotations

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest

CHARITY, COUNCIL = "Wrenlow Foodshare", "Wrenlow Borough Council"
LIST = """Rowena Achterberg, vegan
Ivo Achterberg, no nuts, no shellfish; a place for a wheelchair
Wilhelmina Szabo-Clegg; a hearing loop"""


def test_a_table_is_booked_and_its_guests_reach_the_caterer(somebody: Opener) -> None:
    lead, organiser = somebody(width=360), somebody()
    lead.becomes("awards lead")
    lead.follows(CHARITY)
    lead.sees("Tables are on sale until")
    lead.follows("Book tables or places")
    books(lead)
    names_guests(lead)
    reads_the_confirmation(lead)
    organiser.becomes("awards director")
    organiser.follows("Common Ground Awards")
    organiser.sees("places at the ceremony booked")
    sees_the_booking(organiser)
    takes_the_lists_away(organiser)
    notes_a_payment(organiser)


def books(lead: Guest) -> None:
    """Too many are refused with what was typed; one table and two places are booked, by keyboard."""
    lead.is_on("Tables at the ceremony")
    lead.writes("Tables", "4", exact=True)
    lead.writes("Your purchase order number", "WF-9")
    lead.picks("I accept these terms for my organisation")
    lead.presses("Book", exact=True)
    lead.sees("One organisation may book 30 places.")
    lead.sees_in_field("Your purchase order number", "WF-9")
    lead.writes("Tables", "1", exact=True)
    lead.writes("Single places", "2")
    lead.tabs_to("I accept these terms for my organisation")
    lead.tabs_to("Book")
    lead.hits("Enter")
    lead.page.wait_for_url("**/bookings/*/?said=booked")
    lead.looks()
    lead.is_on("Your booking CG")
    lead.sees("Booked: 1 table and 2 single places, 12 places in all. 0 of 12 guests named.")
    lead.sees("£1,404.00")


def names_guests(lead: Guest) -> None:
    lead.follows("Name your guests")
    lead.writes("Name", "Honor Lindqvist-Bray", exact=True)
    lead.writes("Dietary needs", "vegetarian")
    lead.presses("Add this guest")
    lead.sees("1 of 12 places have a name")
    lead.writes("Guests, one a line", LIST)
    lead.presses("Add these guests")
    lead.sees("4 of 12 places have a name")
    lead.sees("no nuts, no shellfish")
    lead.follows("Change Honor Lindqvist-Bray")
    lead.writes("Access needs", "a seat near the door")
    lead.presses("Save")
    lead.sees("a seat near the door")
    lead.presses("Remove Wilhelmina Szabo-Clegg")
    lead.sees("3 of 12 places have a name")


def reads_the_confirmation(lead: Guest) -> None:
    letter = lead.mail("honor@wrenlow.example", f"Booked: {CHARITY}")
    assert "It costs £1,404.00 in all, VAT included." in letter
    assert "shellfish" not in letter


def sees_the_booking(organiser: Guest) -> None:
    organiser.follows("Ceremony", exact=True)
    organiser.writes("Search by organisation", "foodshare")
    organiser.presses("Search")
    organiser.sees("£1,404.00 owed")
    organiser.does_not_see(COUNCIL)
    organiser.follows(CHARITY)
    organiser.sees("a place for a wheelchair")
    organiser.sees("WF-9")


def takes_the_lists_away(organiser: Guest) -> None:
    organiser.follows("Ceremony", exact=True)
    for name, line in (
        ("CSV of guests", '"Ivo Achterberg","no nuts, no shellfish","a place for a wheelchair"'),
        ("CSV of bookings", '"WF-9"'),
    ):
        href = organiser.page.get_by_role("link", name=name).get_attribute("href")
        assert line in organiser.page.request.get(href or "").text()


def notes_a_payment(organiser: Guest) -> None:
    organiser.follows(CHARITY)
    organiser.writes("Amount", "£1,404")
    organiser.writes("Note", "By bank")
    organiser.presses("Note it")
    organiser.sees("£1,404.00 came in")
    organiser.sees("The payment is noted.")


def test_a_booking_is_changed_and_given_up_without_scripts(somebody: Opener) -> None:
    lead = somebody(scripts=False, width=360)
    lead.becomes("awards lead")
    lead.follows(COUNCIL)
    lead.follows("See your booking")
    lead.sees("6 of 12 guests named.")
    lead.writes("Tables", "0", exact=True)
    lead.presses("Change the booking")
    lead.sees("6 guests are named, and 2 would have a place. Remove 4 of them first.")
    lead.writes("Tables", "1", exact=True)
    lead.writes("Single places", "0")
    lead.presses("Change the booking")
    lead.sees("Booked: 1 table, 10 places in all.")
    lead.sees("Credit note CG")
    lead.follows("Name your guests")
    lead.writes("Guests, one a line", "\n".join(f"Guest {letter}" for letter in "ABCDE"))
    lead.presses("Add these guests")
    lead.sees("4 places are without a guest, and you named 5. None was added.")
    lead.writes("Guests, one a line", "Guest A, halal")
    lead.presses("Add these guests")
    lead.sees("7 of 10 places have a name")
    lead.goes_to("/workspace/")
    lead.follows(COUNCIL)
    lead.follows("See your booking")
    lead.follows("Cancel the booking")
    lead.writes("Why?", "The meeting of the council was moved to that day.")
    lead.presses("Cancel the booking")
    lead.sees("Cancelled on")
    lead.follows("See what is on sale")
    lead.is_on("Tables at the ceremony")
    lead.sees("Book for Wrenlow Borough Council")
