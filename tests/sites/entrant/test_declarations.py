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
from tests.sites.entrant.reading import form_of, words_of

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
    browser, here = signed_in(entry.started_by), f"/entries/{entry.pk}/declarations/"
    said = {str(asked.pk): "wording", f"{asked.pk}-note": "Spelling of names"}
    page = browser.post(here, form_of(browser.get(here), here) | said)
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


def test_declarations_that_two_people_had_open_are_joined_row_by_row(
    signed_in: SignedIn, entry: Entry
) -> None:
    texts = {
        DeclarationKind.AI_TOOLS: "Say what AI tools did.",
        DeclarationKind.CONSENT: "Everyone has agreed.",
    }
    store_declarations(entry.edition, texts, by=director_of(entry.edition), at=WHILE_OPEN)
    tools, consent = (str(entry.edition.declarations.get(kind=kind).pk) for kind in texts)
    here, mine = f"/entries/{entry.pk}/declarations/", signed_in(entry.started_by)
    theirs = signed_in(a_contributor(entry))
    opened = form_of(mine.get(here), here)
    theirs.post(here, opened | {consent: "agreed"})
    assert mine.post(here, opened | {tools: "no_tools"}).status_code == 302
    assert answers_of(entry) == {consent: "agreed", tools: "no_tools"}

    opened = form_of(mine.get(here), here)
    theirs.post(here, opened | {tools: "wording", f"{tools}-note": "Names"})
    mine.post(here, opened | {consent: "agreed"})
    assert answers_of(entry) == {consent: "agreed", tools: "wording"}


def test_a_declaration_that_two_people_changed_is_saved_at_the_second_press(
    signed_in: SignedIn, entry: Entry
) -> None:
    (asked,) = entry.edition.declarations.all()
    tools, note = str(asked.pk), f"{asked.pk}-note"
    here, mine = f"/entries/{entry.pk}/declarations/", signed_in(entry.started_by)
    opened = form_of(mine.get(here), here)
    signed_in(a_contributor(entry)).post(here, opened | {tools: "wording", note: "Names"})
    page = mine.post(here, opened | {tools: "no_tools"})
    assert page.status_code == 409
    assert words_of(page).startswith(
        "There is a problem Somebody else saved “AI tools helped with wording only. Names” here while "
        "you had it open. Save again to keep yours."
    )
    assert form_of(page, here)[tools] == "no_tools"
    assert answers_of(entry) == {tools: "wording"}
    assert mine.post(here, form_of(page, here)).status_code == 302
    assert answers_of(entry) == {tools: "no_tools"}


def answers_of(entry: Entry) -> dict[str, str]:
    rows = entry.declaration_answers.values_list("declaration_id", "choice")
    return {str(key): choice for key, choice in rows}
