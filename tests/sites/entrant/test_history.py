from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.models import ContributorLevel, Entry
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def address(entry: Entry, rest: str = "earlier/") -> str:
    criterion = entry.category.criteria.order_by("position").first()
    return f"/entries/{entry.pk}/answers/{criterion.pk}/{rest}"


def write(entry: Entry, text: str, version: int, at: dt.datetime = WHILE_OPEN) -> None:
    criterion = entry.category.criteria.order_by("position").first()
    save_answer(entry, criterion, by=entry.started_by, at=at, text=text, version=version)


def test_each_sitting_tells_who_and_what_changed(signed_in: SignedIn) -> None:
    entry = an_entry()
    write(entry, "Dry homes at last.", 0)
    words = words_of(signed_in(entry.started_by).get(address(entry)))
    assert "4 words added" in words
    assert "added: Dry homes at last." in words
    assert entry.started_by.display_name in words


def test_a_version_is_read_and_brought_back(signed_in: SignedIn) -> None:
    entry = an_entry()
    other = a_contributor(entry, level=ContributorLevel.WRITE)
    write(entry, "Dry homes at last.", 0)
    criterion = entry.category.criteria.order_by("position").first()
    save_answer(entry, criterion, by=other, at=WHILE_OPEN, text="Gone.", version=1)
    browser = signed_in(entry.started_by)
    assert "Dry homes at last." in words_of(browser.get(address(entry, "earlier/1/")))
    browser.post(address(entry, "earlier/1/restoration"))
    assert entry.answers.get(criterion=criterion).text == "Dry homes at last."
    assert browser.get(address(entry, "earlier/9/")).status_code == 404


def test_comments_are_added_answered_and_resolved(signed_in: SignedIn) -> None:
    entry, priya = an_entry(), a_person(name="Priya Nair")
    a_contributor(entry, priya, level=ContributorLevel.COMMENT)
    browser = signed_in(priya)
    browser.post(address(entry, "comments/"), {"body": "Is 40% right?", "quote": "by 40%"})
    words = words_of(browser.get(address(entry, "comments/")))
    assert "Is 40% right?" in words
    assert "Priya Nair" in words
    thread = entry.answers.get(comments__isnull=False).comments.get()
    browser.post(address(entry, "comments/"), {"body": "Yes.", "reply_to": str(thread.pk)})
    browser.post(address(entry, f"comments/{thread.pk}/resolution"), {"resolved": "yes"})
    assert "Resolved by Priya Nair" in words_of(browser.get(address(entry, "comments/")))
    assert browser.post(address(entry, "comments/"), {"body": " "}).status_code == 422


def test_a_reader_reads_comments_but_adds_none(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(a_contributor(entry, level=ContributorLevel.READ))
    assert "You can read this entry but not comment" in words_of(
        browser.get(address(entry, "comments/"))
    )
    assert browser.post(address(entry, "comments/"), {"body": "Hello"}).status_code == 403


def test_what_changed_reads_on_in_one_line(signed_in: SignedIn) -> None:
    entry = an_entry()
    write(entry, "Dry homes at last.\n\nAnd warm ones.", 0)
    write(entry, "Dry houses at last.\n\nAnd warm ones.", 1, WHILE_OPEN + dt.timedelta(hours=3))
    browser = signed_in(entry.started_by)
    page = browser.get(address(entry, "earlier/2/")).content.decode()
    told = page.partition("What this sitting changed")[2].partition('<p class="pl-differences">')[2]
    assert re.sub(r"<[^>]+>", "", told.partition("</p>")[0]) == (
        "Dry removed: homes (end of removed) added: houses (end of added) at last.\n\nAnd warm ones."
    )


def test_a_reply_that_fails_is_told_beside_its_own_box(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser = signed_in(entry.started_by)
    write(entry, "Dry homes at last.", 0)
    browser.post(address(entry, "comments/"), {"body": "By how much?"})
    thread = entry.answers.get(comments__isnull=False).comments.get()
    long = "x" * 2001
    page = browser.post(
        address(entry, "comments/"), {"body": long, "reply_to": str(thread.pk).upper()}
    )
    assert page.status_code == 422
    text = page.content.decode()
    reply, _, fresh = text.partition("Add a comment</h2>")
    assert long in reply
    assert "govuk-form-group--error" in reply
    assert long not in fresh
    assert "govuk-form-group--error" not in fresh
    gone = browser.post(address(entry, "comments/"), {"body": "Kept.", "reply_to": str(entry.pk)})
    assert gone.status_code == 403
    assert "Kept." in gone.content.decode().partition("Add a comment</h2>")[2]
