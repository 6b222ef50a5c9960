"""Group commit: whatever arrives while one transaction runs goes into the next. Nobody is answered before COMMIT."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from dataclasses import dataclass
from uuid import UUID

import asyncpg

from plaudit.entries.notices import CHANNEL
from plaudit.live import reply
from plaudit.live.database import LOST, UNAVAILABLE, Database
from plaudit.live.reply import Reply
from plaudit.live.saving import Batch, Exchange, People
from plaudit.live.statements import KEEP, LOCKED, LOCKED_IF_FREE, READ

MOST_IN_A_BATCH = 200
MOST_WAITING = 2000
LONGEST_WAIT_SECONDS = 8.0
PAUSE_SECONDS = 0.2
HELD_UP = Reply(503, [], b"")  # not an answer: the exchange goes to whoever waits for locks
logger = logging.getLogger("plaudit.live")


@dataclass(slots=True)
class Waiting:
    exchange: Exchange
    answered: asyncio.Future[Reply]
    since: float


class Batches:
    """Takes exchanges in, and runs them in transactions of up to 200. One for those that write, one for the rest.

    Those that write wait for nobody: where an answer is held, as while its entry is being submitted, the exchange
    is handed to `patient`, which waits a second for the lock, so that all others go on meanwhile.
    """

    def __init__(self, people: People, *, writes: bool, patient: Batches | None = None) -> None:
        self._people, self._writes, self._patient = people, writes, patient
        self._waiting: deque[Waiting] = deque()
        self._database = Database()
        self._running: asyncio.Task[None] | None = None

    async def reply_to(self, exchange: Exchange) -> Reply:
        """Return the reply: after COMMIT when something was written, or that the site is busy."""
        if len(self._waiting) >= MOST_WAITING:
            return reply.BUSY
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[Reply] = loop.create_future()
        self.take(Waiting(exchange, answered, time.monotonic()))
        return await answered

    async def close(self) -> None:
        """Finish what is under way."""
        if self._running is not None:
            await asyncio.wait([self._running], timeout=3)
        await self._database.close()

    def take(self, waiting: Waiting) -> None:
        """Put it in the queue."""
        self._waiting.append(waiting)
        if self._running is None:
            self._running = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        try:
            while self._waiting:
                await self._next_batch()
        finally:
            self._running = None

    async def _next_batch(self) -> None:
        taken = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_IN_A_BATCH))]
        latest = time.monotonic() - LONGEST_WAIT_SECONDS
        batch = Batch([each.exchange for each in taken], self._people)
        replies: dict[int, Reply] = {}
        if taken[0].since > latest:
            replies = await self._replies(batch)
        for place, each in enumerate(taken):
            answer = replies.get(place, reply.BUSY)
            if answer is HELD_UP and self._patient is not None:
                self._patient.take(each)
            elif not each.answered.done():
                each.answered.set_result(answer)

    async def _replies(self, batch: Batch) -> dict[int, Reply]:
        """Return the reply to each; those without one were not kept, or nobody knows, and may ask again."""
        for attempt in range(2):
            try:
                connection = await self._database.connected()
                return await self._kept(connection, batch)
            except UNAVAILABLE as problem:
                # Whether it was kept is not known. Merging it once more changes nothing.
                self._database.drop()
                if attempt or not isinstance(problem, LOST):
                    logger.warning("the database is away: %s", type(problem).__name__)
                    break
                await asyncio.sleep(PAUSE_SECONDS)
                batch = Batch(batch.exchanges, self._people)
            except Exception:
                logger.exception("a batch failed")
                self._database.drop()
                return await self._one_by_one(batch)
        return {}

    async def _kept(self, connection: asyncpg.Connection, batch: Batch) -> dict[int, Reply]:
        wanted = (
            [each.answer for each in batch.exchanges],
            [each.token.person for each in batch.exchanges],
        )
        if not self._writes:
            batch.work(await connection.fetch(READ, *wanted))
            return batch.replies
        await connection.execute("BEGIN")
        if self._patient is not None:
            return await self._kept_if_free(connection, batch, wanted, HELD_UP)
        try:
            rows = await connection.fetch(LOCKED, *wanted)
        except asyncpg.LockNotAvailableError:
            await connection.execute("ROLLBACK; BEGIN")
            return await self._kept_if_free(connection, batch, wanted, reply.BUSY)
        batch.work(rows)
        return await self._committed(connection, batch)

    async def _kept_if_free(
        self,
        connection: asyncpg.Connection,
        batch: Batch,
        wanted: tuple[list[UUID], list[UUID]],
        otherwise: Reply,
    ) -> dict[int, Reply]:
        """Keep the answers that nobody holds. `otherwise` is for those that are held, or not there at all."""
        rows = await connection.fetch(LOCKED_IF_FREE, *wanted)
        batch.work(rows)
        replies = await self._committed(connection, batch)
        free = {row[0] - 1 for row in rows}
        return {place: each if place in free else otherwise for place, each in replies.items()}

    async def _committed(self, connection: asyncpg.Connection, batch: Batch) -> dict[int, Reply]:
        if batch.kept:
            await connection.fetch(KEEP, *batch.parameters(), CHANNEL, batch.notices())
            await connection.execute("COMMIT")
        else:
            await connection.execute("ROLLBACK")
        return batch.replies

    async def _one_by_one(self, batch: Batch) -> dict[int, Reply]:
        """Try each exchange alone, so that one that cannot be kept takes no other with it."""
        if len(batch.exchanges) == 1:
            return {0: reply.UNREADABLE}
        replies: dict[int, Reply] = {}
        for place, exchange in enumerate(batch.exchanges):
            alone = await self._replies(Batch([exchange], self._people))
            if 0 in alone:
                replies[place] = alone[0]
        return replies
