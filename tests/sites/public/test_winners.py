from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plaudit.kit.clock import frozen_at
from plaudit.programmes.models import Category
from plaudit.results.models import Announcement, Decision, Outcome
from tests.factories.entries import a_submitted_entry
from tests.factories.people import an_organisation
from tests.factories.programmes import AFTER_JUDGING, WHILE_OPEN, a_category, director_of
from tests.sites.public.addresses import category_page, page

pytestmark = pytest.mark.django_db
RELEASE = AFTER_JUDGING + dt.timedelta(days=20)
SECOND = dt.timedelta(seconds=1)


def decide(category: Category, title: str, outcome: Outcome, citation: str = "") -> None:
    partner = an_organisation(name=f"Partner of {title}")
    entry = a_submitted_entry(category, title=title, partners=(partner,))
    Decision.objects.create(
        entry=entry,
        number=1,
        outcome=outcome,
        citation=citation,
        decided_by=director_of(category.edition),
    )


@pytest.fixture
def category() -> Category:
    category = a_category(name="Best street")
    decide(category, "Zinnia winner", Outcome.WINNER, "Plainly told, and true.")
    decide(category, "Yarrow commended", Outcome.HIGHLY_COMMENDED)
    decide(category, "Xerxes finalist", Outcome.FINALIST)
    decide(category, "Wormwood unplaced", Outcome.NOT_PLACED)
    Announcement.objects.create(
        edition=category.edition, number=1, release_at=RELEASE, set_by=director_of(category.edition)
    )
    return category


def masked(text: str) -> str:
    return re.sub(r'nonce="[^"]+"', "", text)


def test_before_the_instant_there_is_no_such_page(client: Client, category: Category) -> None:
    with frozen_at(RELEASE - SECOND):
        winners = client.get(page("public_winners", category.edition))
        nothing = client.get("/there/is/no/such/page/")
    assert winners.status_code == nothing.status_code == 404
    assert masked(winners.content.decode()) == masked(nothing.content.decode())
    assert set(winners.headers) == set(nothing.headers)


def test_at_the_instant_it_is_there_with_everybody_who_was_placed(
    client: Client, category: Category
) -> None:
    with frozen_at(RELEASE):
        answer = client.get(page("public_winners", category.edition))
    text = answer.content.decode()
    assert answer.status_code == 200
    for said in ("Zinnia winner", "Yarrow commended", "Xerxes finalist", "Plainly told, and true."):
        assert said in text
    for partner in (
        "Partner of Zinnia winner",
        "Partner of Yarrow commended",
        "Partner of Xerxes finalist",
    ):
        assert partner in text
    assert "Wormwood" not in text


def test_no_page_leads_there_or_differs_before_the_instant(
    client: Client, category: Category
) -> None:
    addresses = [
        "/sitemap.xml",
        page("public_edition", category.edition),
        page("public_judges", category.edition),
        category_page(category),
    ]
    with frozen_at(RELEASE - SECOND):
        planned = [masked(client.get(address).content.decode()) for address in addresses]
    assert all("winner" not in text.lower() for text in planned)
    Decision.objects.all()._raw_delete("default")
    Announcement.objects.all()._raw_delete("default")
    with frozen_at(RELEASE - SECOND):
        unplanned = [masked(client.get(address).content.decode()) for address in addresses]
    assert planned == unplanned


def test_from_the_instant_pages_lead_there(client: Client, category: Category) -> None:
    winners = page("public_winners", category.edition)
    with frozen_at(RELEASE):
        for address in (page("public_edition", category.edition), category_page(category)):
            assert winners in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("before", "seconds"),
    [(dt.timedelta(seconds=20), 20), (dt.timedelta(hours=3), 60), (dt.timedelta(0), 0)],
)
def test_no_cache_keeps_a_page_past_the_release(
    client: Client, category: Category, before: dt.timedelta, seconds: int
) -> None:
    with frozen_at(RELEASE - before):
        answer = client.get(category_page(category))
    assert answer["Cache-Control"] == f"public, max-age={seconds}"


def test_an_announcement_called_off_is_no_announcement(client: Client, category: Category) -> None:
    Announcement.objects.create(
        edition=category.edition, number=2, release_at=None, set_by=director_of(category.edition)
    )
    with frozen_at(RELEASE + SECOND):
        assert client.get(page("public_winners", category.edition)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_many_awards(
    client: Client, category: Category, count: int
) -> None:
    for number in range(count):
        decide(a_category(category.edition), f"Other {number}", Outcome.JOINT_WINNER)
    with frozen_at(RELEASE), CaptureQueriesContext(connection) as queries:
        client.get(page("public_winners", category.edition))
    assert len(queries) == 5


def test_long_before_nothing_is_there_either(client: Client, category: Category) -> None:
    with frozen_at(WHILE_OPEN):
        assert client.get(page("public_winners", category.edition)).status_code == 404


def test_the_front_page_tells_of_the_winners_from_the_instant(
    client: Client, category: Category
) -> None:
    a_category()
    with frozen_at(RELEASE - SECOND):
        before = client.get("/").content.decode()
    with frozen_at(RELEASE):
        after = client.get("/").content.decode()
    assert "winners" not in before
    assert "the results are to come" in before
    assert page("public_winners", category.edition) in after
