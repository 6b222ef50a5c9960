"""An organiser changes what entrants are asked, and gives one entry more time, which holds after the deadline."""

from __future__ import annotations

import datetime as dt

from tests.journeys.conftest import Opener
from tests.journeys.entering import desk_is_live
from tests.journeys.guest import ZONE, Guest
from tests.journeys.site import Site

ENTRY = "The Tuesday Table"
AUTHORITY = "I may make this entry on behalf of the organisations that it names."
REASON = "Their network was down on deadline day."


def test_one_entry_can_go_on_when_the_others_are_closed(somebody: Opener, site: Site) -> None:
    organiser, entrant, latecomer = somebody(), somebody(), somebody()
    organiser.becomes("awards director")
    organiser.follows("Common Ground Awards")
    asks_for_authority(organiser)

    entrant.becomes("entrant, lead organisation")
    entrant.follows(ENTRY)
    desk = entrant.page.url
    reference = entrant.page.locator(".pl-eyebrow span").last.inner_text()
    declares(entrant)

    until = site.today().astimezone(ZONE) + dt.timedelta(weeks=4)
    gives_more_time(organiser, reference, until)
    entrant.moves_today_to("After the deadline")
    goes_on_writing(entrant, desk, until)
    another_entry_is_closed(latecomer)


def asks_for_authority(organiser: Guest) -> None:
    """What is wrong is said beside each box; what is right then holds for entrants."""
    organiser.follows("Settings", exact=True)
    organiser.follows("Entering", exact=True)
    organiser.writes("Minutes of grace at closing", "500")
    organiser.writes("Remind people of drafts, hours before closing", "a week")
    organiser.presses("Save", exact=True)
    organiser.sees("Enter a whole number of minutes from 0 to 120.")
    organiser.sees("Enter up to eight whole numbers of hours")
    organiser.writes("Minutes of grace at closing", "15")
    organiser.writes("Remind people of drafts, hours before closing", "72, 4")
    organiser.picks("Authority to enter")
    organiser.presses("Save", exact=True)
    organiser.sees("Saved.")
    organiser.sees_in_field("Minutes of grace at closing", "15")


def declares(entrant: Guest) -> None:
    """The new declaration stands with the others, and the grace beside the closing time."""
    entrant.follows("Purpose", exact=True)
    entrant.sees("Whoever has this page open then has 15 minutes more to finish.")
    entrant.goes_back()
    entrant.follows("Declarations", exact=True)
    entrant.picks("Yes, this is so", group=AUTHORITY)
    entrant.presses("Save", exact=True)
    entrant.is_on(ENTRY)


def gives_more_time(organiser: Guest, reference: str, until: dt.datetime) -> None:
    organiser.follows("Settings", exact=True)
    organiser.follows("More time", exact=True)
    organiser.sees("None so far")
    organiser.selects("Who gets more time?", "One entry")
    organiser.presses("Give more time")
    organiser.sees("Enter the reference of an entry of this edition.")
    organiser.sees("Enter until when they may submit.")
    organiser.sees("Say why, for the log.")
    organiser.writes("If it is one entry, its reference", reference)
    organiser.writes("Until when?", f"{until:%Y-%m-%d}T17:00")
    organiser.writes("Why?", REASON)
    organiser.presses("Give more time")
    organiser.sees("More time is given. It holds on every page from now on.")
    organiser.sees(reference)
    organiser.sees(REASON)


def goes_on_writing(entrant: Guest, desk: str, until: dt.datetime) -> None:
    entrant.goes_to(desk)
    entrant.sees(f"You can submit until 5pm on {until:%A} {until.day} {until:%B %Y}")
    entrant.follows("Reach", exact=True)
    entrant.sees("You have more time: entries were to close at")
    desk_is_live(entrant)
    entrant.writes("Your answer for Reach", "Written in the time that was given.")
    entrant.presses("Save", exact=True)
    entrant.reloads()
    entrant.sees_in_field("Your answer for Reach", "Written in the time that was given.")


def another_entry_is_closed(latecomer: Guest) -> None:
    """Nobody else got more time: the category takes no new entry."""
    latecomer.reads_of_the_awards()
    latecomer.follows("Fair Access Award")
    latecomer.sees_no_link("Start your entry")
