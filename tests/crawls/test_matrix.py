"""Every route × role answers as `routes.py` says, and a route without a row fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from plaudit.kit.clock import frozen_at
from tests.crawls.browsing import Browsers, body_of, essence
from tests.crawls.database import digests
from tests.crawls.routes import NOT_THAT_METHOD, NOTHING_THERE, ROLES, ROUTES, Route
from tests.crawls.world import NOW, World

pytestmark = pytest.mark.django_db
BY_NAME = {route.name: route for route in ROUTES}


def names_in(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names_in(pattern.url_patterns)
        else:
            yield pattern.name or str(pattern.pattern)


def test_each_route_has_one_row_and_each_row_a_route() -> None:
    routed = list(names_in(get_resolver().url_patterns))
    assert sorted(routed) == sorted(route.name for route in ROUTES)


def test_each_row_says_how_every_role_is_answered(world: World) -> None:
    assert set(world.people) == set(ROLES)
    for route in ROUTES:
        assert set(route.get) == set(route.post) == set(ROLES), route.name


@pytest.mark.parametrize("name", BY_NAME)
def test_everybody_is_answered_as_the_table_says(
    name: str, world: World, browsers: Browsers
) -> None:
    route, answers = BY_NAME[name], {}
    address = reverse(name, kwargs=route.address(world.own))
    with frozen_at(NOW):
        for role in ROLES:
            response = browsers.of(role).get(address)
            body_of(response)
            answers[role, "get"] = response.status_code
            answers[role, "post"] = posted(browsers, role, address).status_code
    expected = {(role, "get"): route.get[role] for role in ROLES}
    expected |= {(role, "post"): route.post[role] for role in ROLES}
    wrong = {key: (expected[key], got) for key, got in answers.items() if got != expected[key]}
    assert not wrong, f"{address}: (expected, answered) by role and method: {wrong}"


def posted(browsers: Browsers, role: str, address: str) -> Any:
    """Post an empty form, and take back whatever it changed."""
    with transaction.atomic():
        response = browsers.of(role).post(address)
        transaction.set_rollback(True)
    return response


def test_no_page_changes_anything_by_being_read(world: World, browsers: Browsers) -> None:
    before = digests()
    with frozen_at(NOW):
        for route in ROUTES:
            address = reverse(route.name, kwargs=route.address(world.own))
            for role in ROLES:
                body_of(browsers.of(role).get(address))
                body_of(browsers.of(role).head(address))
            changed = {name for name, digest in digests().items() if digest != before[name]}
            assert not changed, f"reading {address} changed {changed}"


ANYBODYS = {"programme", "token"}
LET_IN = {200, 302, 403, 422}


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("whose", ["foreign", "neighbour"])
def test_what_is_not_ones_own_is_as_if_it_were_not_there(
    name: str, whose: str, world: World, browsers: Browsers
) -> None:
    route, is_room = BY_NAME[name], name.startswith("organiser_")
    if whose == "neighbour" and is_room:
        pytest.skip("the team sees the whole of its edition")
    own, others = route.address(world.own), route.address(getattr(world, whose))
    asked = [key for key in own if key not in ANYBODYS and own[key] != others[key]]
    with frozen_at(NOW):
        for key in asked:
            theirs = reverse(name, kwargs=own | {key: others[key]})
            nowhere = reverse(name, kwargs=own | {key: of_nothing(own[key])})
            for role in {insider(route), "stranger", "anonymous"}:
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
    status, headers, text = essence(response)
    return status, str(headers).replace(quote(address, safe=""), "").replace(address, ""), text


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
