"""Whatever people type, and whatever becomes of their messages: all copies agree, and no acknowledged word is lost."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaudit.entries.documents import replayed, text_in
from plaudit.entries.models import Answer
from plaudit.entries.tokens import Token, read_token
from plaudit.kit.clock import now
from plaudit.live.batches import Batches
from plaudit.live.presence import Presence
from plaudit.live.saving import Exchange
from tests.factories.entries import a_contributor
from tests.live.conftest import a_token, an_open_entry
from tests.live.pages import Page, outcome, parts_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_invariants_hold"),
]

AUTHORS = 3
who = st.integers(0, AUTHORS - 1)
where = st.floats(0, 1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), who, where),
        st.tuples(st.just("delete"), who, where),
        st.tuples(st.just("send"), who),
        st.tuples(st.just("deliver"), where, st.booleans(), st.booleans()),
        st.tuples(st.just("together"), st.integers(2, 6)),
        st.tuples(st.just("restart")),
    ),
    max_size=40,
)


@dataclass
class World:
    """Pages, and messages under way between them and the server: late, twice, out of order, or never."""

    answer: Answer
    tokens: list[Token]
    pages: list[Page] = field(default_factory=lambda: [Page() for _ in range(AUTHORS)])
    under_way: list[tuple[int, bytes, str]] = field(default_factory=list)
    written: list[str] = field(default_factory=lambda: [""] * AUTHORS)
    deleted: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    count: int = 0

    def __post_init__(self) -> None:
        self.server = Batches(Presence().people, writes=True)

    async def play(self, steps: list[tuple[Any, ...]]) -> None:
        for name, *given_ in steps:
            await getattr(self, name)(*given_)
        for _ in range(3):  # the network mends
            for author in range(AUTHORS):
                await self.send(author)
                await self.reach(self.under_way.pop(), is_heard=True)
        await self.server.close()

    async def insert(self, author: int, place: float) -> None:
        character = chr(0x4E00 + self.count)
        self.count += 1
        self.pages[author].insert(place, character)
        self.written[author] += character

    async def delete(self, author: int, place: float) -> None:
        self.deleted.add(self.pages[author].delete(place))

    async def send(self, author: int) -> None:
        request = self.pages[author].request()
        self.under_way.append((author, request, self.written[author]))

    async def deliver(self, place: float, is_heard: bool, is_repeated: bool) -> None:
        if not self.under_way:
            return
        index = min(int(place * len(self.under_way)), len(self.under_way) - 1)
        message = self.under_way[index] if is_repeated else self.under_way.pop(index)
        await self.reach(message, is_heard=is_heard)

    async def together(self, count: int) -> None:
        """Several messages reach the server at once, and so come into one batch."""
        taken, self.under_way = self.under_way[:count], self.under_way[count:]
        await asyncio.gather(*(self.reach(each, is_heard=True) for each in taken))

    async def restart(self) -> None:
        await self.server.close()
        self.server = Batches(Presence().people, writes=True)

    async def reach(self, message: tuple[int, bytes, str], *, is_heard: bool) -> None:
        author, request, holds = message
        state, update = parts_of(request)
        exchange = Exchange(self.answer.pk, self.tokens[author], state, update, now())
        status, body = outcome(await self.server.reply_to(exchange))
        assert status in (200, 409)
        if status == 200:
            self.acknowledged |= set(holds)
        if is_heard:
            self.pages[author].hear(status, body)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_all_copies_agree_and_no_acknowledged_word_is_lost(steps: list[tuple[Any, ...]]) -> None:
    entry = an_open_entry()
    people = [entry.started_by, *(a_contributor(entry) for _ in range(AUTHORS - 1))]
    answer = entry.answers.earliest("pk")
    tokens = [read_token(a_token(entry, person)) for person in people]
    world = World(answer, [token for token in tokens if token is not None])
    asyncio.run(world.play(steps))

    answer.refresh_from_db()
    assert {str(page) for page in world.pages} == {answer.text}
    assert world.acknowledged == set("".join(world.written))
    assert sorted(answer.text) == sorted(world.acknowledged - world.deleted)
    log = list(answer.updates.order_by("version"))
    assert [each.version for each in log] == list(range(1, answer.version + 1))
    assert text_in(replayed(bytes(each.data) for each in log)) == answer.text
    assert text_in(bytes(answer.document)) == answer.text
