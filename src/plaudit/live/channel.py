"""PostgreSQL's LISTEN and NOTIFY between all the processes of a site: changes come in, signs of presence go out."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from plaudit.entries.notices import CHANNEL
from plaudit.live.database import UNAVAILABLE, Database
from plaudit.live.statements import NOTIFY

RETRY_SECONDS = 0.5
MOST_WAITING = 1000
LONGEST_NOTICE = 7500  # bytes; PostgreSQL's limit is 8,000
logger = logging.getLogger("plaudit.live")


class Channel:
    """Listens on one connection, and sends on it. `hear` is called with each notice, in this process's loop."""

    def __init__(self, hear: Callable[[dict[str, Any]], None], again: Callable[[], None]) -> None:
        self._hear, self._again = hear, again
        self._database = Database()
        self._outgoing: list[str] = []
        self._wanted = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._running = asyncio.get_running_loop().create_task(self._run())

    def tell(self, notice: dict[str, Any]) -> None:
        """Send the notice soon, with whatever else is to be sent. While the database is away, it is dropped."""
        if len(self._outgoing) < MOST_WAITING:
            self._outgoing.append(json.dumps(notice, separators=(",", ":"), ensure_ascii=False))
            self._wanted.set()

    async def close(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait([self._running], timeout=0.5)
        await self._database.close()

    async def _run(self) -> None:
        while True:
            try:
                await self._listen()
            except UNAVAILABLE:
                self._outgoing.clear()
            except Exception:
                logger.exception("the channel broke")
            self._database.drop()
            await asyncio.sleep(RETRY_SECONDS)

    async def _listen(self) -> None:
        """Listen and send until the connection is lost."""
        connection = await self._database.connected()
        connection.add_termination_listener(lambda _: self._wanted.set())
        await connection.add_listener(CHANNEL, self._heard)
        self._again()  # whatever was missed meanwhile is asked for by the pages
        while not connection.is_closed():
            await self._wanted.wait()
            self._wanted.clear()
            notices, self._outgoing = self._outgoing, []
            sendable = [each for each in notices if len(each.encode()) < LONGEST_NOTICE]
            if sendable and not connection.is_closed():
                await connection.fetch(NOTIFY, CHANNEL, sendable)

    def _heard(self, _connection: object, _process: int, _channel: str, payload: object) -> None:
        try:
            self._hear(json.loads(str(payload)))
        except Exception:
            logger.exception("a notice could not be read")
