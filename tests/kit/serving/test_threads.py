"""Calls in threads: short ones one after the other, and none held up by a long one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from plaudit.kit.serving.threads import Threads

SOON = 10.0  # seconds: far longer than it takes, and a test that hangs ends


async def until(is_so: Callable[[], bool]) -> None:
    while not is_so():  # noqa: ASYNC110 - what is waited for happens in threads
        await asyncio.sleep(0.01)


def run(play: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(play, 3 * SOON))


def waits_for(event: threading.Event) -> Callable[[], None]:
    def wait() -> None:
        assert event.wait(SOON)

    return wait


def test_short_calls_run_one_after_the_other_in_one_thread() -> None:
    ran: list[tuple[int, int]] = []

    async def play() -> None:
        threads = Threads(1, name="test", most=3)
        numbers = range(40)
        await asyncio.gather(
            *[threads.call(lambda n=n: ran.append((n, threading.get_ident()))) for n in numbers]
        )
        threads.close()

    run(play())

    assert [number for number, _ in ran] == list(range(40))
    assert len({thread for _, thread in ran}) == 1


def test_what_a_call_raises_is_handed_to_whoever_waits() -> None:
    def breaks() -> None:
        raise LookupError("on purpose")

    async def play() -> None:
        threads = Threads(1, name="test")
        with pytest.raises(LookupError, match="on purpose"):
            await threads.call(breaks)
        await threads.call(lambda: None)
        threads.close()

    run(play())


def test_a_long_call_holds_up_nobody_and_its_stand_in_goes_again() -> None:
    ended: list[int] = []

    async def play() -> None:
        threads = Threads(1, name="test", most=3, ended=lambda: ended.append(threading.get_ident()))
        gates = [threading.Event(), threading.Event()]
        long = [threads.call(waits_for(gate)) for gate in gates]
        await threads.call(lambda: None)
        assert not any(each.done() for each in long)
        assert len(threads.alive()) == 3

        for gate in gates:
            gate.set()
        await asyncio.gather(*long)
        for _ in range(4):
            await threads.call(lambda: None)
        await until(lambda: len(threads.alive()) == 1)
        threads.close()
        await until(lambda: len(ended) == 3)

    run(play())

    assert len(set(ended)) == 3


def test_no_more_threads_than_were_said() -> None:
    async def play() -> None:
        threads = Threads(1, name="test", most=2)
        gates = [threading.Event() for _ in range(3)]
        long = [threads.call(waits_for(gate)) for gate in gates]
        waiting = threads.call(lambda: None)
        await until(lambda: len(threads.alive()) == 2)
        await asyncio.sleep(0.5)  # time enough for a third, if there were to be one
        assert len(threads.alive()) == 2
        assert not waiting.done()
        for gate in gates:
            gate.set()
        await asyncio.gather(*long, waiting)
        threads.close()

    run(play())
