"""Storing a file whole or not at all, by one worker, whatever happens to the one before."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connection, connections

from plaudit.kit.verdict import Refused
from plaudit.people.actions import register_storing
from plaudit.people.actions.register_import import ask_to_store, bring_file
from plaudit.people.actions.register_storing import GIVEN_UP, store_import, store_waiting
from plaudit.people.models import ImportState, Organisation, Person, RegisterImport
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, a_programme, an_edition, director_of

FILE = b"name,kind\nFirst Body,charity\nSecond Body,charity\n,\nThird Body,moon\n"


def asked(by: Person, content: bytes = FILE) -> RegisterImport:
    brought = bring_file(content, "bodies.csv", by=by, at=WHILE_OPEN)
    return ask_to_store(brought, by=by, at=WHILE_OPEN)


def names() -> set[str]:
    return set(Organisation.objects.values_list("name", flat=True))


@pytest.fixture
def director() -> Person:
    return director_of(an_edition())


@pytest.mark.django_db
def test_what_came_of_it_is_kept_with_the_rows_left_out_and_the_file_forgotten(
    director: Person,
) -> None:
    brought = asked(director)
    store_waiting(at=WHILE_OPEN)
    brought.refresh_from_db()
    assert (brought.state, brought.rows, brought.done) == (ImportState.STORED, 2, 2)
    assert brought.problems == [[5, "“moon” is no kind of organisation that Plaudit knows."]]
    assert (bytes(brought.content), brought.stored_at) == (b"", WHILE_OPEN)
    assert names() == {"First Body", "Second Body"}


@pytest.mark.django_db
def test_nothing_is_brought_or_stored_while_a_file_is_being_stored(director: Person) -> None:
    other = director_of(an_edition(a_programme(director=a_person())))
    waiting = bring_file(b"name,kind\nOther,charity", "other.csv", by=other, at=WHILE_OPEN)
    brought = asked(director)
    for attempt in (
        lambda: asked(director),
        lambda: ask_to_store(waiting, by=director, at=WHILE_OPEN),
    ):
        with pytest.raises(Refused, match=r"“bodies\.csv”, which .* brought, is being stored"):
            attempt()
    assert ask_to_store(brought, by=director, at=WHILE_OPEN) == brought
    store_waiting(at=WHILE_OPEN)
    ask_to_store(waiting, by=director, at=WHILE_OPEN)


@pytest.mark.django_db
def test_a_file_that_is_refused_has_failed_and_says_why(
    director: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = asked(director)
    plan = register_storing.plan_of(brought)
    an_organisation("Second Body")
    monkeypatch.setattr(register_storing, "plan_of", lambda held: plan)
    store_waiting(at=WHILE_OPEN)
    brought.refresh_from_db()
    assert brought.state == ImportState.FAILED
    assert brought.failure == "Second Body was added meanwhile. Look at the file again."
    assert (bytes(brought.content), names()) == (b"", {"Second Body"})
    with pytest.raises(Refused, match="Bring it in again"):
        ask_to_store(brought, by=director, at=WHILE_OPEN)


class Killed(BaseException):
    """What stops a worker in the middle."""


@pytest.fixture
def _killed_half_way(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def stop(*arguments: object) -> None:
        raise Killed

    monkeypatch.setattr("plaudit.people.actions.register_import._set_parents", stop)
    return


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_killed_half_way")
def test_a_killed_worker_leaves_nothing_and_the_third_time_it_has_failed(director: Person) -> None:
    brought = asked(director)
    for attempt in (1, 2, 3):
        with pytest.raises(Killed):
            store_waiting(at=WHILE_OPEN)
        brought.refresh_from_db()
        assert (brought.state, brought.attempts) == (ImportState.STORING, attempt)
        assert (brought.done, brought.rows, names()) == (2, 2, set())
    store_waiting(at=WHILE_OPEN)
    brought.refresh_from_db()
    assert (brought.state, brought.failure) == (ImportState.FAILED, GIVEN_UP)
    assert names() == set()


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_left_is_taken_up_again(
    director: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = asked(director)
    with monkeypatch.context() as patched:
        patched.setattr(register_storing, "store_plan", _die)
        with pytest.raises(Killed):
            store_import(brought.pk, at=WHILE_OPEN)
    store_waiting(at=WHILE_OPEN)
    brought.refresh_from_db()
    assert (brought.state, brought.attempts) == (ImportState.STORED, 2)
    assert names() == {"First Body", "Second Body"}


@pytest.mark.django_db(transaction=True)
def test_one_worker_alone_is_at_a_file(director: Person) -> None:
    brought = asked(director)
    at_it, enough = threading.Event(), threading.Event()
    holder = threading.Thread(target=_hold, args=(brought.pk, at_it, enough))
    holder.start()
    try:
        assert at_it.wait(10)
        store_waiting(at=WHILE_OPEN)
        brought.refresh_from_db()
        assert (brought.state, brought.attempts, names()) == (ImportState.STORING, 0, set())
    finally:
        enough.set()
        holder.join()


def _die(*arguments: object, **named: object) -> None:
    raise Killed


def _hold(identifier: UUID, at_it: threading.Event, enough: threading.Event) -> None:
    try:
        from django.db import transaction

        with transaction.atomic():
            assert register_storing._held_alone(identifier) is not None
            at_it.set()
            enough.wait(10)
    finally:
        connections.close_all()
        connection.close()
