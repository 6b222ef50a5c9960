"""Who works on an entry, asked of the database at most every twenty seconds for each person."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Container
from uuid import UUID

from plaudit.live.database import UNAVAILABLE, Database
from plaudit.live.statements import MEMBERS

Membership = tuple[UUID, UUID]  # entry, person
REMEMBERED_SECONDS = 20.0
MOST_REMEMBERED = 20_000


class Members:
    """Asks for what a token alone does not prove: that the person still works on the entry."""

    def __init__(self) -> None:
        self._database = Database()
        self._seen: dict[Membership, float] = {}
        self._turn = asyncio.Lock()

    async def has(self, entry: UUID, person: UUID) -> bool:
        """Return whether the person works on the entry. Raises UNAVAILABLE."""
        key = (entry, person)
        if time.monotonic() - self._seen.get(key, 0.0) < REMEMBERED_SECONDS:
            return True
        return key in await self.among([key])

    async def among(self, asked: list[Membership]) -> dict[Membership, str]:
        """Return those that hold, each with where its entry stands (`EntryStatus`), by one query."""
        async with self._turn:
            try:
                connection = await self._database.connected()
                entries, people = [entry for entry, _ in asked], [person for _, person in asked]
                rows = await connection.fetch(MEMBERS, entries, people)
            except UNAVAILABLE:
                self._database.drop()
                raise
        held = {asked[place - 1]: status for place, status in rows}
        self._remember(asked, held)
        return held

    async def close(self) -> None:
        await self._database.close()

    def _remember(self, asked: list[Membership], held: Container[Membership]) -> None:
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.clear()
        moment = time.monotonic()
        for key in asked:
            if key in held:
                self._seen[key] = moment
            else:
                self._seen.pop(key, None)
