"""Decisions stay behind the curtain until the second of their release, and then everybody can read them."""

from __future__ import annotations

import datetime as dt
import re
import time

from tests.journeys.conftest import Opener
from tests.journeys.guest import ZONE, Guest
from tests.journeys.judging import gives_entries_out
from tests.journeys.site import Site

PANEL = "Neighbourhood Partnership Award"
WINNER = "One front door for Harbour Ward"
WORDS = "Eleven doors became one, and nobody had to tell their story twice."
LEAD = dt.timedelta(seconds=25)


def test_winners_are_public_at_the_second_of_release(somebody: Opener, site: Site) -> None:
    organiser = somebody()
    gives_entries_out(organiser)
    lets_judges_score(organiser)
    organiser.moves_today_to("Judging is over")
    organiser.becomes("awards director")
    organiser.follows("Common Ground Awards")
    scores = decides(organiser)
    release_at = sets_the_announcement(organiser)

    visitor, entrant = somebody(), somebody()
    entrant.becomes("entrant, lead organisation")
    visitor.moves_today_to_instant(release_at - LEAD)
    home = visitor.reads_of_the_awards()
    knows_nothing_yet(visitor, home)
    entrant_knows_nothing_yet(entrant)

    the_page_opens_at_the_instant(visitor, site, f"{home}winners/", release_at)

    reads_who_won(somebody())
    entrant_reads_the_outcome(entrant, scores)


def lets_judges_score(organiser: Guest) -> None:
    organiser.goes_to("/demo/clock/")
    organiser.presses("Let the other judges score")


def decides(organiser: Guest) -> int:
    """Name the winner; return how many judges have scored it, which depends on whom it was given to."""
    organiser.follows("Results", exact=True)
    organiser.follows(PANEL)
    organiser.sees("Scores, per cent of the maximum")
    row = organiser.page.get_by_role("row").filter(has_text=WINNER).last
    scores = int(row.locator("td").nth(4).inner_text().split()[0])
    organiser.selects("Decision", "Winner", group=WINNER)
    organiser.opens("Judges' words", group=WINNER)
    organiser.writes("Judges' words", WORDS, group=WINNER)
    organiser.presses("Record these decisions")
    organiser.sees("Decisions recorded.")
    return scores


def sets_the_announcement(organiser: Guest) -> dt.datetime:
    """Choose the moment that the page offers, that of the ceremony; return it."""
    organiser.follows("Results", exact=True)
    organiser.follows("Read all awards and set the announcement")
    typed = organiser.page.get_by_label("When are the awards announced?").input_value()
    organiser.presses("Read it once more")
    organiser.is_on(re.compile("Announce 1 award at .*"))
    organiser.sees(WORDS)
    organiser.presses("Set the announcement")
    organiser.sees("The announcement is set.")
    return dt.datetime.fromisoformat(typed).replace(tzinfo=ZONE)


def knows_nothing_yet(visitor: Guest, home: str) -> None:
    visitor.sees_no_link("Winners")
    visitor.does_not_see(WORDS)
    visitor.finds_nothing_at(f"{home}winners/")
    looked_for = visitor.page.locator("main").inner_text()
    visitor.finds_nothing_at(f"{home}losers/")
    assert visitor.page.locator("main").inner_text() == looked_for


def entrant_knows_nothing_yet(entrant: Guest) -> None:
    entrant.goes_to("/entries/")
    entrant.follows(WINNER)
    entrant.does_not_see("The result")


def the_page_opens_at_the_instant(
    visitor: Guest, site: Site, address: str, release_at: dt.datetime
) -> None:
    """Ask all the time: every answer before the instant is "no such page", every one after it the page."""
    last_refusal = first_page = None
    ends_at = release_at + dt.timedelta(seconds=3)
    while (asked_at := site.today()) < ends_at:
        status = visitor.page.request.get(address).status
        answered_at = site.today()
        if answered_at < release_at:
            assert status == 404, f"{status} at {answered_at}"
            last_refusal = answered_at
        elif asked_at >= release_at:
            assert status == 200, f"{status} at {asked_at}"
            first_page = first_page or asked_at
        time.sleep(0.1)
    second = dt.timedelta(seconds=1)
    assert last_refusal is not None, "nobody asked before the instant"
    assert release_at - last_refusal < second
    assert first_page is not None
    assert first_page - release_at < second


def reads_who_won(visitor: Guest) -> None:
    visitor.reads_of_the_awards()
    visitor.follows("Winners", exact=True)
    visitor.is_on("Winners")
    visitor.sees(WINNER)
    visitor.sees(WORDS)
    visitor.sees("Wrenlow Borough Council")


def entrant_reads_the_outcome(entrant: Guest, scores: int) -> None:
    """The mail goes out, and the entry's own page shows outcome, words and feedback; no judge's own mark."""
    mail = entrant.mail("delphine@wrenlow.example", f"the result for “{WINNER}”")
    assert f"is the winner in {PANEL}" in mail
    entrant.goes_to("/entries/")
    entrant.follows(WINNER)
    entrant.sees("The result")
    entrant.sees(WORDS)
    entrant.sees("What the judges said")
    mean = re.compile(r"Mean score \d+\.\d out of 10")
    (entrant.sees if scores > 1 else entrant.does_not_see)(mean)
