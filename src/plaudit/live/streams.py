"""Server-sent events: one open answer for each page that listens, with a sign of life every ten seconds."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import suppress
from typing import Any
from uuid import UUID

from plaudit.kit.serving.rsgi import HTTPProtocol
from plaudit.live.reply import COMMON

HEADERS = [("Content-Type", "text/event-stream"), ("X-Accel-Buffering", "no"), *COMMON]
HEARTBEAT_SECONDS = 10.0
MOST_EVENTS = 50
HERE = ": here\n\n"


class Stream:
    """One page that listens to one entry. Events wait here until they are sent; too many end the stream."""

    def __init__(self, entry: UUID, person: UUID) -> None:
        self.entry, self.person = entry, person
        self.is_open = True
        self.standing = ""  # where the entry stands, as the page was last told
        self._events: deque[str] = deque()
        self._wanted = asyncio.Event()

    def push(self, event: str) -> None:
        if len(self._events) >= MOST_EVENTS:
            self.end()  # the page has stopped reading: it asks anew
        self._events.append(event)
        self._wanted.set()

    def end(self) -> None:
        self.is_open = False
        self._wanted.set()

    def _next(self) -> str:
        """Return what is to be sent: everything that waits, or a sign of life."""
        text = "".join(self._events) or HERE
        self._events.clear()
        return text

    async def run(self, protocol: HTTPProtocol) -> None:
        """Send events until the page goes, or the stream is ended."""
        transport = protocol.response_stream(200, HEADERS)
        gone = asyncio.ensure_future(_gone(protocol))
        gone.add_done_callback(lambda _: self.end())
        try:
            while self.is_open:
                with suppress(TimeoutError):
                    async with asyncio.timeout(HEARTBEAT_SECONDS):
                        await self._wanted.wait()
                self._wanted.clear()
                await transport.send_str(self._next())
        except RuntimeError:  # the connection was lost while sending
            return
        finally:
            self.is_open = False
            gone.cancel()


class Streams:
    """The streams of this process, by entry."""

    def __init__(self) -> None:
        self._of: dict[UUID, set[Stream]] = {}
        self._named: dict[str, UUID] = {}  # as notices name them

    def add(self, stream: Stream) -> None:
        self._of.setdefault(stream.entry, set()).add(stream)
        self._named[str(stream.entry)] = stream.entry

    def remove(self, stream: Stream) -> None:
        there = self._of.get(stream.entry, set())
        there.discard(stream)
        if not there:
            self._of.pop(stream.entry, None)
            self._named.pop(str(stream.entry), None)

    def every(self) -> list[Stream]:
        return [stream for there in self._of.values() for stream in there]

    def has(self, entry: UUID) -> bool:
        return entry in self._of

    def listened_to(self, name: str) -> UUID | None:
        """Return the entry with this identifier if a page listens to it: of most that is told, none does here."""
        return self._named.get(name)

    def count(self, entry: UUID, person: UUID) -> int:
        """Return how many streams the person has open on the entry."""
        return sum(1 for stream in self._of.get(entry, ()) if stream.person == person)

    def push(self, entry: UUID, name: str, data: dict[str, Any]) -> None:
        """Send an event to every page that listens to the entry."""
        there = self._of.get(entry)
        if there:
            text = event(name, data)
            for stream in list(there):
                stream.push(text)


def event(name: str, data: dict[str, Any]) -> str:
    """Return an event as it goes over the wire (WHATWG HTML, 9.2)."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    return f"event: {name}\ndata: {text}\n\n"


async def _gone(protocol: HTTPProtocol) -> None:
    """Wait until the page has closed the connection."""
    await protocol.client_disconnect()
