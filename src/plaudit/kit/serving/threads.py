"""A few threads that run blocking calls for an event loop, each keeping what is its own (a database connection)."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

Work = Callable[[], None]


class Threads:
    """Runs calls in `count` threads, oldest call first. Daemons: they never hold up the end of the process."""

    def __init__(self, count: int, *, name: str) -> None:
        self._waiting: SimpleQueue[Work | None] = SimpleQueue()
        self._threads = [
            Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def call(self, work: Callable[[], None]) -> asyncio.Future[None]:
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
        return done

    def close(self) -> None:
        """Let each thread end after the call it is at."""
        for _ in self._threads:
            self._waiting.put(None)

    def _work(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()


def _settle(done: asyncio.Future[None], failure: BaseException | None) -> None:
    if done.done():
        return
    if failure is None:
        done.set_result(None)
    else:
        done.set_exception(failure)
