"""A judge whose employer stands on an entry never meets that entry, whichever way they look for it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest
from tests.journeys.judging import gives_entries_out

KEPT_AWAY = "Steady on the stairs"  # Ostley Community Health NHS Trust is a partner
ALSO_KEPT_AWAY = "One night team for three boroughs"  # and here it leads


def test_an_employers_entry_is_never_seen(somebody: Opener) -> None:
    desk = somebody()
    gives_entries_out(desk)

    other = somebody()
    other.becomes("judge without a conflict")
    address = finds_its_address(desk, other)

    judge = somebody()
    judge.becomes("judge whose employer is a partner")
    judge.follows("Common Ground Awards")
    judge.is_on("Your entries to read")
    sees_only_other_entries(judge)
    judge.finds_nothing_at(address)
    judge.finds_nothing_at(f"{address}abstention/")
    judge.finds_nothing_at(f"{address}files/evidence/")
    is_not_asked_about_it(judge)
    is_not_given_it(desk)


def finds_its_address(desk: Guest, other: Guest) -> str:
    """Return where another judge of the panel reads the entry."""
    other.follows("Common Ground Awards")
    other.follows(KEPT_AWAY)
    other.is_on(KEPT_AWAY)
    return other.page.url


def sees_only_other_entries(judge: Guest) -> None:
    titles = judge.page.locator(".pl-letter__title")
    expect(titles).not_to_have_count(0)
    for title in (KEPT_AWAY, ALSO_KEPT_AWAY):
        judge.does_not_see(title)
    judge.follows("Read the next one")
    judge.does_not_see(KEPT_AWAY)


def is_not_asked_about_it(judge: Guest) -> None:
    """Even the list of entries in which to declare a part leaves it out, and says how many it leaves."""
    judge.goes_to("/judging/")
    judge.follows("Common Ground Awards")
    judge.follows("Your interests")
    judge.presses("Continue")
    judge.is_on("Entries you should not judge")
    judge.sees("2 entries are not listed")
    for title in (KEPT_AWAY, ALSO_KEPT_AWAY):
        judge.does_not_see(title)


def is_not_given_it(desk: Guest) -> None:
    """The organiser sees that three others read it."""
    desk.follows("Judging", exact=True)
    desk.follows("Progress of each panel")
    desk.follows("Well at Home Award")
    readers = desk.page.locator("tbody tr").filter(has_text=KEPT_AWAY)
    expect(readers).to_have_count(3)
    expect(readers.filter(has_text="Rosalind Eversham-Tagoe")).to_have_count(0)
