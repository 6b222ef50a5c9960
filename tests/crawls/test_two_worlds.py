"""Two worlds that differ only in who won answer alike until the instant of the release."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from plaudit.results.actions.release import queue_result_mail
from tests.crawls.browsing import Answer, Browsers
from tests.crawls.roles import NOT_THAT_METHOD, NOTHING_THERE
from tests.crawls.routes import ROUTES
from tests.crawls.walking import walk
from tests.crawls.world import World, decided, scored
from tests.factories.results import ONE_SECOND, RELEASE

pytestmark = pytest.mark.django_db
OUTSIDERS = ("anonymous", "stranger", "owner", "judge")


@pytest.fixture(scope="module")
def world(undecided_world: World) -> World:
    return undecided_world


@contextmanager
def won_by(world: World, winner: str) -> Iterator[None]:
    """Have one of the two submitted entries win inside the block: its scores, decision and citation."""
    values = (9, 3) if winner == "submitted" else (3, 9)
    with transaction.atomic():
        scored(world.own, values)
        decided(world.own, winner)
        yield
        transaction.set_rollback(True)


# The demo tells the clock, and a token is signed with the machine's own.
CHANGING = ("/demo/", "/live/token/")


def answers(world: World, browsers: Browsers) -> dict[tuple[str, str, str], Answer]:
    """Return what each outsider is told at every address there is and every one they are led to."""
    told = {}
    cache.clear()
    for role in OUTSIDERS:
        for address, answer in walk(browsers, role).items():
            told[role, "get", address] = answer
        for one in ROUTES:
            address = reverse(one.name, kwargs=one.address(world.own))
            if one.get[role] != NOT_THAT_METHOD and (role, "get", address) not in told:
                told[role, "get", address] = Answer.of(browsers.of(role).get(address))
            if one.post[role] not in {NOT_THAT_METHOD, NOTHING_THERE}:
                told[role, "post", address] = posted(browsers, role, address)
    return {key: answer for key, answer in told.items() if not key[2].startswith(CHANGING)}


def posted(browsers: Browsers, role: str, address: str) -> Answer:
    with transaction.atomic():
        answer = Answer.of(browsers.of(role).post(address, {"csrfmiddlewaretoken": "x"}))
        transaction.set_rollback(True)
    return answer


def mail() -> list[tuple[str, str, str]]:
    return sorted(OutboxMessage.objects.values_list("recipient", "subject", "body"))


def test_a_second_before_the_release_both_worlds_answer_alike(
    world: World, browsers: Browsers
) -> None:
    with frozen_at(RELEASE - ONE_SECOND):
        with won_by(world, "submitted"):
            queue_result_mail(RELEASE - ONE_SECOND)
            one, letters = answers(world, browsers), mail()
        with won_by(world, "other_submitted"):
            queue_result_mail(RELEASE - ONE_SECOND)
            other, other_letters = answers(world, browsers), mail()
    assert one.keys() == other.keys()
    assert {key for key in one if one[key] != other[key]} == set()
    assert letters == other_letters


def test_at_the_instant_they_differ(world: World, browsers: Browsers) -> None:
    """So that the comparison can fail."""
    own = world.own
    address = reverse("public_winners", args=[own.programme.slug, own.edition.slug])
    desk = reverse("entry_desk", args=[own.submitted.pk])
    seen = []
    for winner in ("submitted", "other_submitted"):
        with frozen_at(RELEASE), won_by(world, winner):
            public, private = browsers.of("anonymous").get(address), browsers.of("owner").get(desk)
            queue_result_mail(RELEASE)
            seen.append((Answer.of(public), Answer.of(private), mail()))
            assert public.status_code == private.status_code == 200
    for one, other in zip(*seen, strict=True):
        assert one != other
