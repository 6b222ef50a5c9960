from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import an_entry
from tests.factories.programmes import CLOSES
from tests.sites.entrant.reading import hidden, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_title_and_summary_are_saved(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/details/"
    form = {"title": "Warm homes", "summary": "Dry at last.", "version": 0}
    assert browser.post(address, form)["Location"] == f"/entries/{entry.pk}/?said=details"
    page = browser.get(address)
    assert "Up to 100 words. 3 of 100 words now." in words_of(page)
    assert hidden(page, "version") == "1"


def test_a_long_title_is_refused_and_given_back(signed_in: SignedIn) -> None:
    entry = an_entry()
    form = {"title": "x" * 121, "summary": "Kept.", "version": 0}
    page = signed_in(entry.started_by).post(f"/entries/{entry.pk}/details/", form)
    assert page.status_code == 422
    assert "The title must be 120 characters or fewer. It has 121." in words_of(page)
    assert "x" * 121 in page.content.decode()


def test_two_people_see_both_versions(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/details/"
    browser.post(address, {"title": "Theirs", "summary": "", "version": 0})
    page = browser.post(address, {"title": "Mine", "summary": "Long", "version": 0})
    assert page.status_code == 409
    assert "Theirs" in words_of(page)
    assert 'value="Mine"' in page.content.decode()
    again = {"title": "Mine", "summary": "Long", "version": hidden(page, "version")}
    assert browser.post(address, again).status_code == 302


def test_after_closing_what_was_typed_comes_back(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/details/"
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        page = browser.post(address, {"title": "Late", "summary": "Words", "version": 0})
    assert page.status_code == 403
    assert "Entries closed" in words_of(page)
    assert 'value="Late"' in page.content.decode()


def test_what_may_identify_a_patient_is_pointed_out_as_it_is_saved(signed_in: SignedIn) -> None:
    entry = an_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/details/"
    form = {"title": "Warm homes", "summary": "Ada Quill (03/05/1938) is warm.", "version": 0}
    assert browser.post(address, form)["Location"] == f"{address}?said=details"
    page = words_of(browser.get(f"{address}?said=details"))
    told = "The summary holds 0•/••/••38, which looks like somebody’s date of birth. Take it out."
    assert told in page
    assert "Title and summary are saved." in page
    form = {"title": "Warm homes", "summary": "Ada is warm.", "version": 1}
    assert browser.post(address, form)["Location"] == f"/entries/{entry.pk}/?said=details"
    assert told not in words_of(browser.get(address))
