"""The grace on the check page: for whoever had the entry open at closing, to the second."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_contributor
from tests.factories.programmes import CLOSES, a_category, an_edition

pytestmark = pytest.mark.django_db
SECOND = dt.timedelta(seconds=1)
MINUTE = dt.timedelta(minutes=1)
GRACE = 10 * MINUTE
SignedIn = Callable[[Person], Client]


@pytest.fixture
def entry() -> Entry:
    return a_complete_entry(a_category(an_edition(grace_minutes=10)), at=CLOSES - 5 * MINUTE)


def form_at(client: Client, entry: Entry, at: dt.datetime) -> dict[str, str]:
    """What the form to submit holds at `at`; nothing where there is none."""
    with frozen_at(at):
        page = client.get(reverse("entry_check", args=[entry.pk])).content.decode()
    form = re.search(r'<form action="[^"]*/submissions/".*?</form>', page, re.DOTALL)
    return dict(re.findall(r'name="(key|opened)" value="([^"]+)"', form[0])) if form else {}


def submits(client: Client, entry: Entry, form: dict[str, str], at: dt.datetime) -> bool:
    with frozen_at(at):
        client.post(reverse("entry_submissions", args=[entry.pk]), form)
    return entry.submissions.exists()


@pytest.mark.parametrize("late", [SECOND, GRACE])
def test_a_form_that_was_open_at_closing_is_taken_in_the_grace(
    signed_in: SignedIn, entry: Entry, late: dt.timedelta
) -> None:
    client = signed_in(entry.started_by)
    form = form_at(client, entry, CLOSES)
    assert submits(client, entry, form, CLOSES + late)


def test_after_the_grace_it_is_not(signed_in: SignedIn, entry: Entry) -> None:
    client = signed_in(entry.started_by)
    form = form_at(client, entry, CLOSES - MINUTE)
    assert not submits(client, entry, form, CLOSES + GRACE + SECOND)


def test_who_wrote_shortly_before_closing_finds_the_form_in_the_grace(
    signed_in: SignedIn, entry: Entry
) -> None:
    client = signed_in(entry.started_by)
    form = form_at(client, entry, CLOSES + MINUTE)
    assert submits(client, entry, form, CLOSES + 2 * MINUTE)


def test_who_did_not_have_the_entry_open_finds_no_form_and_is_refused(
    signed_in: SignedIn, entry: Entry
) -> None:
    late = a_contributor(entry, level="submit")
    client = signed_in(late)
    assert form_at(client, entry, CLOSES + MINUTE) == {}
    stolen = form_at(signed_in(entry.started_by), entry, CLOSES)
    for form in ({}, stolen):
        assert not submits(client, entry, form, CLOSES + MINUTE)
