from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.closing import closing_for
from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN, director_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def more_time(browser: Client, entry: Entry, **typed: str) -> str:
    address = f"/organise/{entry.edition_id}/extensions/"
    typed = {"closes_at": "2027-03-14T12:00", "reason": "The trust's network is down."} | typed
    with frozen_at(WHILE_OPEN):
        return browser.post(address, typed, follow=True).content.decode()


def closing(entry: Entry) -> str:
    return f"{closing_for(Entry.objects.get(pk=entry.pk)):%Y-%m-%d %H:%M}"


def test_one_entry_alone_gets_more_time_and_it_is_logged(signed_in: SignedIn) -> None:
    entry = an_entry()
    other = an_entry(entry.category)
    browser = signed_in(director_of(entry.category.edition))
    page = more_time(browser, entry, whom="entry", reference=entry.reference.lower())
    assert "More time is given." in page
    assert "The trust&#39;s network is down." in page
    assert closing(entry) == "2027-03-14 12:00"
    assert closing(other) == f"{CLOSES:%Y-%m-%d %H:%M}"


def test_a_category_and_everybody(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(director_of(entry.category.edition))
    more_time(browser, entry, whom=str(entry.category_id))
    assert closing(entry) == "2027-03-14 12:00"
    more_time(browser, entry, whom="all", closes_at="2027-03-15T12:00")
    assert closing(entry) == "2027-03-15 12:00"


def test_the_page_says_what_more_time_for_all_does_and_does_not(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(director_of(entry.category.edition))
    told = "those that have been started at midday on Monday 15 March 2027"
    address = f"/organise/{entry.edition_id}/extensions/"
    assert told not in browser.get(address).content.decode()
    page = more_time(browser, entry, whom="all", closes_at="2027-03-15T12:00")
    assert told in page
    assert f'/organise/{entry.edition_id}/details/">Dates, texts and colour</a>' in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"whom": ""}, "Choose who gets more time."),
        ({"whom": "entry", "reference": "XX99-0001"}, "Enter the reference of an entry"),
        ({"whom": "all", "closes_at": "2027-03-01T12:00"}, "can only give more time"),
        ({"whom": "all", "closes_at": "soon"}, "Enter a day and a time"),
        ({"whom": "all", "closes_at": "2027-03-28T01:30"}, "there is no 01:30"),
        ({"whom": "all", "reason": ""}, "Say why, for the log."),
        ({"whom": "all", "reference": "PA27-0001"}, "You named one entry, and chose more"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    signed_in: SignedIn, typed: dict[str, str], said: str
) -> None:
    entry = an_entry()
    browser = signed_in(director_of(entry.category.edition))
    assert said in more_time(browser, entry, **typed)
    assert closing(entry) == f"{CLOSES:%Y-%m-%d %H:%M}"
