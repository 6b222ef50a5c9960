"""An answer that somebody holds, as while its entry is being submitted, keeps nobody else's words waiting."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from threading import Event
from typing import Self

import pytest
from django.db import connection, transaction

from plaudit.entries.models import Answer, Entry
from plaudit.entries.tokens import Token, read_token
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.live.batches import Batches
from plaudit.live.presence import Presence
from plaudit.live.reply import Reply
from plaudit.live.saving import Exchange
from tests.factories.entries import an_entry
from tests.live.conftest import a_token, an_open_entry
from tests.live.pages import Page, parts_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_invariants_hold"),
]
SOON = 20.0


class Held:
    """Answers of an entry, locked by a transaction of another thread until `let_go`."""

    def __init__(self, entry: Entry) -> None:
        self._entry, self._has, self._may_go = entry, Event(), Event()

    def hold(self) -> None:
        try:
            with transaction.atomic():
                list(Answer.objects.select_for_update().filter(entry=self._entry))
                self._has.set()
                assert self._may_go.wait(SOON)
        finally:
            connection.close()

    async def __aenter__(self) -> Self:
        self._thread = asyncio.get_running_loop().run_in_executor(None, self.hold)
        assert await asyncio.to_thread(self._has.wait, SOON)
        return self

    async def __aexit__(self, *problem: object) -> None:
        self.let_go()
        await self._thread

    def let_go(self) -> None:
        self._may_go.set()


def typed(answer: Answer, text: str, *, of: Entry | None = None) -> Exchange:
    page, token = Page(), read_token(a_token(of or answer.entry))
    assert isinstance(token, Token)
    page.insert(1, text)
    state, update = parts_of(page.request())
    return Exchange(answer.pk, token, state, update, now())


def an_exchange() -> tuple[Batches, Batches]:
    people = Presence().people
    patient = Batches(people, writes=True)
    return Batches(people, writes=True, patient=patient), patient


def two_answers() -> tuple[Answer, Answer]:
    held = an_open_entry()
    free = an_entry(held.category, at=now())
    return held.answers.first(), free.answers.first()  # type: ignore[return-value]


def test_the_others_are_kept_at_once_and_the_held_one_when_it_is_free() -> None:
    held, free = two_answers()

    async def play() -> list[Reply]:
        saves, patient = an_exchange()
        async with Held(held.entry) as lock:
            waits = asyncio.ensure_future(saves.reply_to(typed(held, "Waits. ")))
            goes = await asyncio.wait_for(saves.reply_to(typed(free, "Goes. ")), SOON)
            assert not waits.done()
            lock.let_go()
            made = [goes, await asyncio.wait_for(waits, SOON)]
        await saves.close()
        await patient.close()
        return made

    assert [each.status for each in asyncio.run(play())] == [200, 200]
    held.refresh_from_db()
    free.refresh_from_db()
    assert (held.text, free.text) == ("Waits. ", "Goes. ")


def test_whoever_holds_it_for_too_long_makes_its_writer_ask_again_and_nobody_else() -> None:
    held, free = two_answers()

    async def play() -> list[Reply]:
        saves, patient = an_exchange()
        async with Held(held.entry):
            asked = [saves.reply_to(typed(held, "Late. ")), saves.reply_to(typed(free, "Goes. "))]
            made = await asyncio.wait_for(asyncio.gather(*asked), SOON)
        await saves.close()
        await patient.close()
        return made

    assert [each.status for each in asyncio.run(play())] == [503, 200]
    held.refresh_from_db()
    free.refresh_from_db()
    assert (held.text, free.text) == ("", "Goes. ")


def test_an_answer_that_is_not_there_is_said_to_be_gone() -> None:
    held, free = two_answers()

    async def play() -> list[Reply]:
        saves, patient = an_exchange()
        nowhere = replace(typed(held, "Nowhere. "), answer=new_identifier())
        another = typed(free, "Not mine. ", of=held.entry)
        made = [await saves.reply_to(nowhere), await saves.reply_to(another)]
        await saves.close()
        await patient.close()
        return made

    assert [each.status for each in asyncio.run(play())] == [404, 404]
    free.refresh_from_db()
    assert free.text == ""
