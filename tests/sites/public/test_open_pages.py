from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryGroup, Edition, FrequentQuestion
from tests.factories.enquiries import a_desk
from tests.factories.programmes import (
    BEFORE_OPENING,
    CLOSES,
    OPENS,
    WHILE_JUDGING,
    WHILE_OPEN,
    a_category,
    an_edition,
    an_eligibility_question,
)
from tests.sites.public.addresses import category_page, page

pytestmark = pytest.mark.django_db
OPEN_PAGES = ["public_edition", "public_how", "public_judges", "public_faq", "public_contact"]


@pytest.fixture
def edition() -> Edition:
    return an_edition(
        strapline="For streets", how_it_works="First read.\n\n- Then write\n- Then send"
    )


def text_of(client: Client, address: str, at: dt.datetime) -> str:
    with frozen_at(at):
        answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_only_edition_is_the_front_page(client: Client, edition: Edition) -> None:
    assert client.get("/").url == page("public_edition", edition)


def test_several_editions_are_listed_with_what_one_can_do_now(
    client: Client, edition: Edition
) -> None:
    other = an_edition(name="Other Awards")
    an_edition(name="Draft Awards", published_at=None)
    text = text_of(client, "/", WHILE_OPEN)
    assert page("public_edition", edition) in text
    assert page("public_edition", other) in text
    assert "Draft Awards" not in text
    assert "Entries are open until 5pm on Friday 12 March 2027 (UK time)." in text


def test_nothing_published_is_said_in_words(client: Client) -> None:
    assert "No programme is public yet." in text_of(client, "/", WHILE_OPEN)


def test_the_home_lists_categories_in_groups_with_what_they_are_for(
    client: Client, edition: Edition
) -> None:
    group = CategoryGroup.objects.create(edition=edition, position=1, name="Partnership")
    a_category(
        edition, name="Best street", group=group, is_new=True, purpose="For streets that talk."
    )
    a_category(edition, name="Hidden draft", published_at=None)
    a_desk(edition)
    text = text_of(client, page("public_edition", edition), WHILE_OPEN)
    for said in (
        "For streets",
        "Partnership",
        "Best street",
        "New",
        "For streets that talk.",
        "Toby Wren",
        "12 March 2027",
    ):
        assert said in text
    assert "Hidden draft" not in text


def test_a_category_page_holds_the_whole_form(client: Client, edition: Edition) -> None:
    category = a_category(
        edition,
        name="Best street",
        purpose="For streets that talk.",
        award_partner="Tidewater Homes",
        lead_kinds=["council", "charity"],
        minimum_organisations=2,
    )
    category.criteria.filter(position=1).update(word_limit=400, weight=30, weight_unit="percent")
    category.criteria.filter(position=2).update(is_scored=False)
    an_eligibility_question(category)
    text = text_of(client, category_page(category), WHILE_OPEN)
    for said in (
        "Best street",
        "For streets that talk.",
        "For streets that look after each other.",
        "Any group of neighbours.",
        "Did the work take place in the last two years?",
        "What was the need?",
        "What did you set out to change?",
        "Who helped to shape the work?",
        "up to 400 words, 30% of the score",
        "not scored",
        "Friday 12 March 2027, 5pm (UK time)",
        "Council; Charity or voluntary group",
        "At least 2 organisations together",
        "Tidewater Homes",
        "Nothing to add.",
        "Start your entry",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("at", "says", "is_open"),
    [
        (
            OPENS - dt.timedelta(seconds=1),
            "Not open yet. You can start an entry from 9am on Monday 11 January 2027",
            False,
        ),
        (OPENS, "Deadline", True),
        (CLOSES, "Deadline", True),
        (
            CLOSES + dt.timedelta(seconds=1),
            "Closed. Entries were taken until 5pm on Friday 12 March 2027",
            False,
        ),
    ],
)
def test_open_or_closed_is_a_fact_of_the_clock(
    client: Client, at: dt.datetime, says: str, is_open: bool
) -> None:
    category = a_category()
    text = text_of(client, category_page(category), at)
    assert says in text
    assert ("Start your entry" in text) == is_open


