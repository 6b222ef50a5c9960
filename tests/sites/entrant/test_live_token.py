from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.models import Entry
from plaudit.entries.tokens import mint_token, read_token
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
EARLIER = WHILE_OPEN - dt.timedelta(hours=3)


def renewed(browser: Client, entry: Entry, old: object) -> dt.datetime:
    answer = browser.post(
        f"/live/token/{entry.pk}", {"token": old}, content_type="application/json"
    )
    told = read_token(answer.json()["token"])
    assert told is not None
    assert told.entry == entry.pk
    return told.opened_at


def test_a_new_token_keeps_since_when_the_form_is_open(signed_in: SignedIn) -> None:
    entry = an_entry()
    old = mint_token(entry, entry.started_by, "owner", at=EARLIER)
    assert renewed(signed_in(entry.started_by), entry, old) == EARLIER


def test_somebody_elses_or_a_made_up_token_says_nothing(signed_in: SignedIn) -> None:
    entry = an_entry()
    other = a_contributor(entry)
    theirs = mint_token(entry, other, "write", at=EARLIER)
    browser = signed_in(entry.started_by)
    for old in (theirs, "made up", "", None, 7):
        assert renewed(browser, entry, old) == WHILE_OPEN


def test_strangers_and_the_signed_out_get_none(signed_in: SignedIn, client: Client) -> None:
    entry = an_entry()
    address = f"/live/token/{entry.pk}"
    assert signed_in(a_person()).post(address).status_code == 404
    signed_out = client.post(address, headers={"Accept": "application/json"})
    assert signed_out.status_code == 401
