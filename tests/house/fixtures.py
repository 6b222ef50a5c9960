"""Fixtures of every test: the strict client and a client already signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser

from plaudit.people.models import Person
from tests.factories.numbers import count_from_one
from tests.house.browser import a_browser
from tests.house.strict_client import StrictClient


@pytest.fixture(scope="module", autouse=True)
def numbers() -> None:
    """Let every file count from one: a name like "Trust 70" once answered a search for "trust 7"."""
    count_from_one()


@pytest.fixture
def client() -> Client:
    """A signed-out browser that reads every page strictly."""
    return StrictClient()


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """Return a function that gives a browser signed in as the person."""

    def browser(person: Person) -> Client:
        client = StrictClient()
        client.force_login(person)
        return client

    return browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium for one file of tests, closed after it so that the next file's may ask the database."""
    with a_browser() as chromium:
        yield chromium
