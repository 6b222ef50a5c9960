"""Each list costs the same number of queries with one row and with three."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plaudit.enquiries.actions.enquiry import open_enquiry
from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.models import RegistrationKind
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Person
from plaudit.programmes.models import Edition
from plaudit.results.models import Outcome
from plaudit.sites.organiser.desks import add_desk
from tests.factories.judging import an_invitation
from tests.factories.people import a_person
from tests.factories.programmes import (
    AFTER_JUDGING,
    WHILE_OPEN,
    a_category,
    an_edition,
    director_of,
)
from tests.factories.results import a_decision, a_judged_category

pytestmark = pytest.mark.django_db

LISTS = {
    "organiser_edition": 17,
    "organiser_categories": 5,
    "organiser_entries": 8,
    "organiser_judging": 9,
    "organiser_invitations": 6,
    "organiser_allocation": 12,
    "organiser_progress": 9,
    "organiser_results": 9,
    "organiser_announcement": 10,
    "organiser_enquiries": 6,
    "organiser_registrations": 5,
    "organiser_desks": 4,
    "organiser_team": 4,
}
OF_CATEGORY = {"organiser_result": 13, "organiser_assignments": 7, "organiser_category": 7}


def an_edition_with(rows: int) -> Edition:
    """An edition in which every list has this many rows."""
    edition = an_edition(readers_per_entry=2)
    by = director_of(edition)
    values = ((9, 8), (7, 6), (2, 3))[:rows]
    for number in range(rows):
        category, entries, _ = a_judged_category(values, category=a_category(edition))
        a_decision(entries[0], Outcome.WINNER)
        an_invitation(category, a_person())
        purpose = f"Desk {number}"
        desk = add_desk(
            edition,
            by=by,
            at=WHILE_OPEN,
            purpose=purpose,
            role="entries",
            contact_name="",
            phone="",
            email="",
        )
        question = {"name": "Pat", "email": "pat@example.org", "at": WHILE_OPEN}
        open_enquiry(desk, subject="Why?", body="Tell me.", key=new_identifier(), **question)
        kind = RegistrationKind.ATTEND
        register_interest(
            edition, kind=kind, organisation="", note="", key=new_identifier(), **question
        )
    return edition


@pytest.fixture
def browsers(signed_in: Callable[[Person], Client]) -> list[tuple[Client, Edition]]:
    editions = [an_edition_with(1), an_edition_with(3)]
    return [(signed_in(director_of(edition)), edition) for edition in editions]


def test_lists_cost_the_same_with_one_row_and_with_three(
    browsers: list[tuple[Client, Edition]],
) -> None:
    with frozen_at(AFTER_JUDGING):
        for name, expected in LISTS.items():
            counts = [
                count(browser, reverse(name, args=[edition.pk])) for browser, edition in browsers
            ]
            assert counts == [expected] * 2, name
        for name, expected in OF_CATEGORY.items():
            counts = [
                count(
                    browser,
                    reverse(name, args=[edition.pk, edition.categories.earliest("created_at").pk]),
                )
                for browser, edition in browsers
            ]
            assert counts == [expected] * 2, name


def count(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = browser.get(address)
    assert response.status_code == 200
    return len([query for query in queries if "SAVEPOINT" not in query["sql"]])
