"""The floor: the least program that durably stores as many bytes for each save. No merging, no rules, nobody asked.

A bare RSGI application with the same group commit into the same database, one row a save.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import deque
from typing import Any

import asyncpg
from granian.rsgi import HTTPProtocol, Scope

from bench.prose import prose

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

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.method == "GET":
            protocol.response_str(200, [], "ready")
            return
        body = await protocol()
        stored = asyncio.get_running_loop().create_future()
        self.waiting.append((body, stored))
        if self.running is None:
            self.running = asyncio.get_running_loop().create_task(self.store())
        await stored
        protocol.response_bytes(200, [("Content-Type", "application/octet-stream")], body)

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
