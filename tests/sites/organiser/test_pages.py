"""Every page of the room is fetched by the strict client, with and without anything to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Edition
from plaudit.sites.organiser.urls import of_category, of_edition
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
SignedIn = Callable[[Person], Client]

LISTS = [
    route.name
    for route in of_edition
    if isinstance(route, URLPattern) and "<" not in str(route.pattern) and route.name
]
ONLY_POST = {
    "organiser_publication",
    "organiser_announcement_cancellation",
    "organiser_category_publication",
    "organiser_fees_free",
    "organiser_codes",
}
CATEGORY_PAGES = [
    route.name
    for route in of_category
    if isinstance(route, URLPattern) and "<" not in str(route.pattern) and route.name
]


@pytest.fixture
def edition() -> Iterator[Edition]:
    edition = an_edition()
    with frozen_at(WHILE_OPEN):
        yield edition


@pytest.mark.parametrize("name", [name for name in LISTS if name not in ONLY_POST])
def test_every_page_of_an_empty_edition_can_be_read(
    name: str, edition: Edition, signed_in: SignedIn
) -> None:
    response = signed_in(director_of(edition)).get(reverse(name, args=[edition.pk]), follow=True)
    assert response.status_code == 200


@pytest.mark.parametrize("name", [name for name in LISTS if name not in ONLY_POST])
def test_every_page_of_a_judged_edition_can_be_read(name: str, signed_in: SignedIn) -> None:
    category, entries, _ = a_judged_category()
    a_decision(entries[0], citation="Well done.")
    with frozen_at(AFTER_JUDGING):
        browser = signed_in(director_of(category.edition))
        response = browser.get(reverse(name, args=[category.edition.pk]), follow=True)
    assert response.status_code == 200


@pytest.mark.parametrize("name", [name for name in CATEGORY_PAGES if name not in ONLY_POST])
def test_every_page_of_a_category_can_be_read(name: str, signed_in: SignedIn) -> None:
    category, entries, _ = a_judged_category()
    a_decision(entries[0])
    with frozen_at(AFTER_JUDGING):
        browser = signed_in(director_of(category.edition))
        address = reverse(name, args=[category.edition.pk, category.pk])
        assert browser.get(address, follow=True).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_nobody_outside_the_team_finds_any_page(
    name: str, edition: Edition, signed_in: SignedIn
) -> None:
    stranger = signed_in(a_person())
    there = reverse(name, args=[edition.pk])
    nowhere = reverse(name, args=[uuid4()])
    for ask in (stranger.get, stranger.post):
        found, missing = ask(there), ask(nowhere)
        assert (found.status_code, missing.status_code) == (404, 404)
        assert _body(found) == _body(missing)


@pytest.mark.parametrize("name", CATEGORY_PAGES)
def test_another_edition_s_category_is_not_found(
    name: str, edition: Edition, signed_in: SignedIn
) -> None:
    foreign = a_category(an_edition())
    browser = signed_in(director_of(edition))
    for ask in (browser.get, browser.post):
        assert ask(reverse(name, args=[edition.pk, foreign.pk])).status_code in {404, 405}


@pytest.mark.parametrize("name", LISTS)
def test_the_signed_out_are_asked_to_sign_in(name: str, edition: Edition, client: Client) -> None:
    address = reverse(name, args=[edition.pk])
    response = client.get(address)
    asked = f"/sign-in/?{urlencode({'next': address})}"
    assert (response.status_code, response["Location"]) == (302, asked)


def _body(response: object) -> bytes:
    text: bytes = response.content  # type: ignore[attr-defined]
    return b"\n".join(
        line for line in text.splitlines() if b"csrf" not in line and b"nonce" not in line
    )
