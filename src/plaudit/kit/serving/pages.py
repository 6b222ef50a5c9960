"""A WSGI application served by an RSGI server: one hop to a thread and back for each request.

The body is read first, so that a slow client holds no thread. What comes out short goes out by one call; what
is long (exports, files) is handed to the server piece by piece, so that making and sending overlap; what the client
has not taken yet, the server keeps in memory. A whole page is compressed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO, Any

from plaudit.kit.serving.body import BodyTooLarge, announced_length, taken_in
from plaudit.kit.serving.compression import Headers, lightened
from plaudit.kit.serving.environ import environ_of
from plaudit.kit.serving.rsgi import HTTPProtocol, ProtocolClosed, Scope
from plaudit.kit.serving.threads import Threads

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

SENT_AT_ONCE = 256 * 1024
WORTH_A_HOP = 256 * 1024
PLAIN = [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")]
logger = logging.getLogger("plaudit.request")


class Pages:
    """Answers requests by a WSGI application in the threads; at most `waiting` more may wait for one."""

    def __init__(self, application: Application, threads: Threads, *, waiting: int) -> None:
        self._application = application
        self._threads = threads
        self._room = threads.most + waiting

    async def __call__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Answer one request."""
        if self._room <= 0:
            busy = [*PLAIN, ("Retry-After", "2")]
            protocol.response_str(503, busy, "Too many people are asking. Try again in a moment.")
            return
        self._room -= 1
        try:
            await self._answer(scope, protocol)
        except BodyTooLarge:
            protocol.response_str(413, PLAIN, "What you sent is too large.")
        finally:
            self._room += 1

    def close(self) -> None:
        self._threads.close()

    async def _answer(self, scope: Scope, protocol: HTTPProtocol) -> None:
        body = await taken_in(protocol, announced_length(scope))
        exchange = _Exchange(self._application, scope, protocol, body, asyncio.get_running_loop())
        await self._threads.call(exchange.run)


class _Exchange:
    """One request and its answer, in a thread."""

    def __init__(
        self,
        application: Application,
        scope: Scope,
        protocol: HTTPProtocol,
        body: IO[bytes],
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self.application, self.scope, self.protocol = application, scope, protocol
        self.body, self.loop = body, loop
        self.status, self.headers = 500, Headers()

    def run(self) -> None:
        answer: Iterable[bytes] = ()
        try:
            answer = self.application(environ_of(self.scope, self.body), self._start)
            self._send(iter(answer))
        except ProtocolClosed:
            pass  # the client went away
        except Exception:
            logger.exception("the answer broke off")
            with suppress(Exception):  # it may have begun
                self.protocol.response_str(500, PLAIN, "Something went wrong.")
        finally:
            if hasattr(answer, "close"):
                answer.close()
            self.body.close()

    def _start(self, status: str, headers: Headers, _problem: object = None) -> None:
        self.status, self.headers = int(status[:3]), headers

    def _send(self, pieces: Iterator[bytes]) -> None:
        kept, size = [], 0
        for piece in pieces:
            kept.append(piece)
            size += len(piece)
            if size > SENT_AT_ONCE:
                self._stream(b"".join(kept), pieces)
                return
        headers, body = lightened(self.headers, b"".join(kept), self.scope.headers)
        self.protocol.response_bytes(self.status, headers, body)

    def _stream(self, first: bytes, rest: Iterator[bytes]) -> None:
        """Send piece by piece. The next is made while the server takes one over."""
        transport = self.protocol.response_stream(self.status, self.headers)

        async def send(piece: bytes) -> None:
            await transport.send_bytes(piece)

        on_its_way = asyncio.run_coroutine_threadsafe(send(first), self.loop)
        for piece in _of_some_size(rest):
            on_its_way.result()
            on_its_way = asyncio.run_coroutine_threadsafe(send(piece), self.loop)
        on_its_way.result()


def _of_some_size(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in pieces that are worth a hop to the event loop and back."""
    kept, size = [], 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size >= WORTH_A_HOP:
            yield b"".join(kept)
            kept, size = [], 0
    if kept:
        yield b"".join(kept)
