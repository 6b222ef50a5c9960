"""A closed loop of HTTP requests over loopback: bounded in time, it stops by itself."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Request:
    """One request as it goes over the wire."""

    path: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def encoded(self, host: str) -> bytes:
        lines = [f"{self.method} {self.path} HTTP/1.1", f"Host: {host}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.body:
            lines.append(f"Content-Length: {len(self.body)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + self.body


@dataclass
class Outcome:
    """What a loop saw. Latencies in seconds; `wrong` counts answers of another status than expected."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    wrong: int = 0
    last_wrong: str = ""
    bytes_received: int = 0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds if self.seconds else 0.0

    def percentile(self, percent: int) -> float:
        """Latency in milliseconds that `percent` of the answers did not exceed."""
        if len(self.latencies) < 2:
            return 1000 * sum(self.latencies)
        return 1000 * statistics.quantiles(self.latencies, n=100)[percent - 1]


async def read_answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = int(lines[0].split(" ")[1])
    headers = {
        k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:] if line)
    }
    if "chunked" in headers.get("transfer-encoding", ""):
        return status, head + await _read_chunks(reader)
    return status, head + await reader.readexactly(int(headers.get("content-length", "0")))


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


async def _client(
    port: int, host: str, requests: Iterator[Request], ends_at: float, expect: int, seen: Outcome
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**26)
    try:
        while time.perf_counter() < ends_at:
            request = next(requests, None)
            if request is None:
                return
            started = time.perf_counter()
            writer.write(request.encoded(host))
            await writer.drain()
            status, answer = await read_answer(reader)
            seen.latencies.append(time.perf_counter() - started)
            seen.bytes_received += len(answer)
            if status != expect:
                seen.wrong += 1
                seen.last_wrong = f"{status} {request.method} {request.path}"
    finally:
        writer.close()


def run(
    port: int,
    host: str,
    requests: list[Iterator[Request]],
    *,
    seconds: float,
    expect: int = 200,
) -> Outcome:
    """Run one connection for each iterator of `requests` until they end or `seconds` are over."""

    async def everyone() -> Outcome:
        seen = Outcome()
        started = time.perf_counter()
        ends_at = started + seconds
        await asyncio.gather(
            *(_client(port, host, each, ends_at, expect, seen) for each in requests)
        )
        seen.seconds = time.perf_counter() - started
        return seen

    return asyncio.run(everyone())


def fetch(port: int, host: str, request: Request) -> tuple[int, bytes]:
    """Send one request and return its status and the whole answer, head included."""

    async def once() -> tuple[int, bytes]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**26)
        writer.write(request.encoded(host))
        answer = await read_answer(reader)
        writer.close()
        return answer

    return asyncio.run(once())
