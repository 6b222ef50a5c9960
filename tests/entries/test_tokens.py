from __future__ import annotations

import datetime as dt

import pytest
from pytest_django.fixtures import Settings

from plaudit.entries.tokens import (
    LASTS,
    Token,
    mint_token,
    opened_at_in,
    read_token,
    renewed_token,
    signed,
    valid_token,
)
from plaudit.kit.clock import real_now, shifted_by
from tests.factories.entries import an_entry
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


def test_a_token_says_who_where_and_since_when() -> None:
    entry = an_entry()
    person = entry.started_by
    told = valid_token(mint_token(entry, person, "write", at=WHILE_OPEN))
    assert told is not None
    assert told == Token(
        person.pk, entry.pk, "write", person.display_name, WHILE_OPEN, told.ends_at
    )
    assert LASTS - MINUTE < told.ends_at - real_now() <= LASTS


def test_a_changed_token_is_none() -> None:
    entry = an_entry()
    good = mint_token(entry, entry.started_by, "write", at=WHILE_OPEN)
    for place in range(0, len(good), 7):
        other = "A" if good[place] != "A" else "B"
        assert read_token(good[:place] + other + good[place + 1 :]) is None
    for bad in ("", "é", "=" * 40, "A" * 2000, good[:-4], good + "AAAA"):
        assert read_token(bad) is None


def test_another_sites_key_makes_another_token(settings: Settings) -> None:
    entry = an_entry()
    theirs = mint_token(entry, entry.started_by, "write", at=WHILE_OPEN)
    settings.SECRET_KEY = "another key altogether, which protects nothing either"
    assert read_token(theirs) is None


def over(token: str) -> str:
    told = read_token(token)
    assert told is not None
    return signed(
        Token(told.person, told.entry, told.level, told.name, told.opened_at, real_now() - MINUTE)
    )


def test_a_renewed_token_keeps_when_the_form_was_opened_also_when_it_was_over() -> None:
    entry, other = an_entry(), a_person()
    first = mint_token(entry, entry.started_by, "write", at=WHILE_OPEN)
    later = WHILE_OPEN + 90 * MINUTE
    for old, person, opened_at in [
        (first, entry.started_by, WHILE_OPEN),
        (over(first), entry.started_by, WHILE_OPEN),
        (first, other, later),
        ("forged", entry.started_by, later),
    ]:
        told = valid_token(renewed_token(old, entry, person, "write", at=later))
        assert told is not None
        assert told.opened_at == opened_at


def test_a_forms_own_token_alone_says_when_it_was_opened() -> None:
    entry, other = an_entry(), an_entry()
    person = entry.started_by
    token = mint_token(entry, person, "write", at=WHILE_OPEN)
    assert opened_at_in(token, entry_id=entry.pk, person_id=person.pk) == WHILE_OPEN
    assert opened_at_in(token, entry_id=other.pk, person_id=person.pk) is None
    assert opened_at_in(token, entry_id=entry.pk, person_id=other.started_by.pk) is None
    assert opened_at_in(over(token), entry_id=entry.pk, person_id=person.pk) is None


def test_a_moved_clock_ends_no_token() -> None:
    entry = an_entry()
    with shifted_by(dt.timedelta(days=90)):
        assert valid_token(mint_token(entry, entry.started_by, "write", at=WHILE_OPEN)) is not None
        token = mint_token(entry, entry.started_by, "write", at=WHILE_OPEN)
    assert valid_token(token) is not None
