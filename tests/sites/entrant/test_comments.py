from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_typing_an_at_sign_offers_the_others_whom_a_name_finds(signed_in: SignedIn) -> None:
    entry, stranger = an_entry(), a_person(name="Stella Stranger")
    own = entry.started_by
    people = [a_person(name=name) for name in ("Ann “Annie” Smith", "Jo Bell", "Jo Bell")]
    for person in people:
        a_contributor(entry, person, "comment")
    reader = a_person(name="Rea Reader")
    a_contributor(entry, reader, "read")
    criterion = entry.category.criteria.first()
    address = f"/entries/{entry.pk}/answers/{criterion.pk}/comments/"
    page = signed_in(own).get(address).content.decode()
    assert re.findall(r'data-mention="([^"]*)"', page) == ["Ann “Annie” Smith", "Rea Reader"]
    assert "plaudit/comments" in page
    told = signed_in(reader).get(address)
    assert "data-mention" not in told.content.decode()
    assert "plaudit/comments" not in told.content.decode()
    assert "not comment on it" in words_of(told)
    assert stranger.name not in page


def test_whoever_calls_a_name_that_nobody_goes_by_is_told(signed_in: SignedIn) -> None:
    entry = an_entry()
    a_contributor(entry, a_person(name="Jo Bell"))
    criterion = entry.category.criteria.first()
    address = f"/entries/{entry.pk}/answers/{criterion.pk}/comments/"
    browser = signed_in(entry.started_by)

    def leads_to(body: str) -> str:
        answer: str = browser.post(address, {"body": body})["Location"]
        return answer

    assert leads_to("@Jo Bell is this so?") == address
    assert leads_to("Write to jo@example.org") == address
    place = leads_to("@Ian Ball is this so?")
    assert "nobody was told by mail" in words_of(browser.get(place))
    assert "nobody was told by mail" not in words_of(browser.get(address))