def test_drafts_have_no_page(client: Client, edition: Edition) -> None:
    hidden = a_category(edition, published_at=None)
    draft = a_category(an_edition(published_at=None))
    for address in (
        category_page(hidden),
        category_page(draft),
        page("public_edition", draft.edition),
    ):
        assert client.get(address).status_code == 404


def without_nonces(text: str) -> str:
    return re.sub(r'nonce="[^"]+"', "", text)


@pytest.mark.parametrize("route", OPEN_PAGES)
def test_open_pages_know_nobody(
    client: Client, edition: Edition, signed_in: Callable[[Person], Client], route: str
) -> None:
    ada = Person.objects.create(email="ada@example.org", name="Ada Ferrier")
    a_category(edition)
    browser = signed_in(ada)
    with frozen_at(WHILE_OPEN):
        stranger = client.get(page(route, edition))
        with CaptureQueriesContext(connection) as queries:
            known = browser.get(page(route, edition))
    assert without_nonces(known.content.decode()) == without_nonces(stranger.content.decode())
    assert not known.cookies
    asked = [query["sql"] for query in queries.captured_queries]
    assert [sql for sql in asked if "people_" in sql] == []


@pytest.mark.parametrize(("count", "home", "category"), [(1, 4, 3), (3, 4, 3)])
def test_pages_cost_the_same_however_much_they_hold(
    client: Client, edition: Edition, count: int, home: int, category: int
) -> None:
    for number in range(count):
        group = CategoryGroup.objects.create(
            edition=edition, position=number, name=f"Group {number}"
        )
        sections = {f"Section {section}": ["One?", "Two?"] for section in range(count)}
        shown = a_category(edition, group=group, sections=sections)
        an_eligibility_question(shown)
        a_desk(edition)
        FrequentQuestion.objects.create(
            edition=edition, position=number, question="Who?", answer="You."
        )
    costs = {}
    with frozen_at(WHILE_OPEN):
        for address in (
            page("public_edition", edition),
            category_page(shown),
            page("public_faq", edition),
        ):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            costs[address] = len(queries)
    assert list(costs.values()) == [home, category, 3]


@pytest.mark.parametrize(
    ("at", "seconds"),
    [
        (WHILE_OPEN, 60),
        (WHILE_OPEN + dt.timedelta(seconds=45), 15),
        (CLOSES - dt.timedelta(seconds=10), 10),
        (CLOSES, 0),
        (CLOSES + dt.timedelta(seconds=1), 59),
        (OPENS - dt.timedelta(seconds=2, microseconds=1), 2),
        (BEFORE_OPENING, 60),
        (WHILE_JUDGING, 60),
    ],
)
def test_a_page_is_never_kept_past_its_next_change(
    client: Client, at: dt.datetime, seconds: int
) -> None:
    category = a_category()
    with frozen_at(at):
        answer = client.get(category_page(category))
    assert answer["Cache-Control"] == f"public, max-age={seconds}"


def test_an_accent_reaches_the_page_with_a_nonce(client: Client) -> None:
    category = a_category(an_edition(accent_colour="#2F4B7C"))
    answer = client.get(category_page(category))
    assert "--pl-accent:#2F4B7C" in answer.content.decode()
    assert "'nonce-" in answer["Content-Security-Policy"]


def test_what_an_organiser_writes_is_text_and_not_markup(client: Client) -> None:
    category = a_category(
        introduction="<script>alert(1)</script>\n\n- <b>one</b>", name="A & B <i>"
    )
    text = text_of(client, category_page(category), WHILE_OPEN)
    assert "<script>alert" not in text
    assert "&lt;b&gt;one" in text


def test_machines_are_told_what_to_read(client: Client, edition: Edition) -> None:
    category, hidden = a_category(edition), a_category(edition, published_at=None)
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /entries/" in robots
    sitemap = client.get("/sitemap.xml")
    assert sitemap["Content-Type"] == "application/xml"
    assert category_page(category) in sitemap.content.decode()
    assert category_page(hidden) not in sitemap.content.decode()
    assert "winners" not in sitemap.content.decode()
