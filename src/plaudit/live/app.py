"""The addresses of the exchange. See docs/decisions/2026-11-22-live-exchange.md."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from plaudit.entries.tokens import Token, valid_token
from plaudit.kit.clock import now
from plaudit.kit.serving.body import announced_length, thrown_away
from plaudit.kit.serving.rsgi import HTTPProtocol, Scope
from plaudit.live import reply
from plaudit.live.batches import Batches
from plaudit.live.channel import Channel
from plaudit.live.database import UNAVAILABLE
from plaudit.live.members import Members
from plaudit.live.presence import Presence, Sign
from plaudit.live.reply import Reply
from plaudit.live.saving import Exchange
from plaudit.live.streams import Stream, Streams, event
from plaudit.live.watching import look_around
from plaudit.live.wire import MOST_BYTES, UnreadableBody, read_exchange

SWEEP_SECONDS = 5.0
MEMBERS_SWEEP_SECONDS = 20.0
MOST_STREAMS = 8  # of one person on one entry
MOST_PRESENCE_BYTES = 1000
Handler = Callable[[Token, UUID, HTTPProtocol, Scope], Awaitable[Reply | None]]


class Live:
    """Answers what lies under /live/. `start` and `close` belong to the process's event loop."""

    def __init__(self) -> None:
        self.presence, self.streams, self.members = Presence(), Streams(), Members()
        self._patient = Batches(self.presence.people, writes=True)
        self._saves = Batches(self.presence.people, writes=True, patient=self._patient)
        self._reads = Batches(self.presence.people, writes=False)
        self._channel = Channel(self._hear, self._ask_anew)
        self._sweeping: asyncio.Task[None] | None = None
        self._is_ending = False
        self._handlers: dict[tuple[str, str, str], Handler] = {
            ("POST", "answers", ""): self._exchange,
            ("GET", "entries", "events"): self._events,
            ("POST", "entries", "presence"): self._presence,
        }

    def start(self) -> None:
        self._channel.start()
        self._sweeping = asyncio.get_running_loop().create_task(self._sweep())

    def end_streams(self) -> None:
        """Let every page that listens go, as before a restart: it comes back by itself."""
        self._is_ending = True
        for stream in self.streams.every():
            stream.end()

    async def close(self) -> None:
        self.end_streams()
        if self._sweeping is not None:
            self._sweeping.cancel()
        for part in (self._saves, self._patient, self._reads, self._channel, self.members):
            await part.close()

    async def __call__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Answer one request."""
        answer = await self._answer(scope, protocol)
        if answer is not None:
            protocol.response_bytes(answer.status, answer.headers, answer.body)

    async def _answer(self, scope: Scope, protocol: HTTPProtocol) -> Reply | None:
        _, _, kind, key, *rest = [*scope.path.split("/"), "", ""]
        handler = self._handlers.get((scope.method, kind, "/".join(rest).strip("/")))
        if handler is None:
            return reply.GONE
        token = valid_token(scope.headers.get("authorization", "").removeprefix("Bearer "))
        if token is None:
            return reply.SIGNED_OUT
        try:
            return await handler(token, UUID(key), protocol, scope)
        except ValueError:
            return reply.GONE
        except UNAVAILABLE:
            return reply.BUSY

    async def _exchange(
        self, token: Token, answer: UUID, protocol: HTTPProtocol, scope: Scope
    ) -> Reply:
        """Merge what the page sent and give it what it lacks."""
        length = announced_length(scope)
        if length is None or length > MOST_BYTES:
            await thrown_away(protocol)
            return reply.TOO_LONG
        try:
            state, update = read_exchange(await protocol())
        except UnreadableBody:
            return reply.UNREADABLE
        exchange = Exchange(answer, token, state, update, now())
        made = await (self._saves if update else self._reads).reply_to(exchange)
        if made.status == 200:
            self._sign(token, answer)
        return made

    async def _events(
        self, token: Token, entry: UUID, protocol: HTTPProtocol, _scope: Scope
    ) -> Reply | None:
        """Hold the answer open and send what happens on the entry."""
        refusal = await self._refused(token, entry)
        if refusal is not None:
            return refusal
        if self._is_ending or self.streams.count(entry, token.person) >= MOST_STREAMS:
            return reply.BUSY
        stream = Stream(entry, token.person)
        stream.push(event("hello", {"people": self.presence.people(entry)}))
        self.streams.add(stream)
        try:
            await stream.run(protocol)
        finally:
            self.streams.remove(stream)
        return None

    async def _presence(
        self, token: Token, entry: UUID, protocol: HTTPProtocol, scope: Scope
    ) -> Reply:
        """Note that the person is here, or leaves."""
        if (announced_length(scope) or 0) > MOST_PRESENCE_BYTES:
            return reply.UNREADABLE
        refusal = await self._refused(token, entry)
        if refusal is not None:
            return refusal
        try:
            told = json.loads(await protocol() or b"{}")
            answer = UUID(told["answer"]) if told.get("answer") else None
            leaves = bool(told.get("leaves"))
        except (ValueError, TypeError, AttributeError):
            return reply.UNREADABLE
        self._sign(token, answer, leaves=leaves)
        return reply.as_json({"people": self.presence.people(entry)})

    async def _refused(self, token: Token, entry: UUID) -> Reply | None:
        if token.entry != entry:
            return reply.GONE
        if not await self.members.has(entry, token.person):
            return reply.NO_LONGER_YOURS
        return None

    def _sign(self, token: Token, answer: UUID | None, *, leaves: bool = False) -> None:
        """Take a sign of the person in, and tell it where it is news."""
        sign = Sign(token.entry, token.person, token.name, answer, leaves, time.monotonic())
        is_new = self.presence.take(sign)
        if is_new:
            self._push_people(token.entry)
        if self.presence.must_tell(sign, is_new=is_new):
            person = [str(sign.person), sign.name[:80], answer and str(answer), leaves]
            self._channel.tell({"here": [str(sign.entry), *person]})

    def _hear(self, notice: dict[str, Any]) -> None:
        """Pass on what another process, or this one, told."""
        changes: dict[UUID, list[dict[str, Any]]] = {}
        for name, answer, version, by, words in notice.get("answers", ()):
            listened_to = self.streams.listened_to(name)
            if listened_to is not None:
                told = {"id": answer, "version": version, "by": by, "words": words}
                changes.setdefault(listened_to, []).append(told)
        for entry, answers in changes.items():
            self.streams.push(entry, "answers", {"answers": answers})
        if "here" in notice:
            at_entry, person, name, answer, leaves = notice["here"]
            place = UUID(answer) if answer else None
            sign = Sign(UUID(at_entry), UUID(person), name, place, leaves, time.monotonic())
            if self.presence.take(sign):
                self._push_people(sign.entry)

    def _push_people(self, entry: UUID) -> None:
        if self.streams.has(entry):
            self.streams.push(entry, "people", {"people": self.presence.people(entry)})

    def _ask_anew(self) -> None:
        """After notices may have been missed: each page says what it has, and gets what it lacks."""
        for stream in self.streams.every():
            stream.push(event("answers", {"answers": []}))

    async def _sweep(self) -> None:
        """Now and then, see who has gone, who may listen no longer, and which entries were submitted or withdrawn."""
        checked = time.monotonic()
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            for entry in self.presence.forget_the_gone():
                self._push_people(entry)
            if time.monotonic() - checked > MEMBERS_SWEEP_SECONDS:
                checked = time.monotonic()
                with suppress(*UNAVAILABLE):
                    await look_around(self.streams.every(), self.members)
