"""The floor: the least program that durably stores as many bytes for each save. No merging, no rules, nobody asked.

A bare ASGI application with the same group commit into the same database, one row a save.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

from bench.prose import prose

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

KIND = (b"content-type", b"application/octet-stream")
TABLE = "CREATE TABLE IF NOT EXISTS rush_floor (id int PRIMARY KEY, text text, document bytea, data bytea)"
ROWS = 1500
PROCESSES = 8  # each keeps to rows of its own, so that none waits for another
TEXT = prose(400, random.Random(1))  # as an answer
DOCUMENT = os.urandom(64) + TEXT.encode()
STORE = """
UPDATE rush_floor floor SET text = new.text, document = new.document, data = new.data
FROM unnest($1::int[], $2::text[], $3::bytea[], $4::bytea[]) AS new (id, text, document, data)
WHERE floor.id = new.id
"""


class Floor:
    def __init__(self) -> None:
        self.waiting: deque[tuple[bytes, asyncio.Future[None]]] = deque()
        self.running: asyncio.Task[None] | None = None
        self.connection: asyncpg.Connection[Any] | None = None
        self.first, self.next = os.getpid() % PROCESSES * ROWS, 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return
        body, is_whole = b"", scope["method"] == "GET"
        while not is_whole:
            message = await receive()
            body += message["body"]
            is_whole = not message["more_body"]
        if scope["method"] == "POST":
            await self.kept(body)
        headers = [KIND, (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def kept(self, body: bytes) -> None:
        """Return once the body is durably stored, with whatever else came meanwhile."""
        stored = asyncio.get_running_loop().create_future()
        self.waiting.append((body, stored))
        if self.running is None:
            self.running = asyncio.get_running_loop().create_task(self.store())
        await stored

    async def store(self) -> None:
        if self.connection is None:
            self.connection = await asyncpg.connect(os.environ["DATABASE_URL"])
        while self.waiting:
            batch = [self.waiting.popleft() for _ in range(min(200, len(self.waiting)))]
            places = [self.first + (self.next + n) % ROWS for n in range(len(batch))]
            self.next += len(batch)
            texts = [f"{self.next} {TEXT}"] * len(batch)
            documents = [body + DOCUMENT for body, _ in batch]
            await self.connection.execute(
                STORE, places, texts, documents, [body for body, _ in batch]
            )
            for _, stored in batch:
                stored.set_result(None)
        self.running = None


app = Floor()
