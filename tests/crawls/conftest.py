"""One world for each module of crawls; each test takes back what it changes."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.crawls.browsing import Browsers
from tests.crawls.world import World, a_world


@pytest.fixture(autouse=True)
def no_tries_counted() -> Iterator[None]:
    """Each test starts with every rate limit unused."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Thousands of requests would each write a line."""
    logging.disable(logging.ERROR)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def transaction_of_module(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """A transaction around the module's tests, whose own lie within it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(transaction_of_module: None, django_db_blocker: DjangoDbBlocker) -> World:
    with django_db_blocker.unblock():
        return a_world()


@pytest.fixture(scope="module")
def undecided_world(transaction_of_module: None, django_db_blocker: DjangoDbBlocker) -> World:
    """The world before anything was scored or decided by others."""
    with django_db_blocker.unblock():
        return a_world(is_decided=False)


@pytest.fixture(scope="module")
def browsers(world: World, django_db_blocker: DjangoDbBlocker) -> Browsers:
    with django_db_blocker.unblock():
        return Browsers(world.people)
