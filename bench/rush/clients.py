"""Many connections in one thread, with requests made beforehand, so that the client takes little of the machine."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass
class Seen:
    """What the answers to one kind of request were. Latencies in seconds."""

    latencies: list[float] = field(default_factory=list)
    wrong: int = 0
    last_wrong: bytes = b""

    def percentile(self, percent: int) -> float:
        """Return the latency in milliseconds that `percent` of the answers did not exceed."""
        if len(self.latencies) < 2:
            return 1000 * sum(self.latencies)
        return 1000 * statistics.quantiles(self.latencies, n=100)[percent - 1]


@dataclass(frozen=True)
class Kind:
    """One kind of request: what connection `n` sends, the status it expects, and its share of a mix."""

    name: str
    requests: Callable[[int], Iterator[bytes]]
    expect: bytes = b"200"
    share: float = 1.0


class Client(asyncio.Protocol):
    """One connection: sends the next request when the whole answer to the last one is here."""

    def __init__(self, kinds: Sequence[Kind], number: int, seen: dict[str, Seen]) -> None:
        self.kinds, self.seen = kinds, seen
        self.streams = [kind.requests(number) for kind in kinds]
        self.shares = [kind.share for kind in kinds]
        self.chance = random.Random(number)
        self.ended = asyncio.get_running_loop().create_future()
        self.ends_at = 0.0
        self.received = bytearray()
        self.wanted = -1  # bytes of the answer, once its head has come

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        (self.place,) = self.chance.choices(range(len(self.kinds)), self.shares)
        is_over = self.ends_at and time.perf_counter() > self.ends_at
        request = None if is_over else next(self.streams[self.place], None)
        if request is None:
            self.transport.close()
            return
        self.asked = time.perf_counter()
        self.transport.write(request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.received += data
        if self.wanted < 0:
            end = self.received.find(b"\r\n\r\n")
            if end < 0:
                return
            self.wanted = end + 4 + _length(bytes(self.received[:end]))
        if len(self.received) >= self.wanted:
            self.answered()

    def answered(self) -> None:
        kind = self.kinds[self.place]
        seen = self.seen[kind.name]
        seen.latencies.append(time.perf_counter() - self.asked)
        if self.received[9:12] != kind.expect:
            seen.wrong += 1
            seen.last_wrong = bytes(self.received[:600])
        self.received.clear()
        self.wanted = -1
        self.ask()

    def connection_lost(self, problem: Exception | None) -> None:
        if not self.ended.done():
            self.ended.set_result(None)


def _length(head: bytes) -> int:
    lowered = head.lower()
    start = lowered.find(b"content-length:")
    if start < 0:
        return 0
    return int(
        lowered[start + 15 : lowered.find(b"\r\n", start) if b"\r\n" in lowered[start:] else None]
    )


def run(
    port: int, kinds: Sequence[Kind], *, connections: int, seconds: float
) -> tuple[float, dict[str, Seen]]:
    """Run the connections until `seconds` are over or nothing is left to send. Return the seconds and what was seen."""
    import uvloop

    seen = {kind.name: Seen() for kind in kinds}

    async def everyone() -> float:
        loop = asyncio.get_running_loop()
        started = time.perf_counter()
        made = []
        for number in range(connections):
            _, client = await loop.create_connection(
                lambda number=number: Client(kinds, number, seen), "127.0.0.1", port
            )
            client.ends_at = started + seconds
            made.append(client)
        await asyncio.wait([client.ended for client in made], timeout=seconds + 30)
        return time.perf_counter() - started

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(everyone()), seen
