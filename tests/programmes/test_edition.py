from __future__ import annotations

import datetime as dt

import pytest

from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.edition import change_edition, create_edition, publish_edition
from plaudit.programmes.actions.programme import create_programme
from plaudit.programmes.naming import slug_for
from plaudit.programmes.queries import (
    editions_managed_by,
    managed_edition,
    published_categories,
    published_edition,
    published_editions,
)
from tests.factories.people import a_person
from tests.factories.programmes import (
    BEFORE_OPENING,
    CLOSES,
    JUDGING_CLOSES,
    JUDGING_OPENS,
    OPENS,
    WHILE_OPEN,
    a_category,
    a_programme,
    an_edition,
    director_of,
)

pytestmark = pytest.mark.django_db
DATES = {
    "opens_at": OPENS,
    "closes_at": CLOSES,
    "judging_opens_at": JUDGING_OPENS,
    "judging_closes_at": JUDGING_CLOSES,
}


def test_the_first_programme_is_anybody_s_and_the_next_a_director_s() -> None:
    first, stranger = a_person(), a_person()
    made = create_programme(
        name="Neighbour Awards",
        slug="neighbours",
        organiser_name="Journal",
        by=first,
        at=BEFORE_OPENING,
    )
    second = {
        "name": "Garden Awards",
        "slug": "gardens",
        "organiser_name": "Journal",
        "at": BEFORE_OPENING,
    }
    with pytest.raises(Refused, match="Only an awards director"):
        create_programme(by=stranger, **second)
    create_programme(by=first, **second)
    with pytest.raises(Refused, match="already has the address"):
        create_programme(by=first, **second)
    edition = create_edition(made, name="2027", slug="2027", by=first, at=BEFORE_OPENING, **DATES)
    assert list(editions_managed_by(first)) == [edition]
    assert managed_edition(stranger, edition.pk) is None


def test_an_edition_is_public_once_published() -> None:
    edition = an_edition(published_at=None)
    a_category(edition, name="Draft", published_at=None)
    shown = a_category(edition, name="Shown")
    where = (edition.programme.slug, edition.slug)
    assert published_edition(*where) is None
    by = director_of(edition)
    publish_edition(edition, by=by, at=WHILE_OPEN)
    publish_edition(edition, by=by, at=WHILE_OPEN + dt.timedelta(days=1))
    assert published_edition(*where) == edition
    assert edition.published_at == WHILE_OPEN
    assert list(published_editions()) == [edition]
    assert list(published_categories(edition)) == [shown]


def test_only_the_director_changes_dates_and_an_open_edition_is_not_closed_in_the_past() -> None:
    edition = an_edition()
    with pytest.raises(Refused, match="not on the team"):
        change_edition(edition, by=a_person(), at=WHILE_OPEN, name="Mine")
    by = director_of(edition)
    with pytest.raises(Refused, match="already past"):
        change_edition(
            edition, by=by, at=WHILE_OPEN, closes_at=WHILE_OPEN - dt.timedelta(seconds=1)
        )
    change_edition(edition, by=by, at=WHILE_OPEN, closes_at=WHILE_OPEN)
    edition.refresh_from_db()
    assert edition.closes_at == WHILE_OPEN
    with pytest.raises(TypeError):
        change_edition(edition, by=by, at=WHILE_OPEN, published_at=None)


def test_published_categories_cost_the_same_with_one_and_with_three(
    django_assert_num_queries: object,
) -> None:
    edition = an_edition(a_programme())
    for wanted in (1, 3):
        while edition.categories.count() < wanted:
            a_category(edition)
        with django_assert_num_queries(3):  # type: ignore[operator]
            for category in published_categories(edition):
                assert [len(section.prompts.all()) for section in category.criteria.all()] == [
                    2,
                    1,
                    1,
                ]


@pytest.mark.parametrize(
    ("name", "taken", "slug"),
    [
        ("Best street", set(), "best-street"),
        ("Best street", {"best-street", "best-street-2"}, "best-street-3"),
        ("賞", set(), "untitled"),
        ("x" * 60, {"x" * 50}, "x" * 48 + "-2"),
    ],
)
def test_addresses_are_made_from_names(name: str, taken: set[str], slug: str) -> None:
    assert slug_for(name, taken) == slug
