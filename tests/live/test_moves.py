"""An entry is moved to another category while a colleague's page goes on saving: nothing that was typed is refused."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from plaudit.entries.actions.move import move_entry
from plaudit.entries.models import Answer, Entry
from plaudit.entries.tokens import Token, read_token
from plaudit.kit.clock import now
from plaudit.live.batches import Batches
from plaudit.live.presence import Presence
from plaudit.live.saving import Exchange
from plaudit.programmes.models import Category
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import a_category
from tests.live.conftest import a_token, an_open_entry
from tests.live.pages import Page, parts_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_invariants_hold"),
]

HERE = {"Ambition": ["Why?"], "Outcome": ["What changed?"]}
THERE = {"Outcome": ["Show it."], "Spread": ["Where else?"]}
HELD_SECONDS = (
    0.4  # less than the exchange waits for a lock, so that it goes on once the move is done
)


def two() -> tuple[Entry, Category]:
    edition = an_open_entry().category.edition
    here, there = a_category(edition, sections=HERE), a_category(edition, sections=THERE)
    return an_entry(here, at=now()), there


@pytest.mark.parametrize("criterion", ["Outcome", "Ambition"], ids=["carried", "parked"])
def test_words_that_wait_for_the_move_are_kept_in_the_same_answer(criterion: str) -> None:
    entry, there = two()
    colleague = a_contributor(entry)
    answer = entry.answers.get(criterion__criterion__name=criterion)
    token = read_token(a_token(entry, colleague))
    assert token is not None

    def move() -> None:
        try:
            with transaction.atomic():
                own = Entry.objects.select_related("category__edition__programme").get(pk=entry.pk)
                move_entry(own, there, by=entry.started_by, at=now())
                time.sleep(HELD_SECONDS)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(move)
        time.sleep(HELD_SECONDS / 2)
        statuses = asyncio.run(types_and_saves(answer, token, "Kept while it moved."))
        moving.result()

    assert statuses == [200]
    answer.refresh_from_db()
    assert answer.text == "Kept while it moved."
    assert (answer.criterion.category_id == there.pk) is (criterion == "Outcome")


def test_many_saves_beside_many_moves() -> None:
    entry, there = two()
    here, colleague = entry.category, a_contributor(entry)
    answer = entry.answers.get(criterion__criterion__name="Outcome")
    token = read_token(a_token(entry, colleague))
    assert token is not None

    def move_to_and_fro() -> None:
        try:
            for category in [there, here] * 4:
                own = Entry.objects.select_related("category__edition__programme").get(pk=entry.pk)
                move_entry(own, category, by=entry.started_by, at=now())
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(move_to_and_fro)
        words = [f"{number}. " for number in range(30)]
        statuses = asyncio.run(types_and_saves(answer, token, *words))
        moving.result()

    assert set(statuses) == {200}
    answer.refresh_from_db()
    assert answer.text == "".join(words)


async def types_and_saves(answer: Answer, token: Token, *texts: str) -> list[int]:
    """Type each text at the end and send it, as a page does; return what was answered."""
    server, page, statuses = Batches(Presence().people, writes=True), Page(), []
    for text in texts:
        page.insert(1, text)
        state, update = parts_of(page.request())
        reply = await server.reply_to(Exchange(answer.pk, token, state, update, now()))
        page.hear(reply.status, reply.body)
        statuses.append(reply.status)
    await server.close()
    return statuses
