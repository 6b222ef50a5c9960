"""Fixtures of every test: the strict client and a client already signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.people.models import Person
from tests.house.strict_client import StrictClient


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
