"""Every route × role answers as `routes.py` says, and a route without a row fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from plaudit.kit.clock import frozen_at
from tests.crawls.browsing import Answer, Browsers, body_of
from tests.crawls.database import changed_since, digests
from tests.crawls.roles import (
    NOT_THAT_METHOD,
    NOTHING_THERE,
    ROLES,
    Route,
    no_arguments,
)
from tests.crawls.routes import ROUTES
from tests.crawls.world import NOW, World

pytestmark = pytest.mark.django_db
BY_NAME = {route.name: route for route in ROUTES}


@pytest.fixture(scope="module")
def before(
    world: World, browsers: Browsers, django_db_blocker: DjangoDbBlocker
) -> dict[str, tuple[int, str]]:
    """What the database holds before anybody has read anything."""
    with django_db_blocker.unblock():
        return digests()


def names_in(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names_in(pattern.url_patterns)
        else:
            yield pattern.name or str(pattern.pattern)


def test_each_route_has_one_row_and_each_row_a_route() -> None:
    routed = sorted(names_in(get_resolver().url_patterns))
    tabled = sorted(route.name for route in ROUTES)
    assert set(routed) - set(tabled) == set(), "routes without a row"
    assert set(tabled) - set(routed) == set(), "rows without a route"
    assert routed == tabled


def test_each_row_says_how_every_role_is_answered(world: World) -> None:
    assert set(world.people) == set(ROLES)
    for route in ROUTES:
        assert set(route.get) == set(route.post) == set(ROLES), route.name


@pytest.mark.parametrize("name", BY_NAME)
def test_everybody_is_answered_as_the_table_says_and_reading_changes_nothing(
    name: str, world: World, browsers: Browsers, before: dict[str, tuple[int, str]]
) -> None:
    route, read, sent = BY_NAME[name], {}, {}
    address = reverse(name, kwargs=route.address(world.own))
    with frozen_at(NOW):
        for role in ROLES:
            response = browsers.of(role).get(address)
            body_of(response)
            read[role] = response.status_code
        browsers.of(insider(route)).head(address)
        assert changed_since(before) == set(), f"reading {address} changed these tables"
        sent = {role: posted(browsers, role, address).status_code for role in ROLES}
    wrong = {
        (method, role): f"{expected[role]} expected, {answers[role]} given"
        for method, expected, answers in (("get", route.get, read), ("post", route.post, sent))
        for role in ROLES
        if answers[role] != expected[role]
    }
    assert not wrong, f"{address}: {wrong}"


def posted(browsers: Browsers, role: str, address: str) -> Any:
    """Post an empty form, as a browser sends it, and take back whatever it changed."""
    with transaction.atomic():
        response = browsers.of(role).post(address, {"csrfmiddlewaretoken": "x"})
        transaction.set_rollback(True)
    return response


ANYBODYS = {"programme", "token"}
SHARED_REGISTER = "organisation"  # one register for every team of the site
TYPED_BY_ANYBODY = "reference"  # of a receipt: the public page tells nothing without its digest
LET_IN = {200, 302, 403, 422}


def somebody_elses() -> Iterator[tuple[str, str]]:
    """Yield the routes to something of somebody's, and whose. The team sees the whole of its edition."""
    for route in ROUTES:
        if route.address is not no_arguments and not route.name.startswith("demo_"):
            yield route.name, "foreign"
            if not route.name.startswith(("organiser_", "public_")):
                yield route.name, "neighbour"


@pytest.mark.parametrize(("name", "whose"), list(somebody_elses()))
def test_what_is_not_ones_own_is_as_if_it_were_not_there(
    name: str, whose: str, world: World, browsers: Browsers
) -> None:
    route = BY_NAME[name]
    own, others = route.address(world.own), route.address(getattr(world, whose))
    anybodys = ANYBODYS | ({SHARED_REGISTER} if name.startswith("organiser_") else set())
    anybodys |= {TYPED_BY_ANYBODY} if name.startswith("public_") else set()
    asked = [key for key in own if key not in anybodys and own[key] != others[key]]
    with frozen_at(NOW):
        for key in asked:
            theirs = reverse(name, kwargs=own | {key: others[key]})
            nowhere = reverse(name, kwargs=own | {key: of_nothing(own[key])})
            outsider = "anonymous" if name.startswith("public_") else "stranger"
            for role in {insider(route), outsider}:
                assert_alike(browsers, role, theirs, nowhere)


def of_nothing(value: object) -> object:
    return uuid4() if isinstance(value, UUID) else "qz99-0000"


def insider(route: Route) -> str:
    """Return the first role but the signed-out one that the route does something for."""
    roles = [role for role in ROLES if role not in {"anonymous", "stranger"}]
    let_in = [role for role in roles if {route.get[role], route.post[role]} & LET_IN]
    return next(iter(let_in), "stranger")


def assert_alike(browsers: Browsers, role: str, theirs: str, nowhere: str) -> None:
    seen, unseen = (browsers.of(role).get(address) for address in (theirs, nowhere))
    if role != "anonymous":
        assert seen.status_code in {NOTHING_THERE, NOT_THAT_METHOD}, f"{role} got {theirs}"
    assert told(seen, theirs) == told(unseen, nowhere), f"{role}, get {theirs}"
    seen, unseen = (posted(browsers, role, address) for address in (theirs, nowhere))
    assert told(seen, theirs) == told(unseen, nowhere), f"{role}, post {theirs}"


def told(response: Any, address: str) -> tuple[int, str, str]:
    """Return what an answer tells, less the address that was asked for."""
    answer = Answer.of(response)
    headers = answer.headers.replace(quote(address, safe=""), "").replace(address, "")
    return answer.status, headers, answer.text


def hidden_addresses(world: World) -> Iterator[tuple[str, str]]:
    """Yield addresses of what is not published, each with one of nothing."""
    place = world.own
    for route in ROUTES:
        own = route.address(place)
        if route.name.startswith(("public_", "entry_")) and "programme" in own:
            nothing = reverse(route.name, kwargs=own | {"edition": "1999"})
            yield reverse(route.name, kwargs=own | {"edition": place.hidden_edition.slug}), nothing
            if "category" in own:
                nothing = reverse(route.name, kwargs=own | {"category": "nothing"})
                yield reverse(route.name, kwargs=own | {"category": place.hidden.slug}), nothing


@pytest.mark.parametrize("role", ["anonymous", "owner", "director"])
def test_what_is_not_published_is_as_if_it_were_not_there(
    role: str, world: World, browsers: Browsers
) -> None:
    with frozen_at(NOW):
        for hidden, nothing in hidden_addresses(world):
            seen, unseen = (browsers.of(role).get(address) for address in (hidden, nothing))
            assert seen.status_code == NOTHING_THERE, hidden
            assert told(seen, hidden) == told(unseen, nothing), hidden
