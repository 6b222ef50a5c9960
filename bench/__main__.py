"""`make bench`: what each page costs, beside a bare Django read and the bare commit, in one run."""

from __future__ import annotations

import argparse
import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import load, processes, report
from bench.load import Request
from bench.site import HOST, PROXY_HEADERS, environment, plaudit, served
from plaudit.kit.database import EmbeddedServer

HERE = Path(__file__).parent
ACCEPTED = ("Accept-Encoding", "gzip, deflate, br, zstd")  # as browsers say


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0, help="for each row")
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="write bench/README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plaudit-bench-") as folder:
        data = Path(folder, "data")
        data.mkdir(mode=0o700)
        server = EmbeddedServer(data / "database", announce=lambda _: None)
        url = server.start()
        try:
            results = measure(options, environment(url, data), url)
        finally:
            server.stop()
    text = report.table(results)
    print(text)
    if options.write:
        report.write(HERE / "README.md", text)
    subprocess.run([sys.executable, "-m", "bench.calibration"], check=True)
    subprocess.run([sys.executable, "-m", "bench.allocation"], check=True)
    return 1 if any(row.wrong for row in results.rows) else 0


def measure(options: argparse.Namespace, env: dict[str, str], url: str) -> report.Results:
    os.environ.update(env)
    print("Creating the tables", file=sys.stderr)
    subprocess.run(plaudit("migrate"), env=env, check=True, stdout=subprocess.DEVNULL)
    import django

    django.setup()
    from bench.dataset import build
    from bench.journeys import journeys_on

    print(f"Filling the database with {options.entries} entries", file=sys.stderr)
    dataset = build(entries=options.entries)
    results = report.Results(entries=options.entries)
    floor(results, env, url, options.seconds)
    with served(plaudit("serve"), env, "/readyz") as (port, process, seconds):
        results.start_seconds = seconds
        roots = (process, os.getpid())
        for journey in journeys_on(dataset):
            print(f"Measuring: {journey.name}", file=sys.stderr)
            streams = [journey.requests(n) for n in range(journey.connections)]
            results.rows.append(
                row(journey.name, port, roots, streams, options.seconds, journey.expect)
            )
        results.memory = processes.memory_mebibytes(process, *database_of(os.getpid(), process))
        results.first_load = {
            name: first_load(port, next(journey.requests(0)))
            for name, journey in zip(
                ("public page", "entry page"), journeys_on(dataset), strict=False
            )
        }
    return results


def floor(results: report.Results, env: dict[str, str], url: str, seconds: float) -> None:
    """Measure the bare read and the bare commit."""
    from bench.floor import bare_commit
    from bench.visitors import Visitor
    from plaudit.people.models import Person

    print("Measuring: the floor", file=sys.stderr)
    person = Person.objects.order_by("email").first()
    request = Visitor(person).get("/read/")
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2"]
    command += ["--host", "127.0.0.1", "--no-ws", "bench.floor_wsgi:application"]
    with served(command, env, "/read/") as (port, process, _):
        streams = [iter(lambda: request, None) for _ in range(16)]
        roots = (process, os.getpid())
        results.floor = row("bare Django read", port, roots, streams, seconds, 200)
    results.commits = {n: bare_commit(url, clients=n, seconds=seconds / 2) for n in (1, 16)}


def row(
    name: str, port: int, roots: tuple[int, int], streams: list[Any], seconds: float, expect: int
) -> report.Row:
    """Run one loop; the processor time is that of every server and database process, not of this client."""
    warm_up = [next(stream) for stream in streams[:1]]
    for request in warm_up:
        load.fetch(port, HOST, request)
    clock = server_clock(*roots)
    before = clock()
    seen = load.run(port, HOST, streams, seconds=seconds, expect=expect)
    spent = clock() - before
    return report.Row(
        name=name,
        rate=seen.rate,
        p50=seen.percentile(50),
        p99=seen.percentile(99),
        processor_ms=1000 * spent / max(1, len(seen.latencies)),
        kilobytes=seen.bytes_received / max(1, len(seen.latencies)) / 1000,
        wrong=seen.wrong,
        last_wrong=seen.last_wrong,
    )


def server_clock(process: int, own: int) -> Callable[[], float]:
    """Return a clock of the processor time that the servers below `own` used: the site's and the database's."""

    def seconds() -> float:
        used = os.times()
        return processes.processor_seconds(own) - used.user - used.system

    return seconds


def database_of(own: int, process: int) -> set[int]:
    """Return the processes of the database: below this one, and not the site's."""
    return processes.family(own) - processes.family(process) - {own}


def first_load(port: int, request: Request) -> int:
    """Return the bytes of the page and of all it loads at once, compressed as a browser asks for them."""
    headers = (*request.headers, ACCEPTED)
    _, answer = load.fetch(port, HOST, Request(request.path, headers=headers))
    page = answer.partition(b"\r\n\r\n")[2]
    text = gzip.decompress(page).decode() if page[:2] == b"\x1f\x8b" else page.decode()
    linked = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2|svg))"', text))
    total = len(answer)
    for path in linked:
        asked = Request(path, headers=(*PROXY_HEADERS, ACCEPTED))
        total += len(load.fetch(port, HOST, asked)[1])
    return total


if __name__ == "__main__":
    raise SystemExit(main())
