from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.actions.declaration import store_declarations
from plaudit.programmes.models import DeclarationKind
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN, director_of
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


@pytest.fixture
def entry() -> Entry:
    started = an_entry()
    texts = {DeclarationKind.AI_TOOLS: "Say what AI tools did."}
    director = director_of(started.edition)
    store_declarations(started.edition, texts, by=director, at=WHILE_OPEN)
    return started


def declared(signed_in: SignedIn, entry: Entry) -> None:
    (asked,) = entry.edition.declarations.all()
    page = signed_in(entry.started_by).post(
        f"/entries/{entry.pk}/declarations/",
        {str(asked.pk): "wording", f"{asked.pk}-note": "Spelling of names"},
    )
    assert page["Location"] == f"/entries/{entry.pk}/?said=declarations"


def test_what_was_declared_is_read_with_its_note_by_who_may_not_change_it(
    signed_in: SignedIn, entry: Entry
) -> None:
    here = f"/entries/{entry.pk}/declarations/"
    reader = a_contributor(entry, level="read")
    assert "Not declared" in words_of(signed_in(reader).get(here))
    declared(signed_in, entry)
    told = "AI tools helped with wording only. Spelling of names"
    assert told in words_of(signed_in(reader).get(here))
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        assert told in words_of(signed_in(entry.started_by).get(here))
