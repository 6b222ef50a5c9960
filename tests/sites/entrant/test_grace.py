"""The grace, on every page of an entry: for whoever had it open at closing, to the second."""

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
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
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


def details_taken(client: Client, entry: Entry, at: dt.datetime) -> bool:
    """Whether the form of title and summary is taken at `at`."""
    entry.refresh_from_db()
    form = {"title": "Named late", "summary": entry.summary, "version": str(entry.details_version)}
    with frozen_at(at):
        client.post(reverse("entry_details", args=[entry.pk]), form)
    entry.refresh_from_db()
    return entry.title == "Named late"


@pytest.fixture
def quiet(entry: Entry) -> Person:
    """Somebody who may submit the entry, and wrote nothing in it."""
    return a_contributor(entry, level="submit")


@pytest.mark.parametrize("page", ["entry_desk", "entry_details", "entry_evidence_page"])
def test_who_had_any_page_of_the_entry_open_can_finish_and_submit_it(
    signed_in: SignedIn, entry: Entry, quiet: Person, page: str
) -> None:
    client = signed_in(quiet)
    with frozen_at(CLOSES - MINUTE):
        client.get(reverse(page, args=[entry.pk]))
    assert details_taken(client, entry, CLOSES + MINUTE)
    with frozen_at(CLOSES + 2 * MINUTE):
        desk = client.get(reverse("entry_desk", args=[entry.pk])).content.decode()
    assert (
        "Entries have closed, but you had this one open then. You can submit until 5:10pm" in desk
    )
    assert submits(client, entry, form_at(client, entry, CLOSES + 3 * MINUTE), CLOSES + GRACE)


def test_after_the_grace_an_open_page_is_of_no_use(
    signed_in: SignedIn, entry: Entry, quiet: Person
) -> None:
    client = signed_in(quiet)
    with frozen_at(CLOSES - MINUTE):
        client.get(reverse("entry_details", args=[entry.pk]))
    assert not details_taken(client, entry, CLOSES + GRACE + SECOND)


def test_a_page_opened_after_closing_gives_no_grace(
    signed_in: SignedIn, entry: Entry, quiet: Person
) -> None:
    client = signed_in(quiet)
    with frozen_at(CLOSES + SECOND):
        client.get(reverse("entry_details", args=[entry.pk]))
    assert not details_taken(client, entry, CLOSES + MINUTE)


def test_a_browser_gives_the_grace_to_the_person_and_the_entry_that_it_had_open_alone(
    signed_in: SignedIn, entry: Entry, quiet: Person
) -> None:
    other = a_complete_entry(entry.category, at=CLOSES - 5 * DAY)
    quieter = a_contributor(entry, level="submit")
    a_contributor(other, quiet, level="submit")
    client = signed_in(quiet)
    with frozen_at(CLOSES - MINUTE):
        client.get(reverse("entry_details", args=[entry.pk]))
    assert not details_taken(client, other, CLOSES + MINUTE)
    client.force_login(quieter)
    assert not details_taken(client, entry, CLOSES + MINUTE)


def test_nothing_is_left_in_the_browser_long_before_closing_or_where_there_is_no_grace(
    signed_in: SignedIn, entry: Entry
) -> None:
    plain = a_complete_entry(a_category(an_edition()), at=CLOSES - 5 * DAY)
    for own, at in ((entry, CLOSES - 5 * HOUR), (plain, CLOSES - MINUTE)):
        client = signed_in(own.started_by)
        with frozen_at(at):
            response = client.get(reverse("entry_details", args=[own.pk]))
        assert "opened" not in response.cookies


@pytest.mark.parametrize("page", ["entry_desk", "entry_answer"])
def test_in_the_grace_an_answer_can_be_opened_anew_and_saved(
    signed_in: SignedIn, entry: Entry, quiet: Person, page: str
) -> None:
    client, criterion = signed_in(quiet), entry.answers.all()[0].criterion_id
    desk = reverse("entry_answer", args=[entry.pk, criterion])
    with frozen_at(CLOSES - MINUTE):
        client.get(desk if page == "entry_answer" else reverse(page, args=[entry.pk]))
    with frozen_at(CLOSES + MINUTE):
        shown = client.get(desk).content.decode()
        assert "You can edit and submit until 5:10pm" in shown
        token = re.search(r'name="opened" value="([^"]+)"', shown)
        form = {"text": "Late words.", "version": "1", "opened": token[1] if token else ""}
        client.post(reverse("entry_answer_text", args=[entry.pk, criterion]), form)
    assert "Late words." in entry.answers.get(criterion=criterion).text
    with frozen_at(CLOSES + GRACE + SECOND):
        assert "Entries closed" in client.get(desk).content.decode()
