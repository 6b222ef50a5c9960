"""A few threads that run blocking calls for an event loop, each keeping what is its own (a database connection)."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread

Call = Callable[[], None]

LONG_SECONDS = 0.15  # a call that has run for so long holds up nobody else


class Threads:
    """Runs calls, oldest first, in `count` threads; in up to `most`, while some of them take long.

    Threads that compute only wait for each other, and keep the event loop waiting: one does best. A call that takes
    long most likely waits, as for the database: as long as it does, another thread runs in its place.
    `ended` is called in a thread that ends. Daemons: they never hold up the end of the process.
    """

    def __init__(
        self, count: int, *, name: str, most: int = 0, ended: Callable[[], None] | None = None
    ) -> None:
        self._count, self.most, self._name, self._ended = count, max(count, most), name, ended
        self._waiting: SimpleQueue[Call | None] = SimpleQueue()
        self._lock = Lock()
        self._began: dict[int, float | None] = {}  # by thread: since when it has been at a call
        self._made = 0
        self._is_watched = False
        for _ in range(count):
            self._start()

    def call(self, work: Call) -> asyncio.Future[None]:
        """Run `work` in a thread; the future of the running loop ends with it, or with what it raised."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()

        def run() -> None:
            failure: BaseException | None = None
            try:
                work()
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits
                failure = error
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(_settle, done, failure)

        self._waiting.put(run)
        if not self._is_watched:
            self._watch(loop)
        return done

    def alive(self) -> list[int]:
        """Return the numbers of the threads that take calls."""
        return [*self._began]

    def close(self) -> None:
        """Let each thread end after the call it is at."""
        for _ in range(self.most):
            self._waiting.put(None)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        self._is_watched = True
        loop.call_later(LONG_SECONDS, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """Start a thread where calls wait and too few are at hand. Look again until no call waits."""
        self._is_watched = False
        if self._waiting.empty():
            return
        if len(self.alive()) < self.most and self._at_hand() < self._count:
            self._start()
        self._watch(loop)

    def _at_hand(self) -> int:
        """Return how many threads are free, or at a call that has not run for long."""
        long_ago = time.monotonic() - LONG_SECONDS
        return sum(began is None or began > long_ago for began in [*self._began.values()])

    def _start(self) -> None:
        number, self._made = self._made, self._made + 1
        self._began[number] = None
        Thread(target=self._work, args=[number], name=f"{self._name}-{number}", daemon=True).start()

    def _work(self, number: int) -> None:
        while (call := self._waiting.get()) is not None:
            self._began[number] = time.monotonic()
            call()
            self._began[number] = None
            if self._is_one_too_many(number):
                break
        self._began.pop(number, None)
        if self._ended is not None:
            self._ended()

    def _is_one_too_many(self, number: int) -> bool:
        """Whether enough threads are at hand without this one, which then counts no more."""
        with self._lock:
            if self._at_hand() <= self._count:
                return False
            del self._began[number]
            return True


def _settle(done: asyncio.Future[None], failure: BaseException | None) -> None:
    if done.done():
        return
    if failure is None:
        done.set_result(None)
    else:
        done.set_exception(failure)
