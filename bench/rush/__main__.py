"""`make bench-rush`: the floor and each journey alone at 1, 16 and 64 connections, in turn, then the mix.

A machine that others share grows slower and faster by the minute. So at 64 connections all are measured three times in
turn, and the middle of each counts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from bench import processes
from bench.floor import bare_commit
from bench.rush import clients
from bench.rush.clients import Kind
from bench.site import environment, free_port, plaudit, served
from plaudit.kit.database import EmbeddedServer

if TYPE_CHECKING:  # these need Django, which needs the database's address first
    from bench.rush.data import Rush

CONNECTIONS = (1, 16, 64)
SHARES = {"save": 0.70, "view": 0.25, "submit": 0.05}
PAGE = Path(__file__).parents[1] / "rush.md"
TOLD: list[str] = []
ROUNDS = 3
MARKS = count()
RECEIPTS = """
SELECT count(*), count(sent_at),
       coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY waited), 0),
       coalesce(percentile_cont(0.99) WITHIN GROUP (ORDER BY waited), 0)
FROM (SELECT sent_at, extract(epoch FROM sent_at - created_at) AS waited
      FROM outbox_outboxmessage WHERE kind = 'receipt') mailed
"""
LONGEST_AFTERMATH = 20.0  # seconds
AFTERMATH = """
SELECT EXISTS(SELECT FROM outbox_outboxmessage WHERE sent_at IS NULL)
    OR EXISTS(SELECT FROM pg_stat_progress_vacuum)
"""
STEPS = 14  # saves made beforehand for each answer and measurement


@dataclass(frozen=True)
class Figures:
    """One measurement. `processor_ms` is for each answer, of all servers and the database, not of the client."""

    name: str
    connections: int
    rate: float
    p50: float
    p99: float
    processor_ms: float
    wrong: int
    last_wrong: bytes = b""

    def line(self, note: str = "") -> str:
        wrong = f"  WRONG {self.wrong}: {self.last_wrong[:300]!r}" if self.wrong else ""
        return (
            f"{self.name:<22}{self.connections:>5}{self.rate:>10,.0f}{self.p50:>9.1f}{self.p99:>9.1f}"
            f"{self.processor_ms:>9.2f}  {note}{wrong}".rstrip()
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.rush", description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0, help="for each measurement")
    parser.add_argument("--write", action="store_true", help="write bench/rush.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plaudit-rush-") as folder:
        data = Path(folder, "data")
        data.mkdir(mode=0o700)
        server = EmbeddedServer(data / "database", announce=lambda _: None)
        url = server.start()
        try:
            code = measure(options, environment(url, data), url)
        finally:
            server.stop()
    if options.write:
        write(TOLD)
    return code


def measure(options: argparse.Namespace, env: dict[str, str], url: str) -> int:
    mail_port = free_port()
    env |= {"PLAUDIT_SMTP_HOST": "127.0.0.1", "PLAUDIT_SMTP_PORT": str(mail_port)}
    os.environ.update(env)
    subprocess.run(plaudit("migrate"), env=env, check=True, stdout=subprocess.DEVNULL)
    import django

    django.setup()
    from bench.rush import data

    rush, seconds = data.build(), options.seconds
    say(f"{'':<22}{'conn.':>5}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>9}")
    commits = bare_commit(url, clients=16, seconds=3)
    with (
        post_office(mail_port),
        floor_served(env, url) as (floor_port, floor_pid),
        served(plaudit("serve"), env, "/readyz") as (port, _, _),
    ):
        ports = {"floor": floor_port, "save": port, "view": port, "submit": port}
        made = journeys(rush, ports, seconds)
        say(f"bare UPDATE and COMMIT   16{commits:>10,.0f}")
        mixed = mix(rush, port, 2 * seconds)
        ours = processes.family(os.getpid()) - processes.family(floor_pid) - {os.getpid()}
        memory = processes.memory_mebibytes(*ours)
        say(receipts(url))
    say(f"memory of database, web and worker (PSS): {memory:,.0f} MiB")
    floor, save, view, submit = (made[name] for name in ports)
    say(
        f"rush: saves/s={save.rate:.0f} floor/s={floor.rate:.0f} ratio={save.rate / floor.rate:.2f} "
        f"p99_ms={save.p99:.1f} views/s={view.rate:.0f} submits/s={submit.rate:.0f} "
        f"cpu_ms_save={save.processor_ms:.2f} cpu_ms_view={view.processor_ms:.2f} "
        f"mix/s={sum(each.rate for each in mixed):.0f} mix_save_p99_ms={mixed[0].p99:.1f}"
    )
    return 1 if any(each.wrong for each in [*made.values(), *mixed]) else 0


@contextmanager
def post_office(port: int) -> Iterator[None]:
    """Take the receipts, so that the worker makes and sends them all."""
    process = subprocess.Popen([sys.executable, "-m", "bench.rush.post", "--port", str(port)])
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def receipts(url: str) -> str:
    """Return how many receipts have been mailed so far, and how long after the submission."""
    with psycopg.connect(url) as connection:
        row = connection.execute(RECEIPTS).fetchone() or (0, 0, 0, 0)
    return (
        "receipts, with their PDF: {:,} submissions, {:,} mailed by now, "
        "half of them within {:.1f} s, 99 % within {:.1f} s"
    ).format(*row)


@contextmanager
def floor_served(env: dict[str, str], url: str) -> Iterator[tuple[int, int]]:
    """Serve the floor; yield its port and process."""
    from bench.rush.floor import PROCESSES, ROWS, TABLE

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(TABLE)
        rows = "INSERT INTO rush_floor SELECT generate_series(0, %s)"
        connection.execute(rows, [ROWS * PROCESSES - 1])
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--workers", "2"]
    command += ["--loop", "uvloop", "--host", "127.0.0.1", "--no-ws", "bench.rush.floor:app"]
    with served(command, env, "/") as (port, process, _):
        yield port, process


def journeys(rush: Rush, ports: dict[str, int], seconds: float) -> dict[str, Figures]:
    """Measure the floor and each journey alone, in turn. Return the middle ones at the most connections."""
    clients.run(ports["view"], [Kind("warm", rush.pages)], connections=16, seconds=2)
    made: dict[str, list[Figures]] = {name: [] for name in ports}
    for connections in (*CONNECTIONS[:-1], *[CONNECTIONS[-1]] * ROUNDS):
        for name, port in ports.items():
            figures = alone(name, rush, port, connections, seconds)
            if connections == CONNECTIONS[-1]:
                made[name].append(figures)
    middle = {
        name: sorted(each, key=lambda one: one.rate)[ROUNDS // 2] for name, each in made.items()
    }
    for each in middle.values():
        say(each.line("middle"))
    return middle


def alone(name: str, rush: Rush, port: int, connections: int, seconds: float) -> Figures:
    from bench.rush.data import change_every_entry

    if name in {"floor", "save"}:
        rush.prepare(STEPS)
    if name == "submit":
        change_every_entry(str(next(MARKS)))
    kind = {
        "floor": Kind("floor", rush.repeated),
        "save": Kind("save", rush.saves),
        "view": Kind("view", rush.pages),
        "submit": Kind("submit", partial(rush.submits, of=connections), b"302"),
    }[name]
    settle()
    return one(port, [kind], connections, 4 * seconds if name == "submit" else seconds)[0]


def settle() -> None:
    """Let the worker send its receipts and the database tidy up after the last journey: the next is to be alone."""
    from django.db import connection

    deadline = time.monotonic() + LONGEST_AFTERMATH
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute(AFTERMATH)
            if cursor.fetchone() == (False,):
                return
            time.sleep(0.2)


def mix(rush: Rush, port: int, seconds: float) -> list[Figures]:
    rush.prepare(STEPS)
    settle()
    kinds = [
        Kind("save", rush.saves, share=SHARES["save"]),
        Kind("view", rush.pages, share=SHARES["view"]),
        Kind("submit", rush.submits_for_ever, b"302", share=SHARES["submit"]),
    ]
    return one(port, kinds, 64, seconds, prefix="mix: ")


def one(
    port: int, kinds: Sequence[Kind], connections: int, seconds: float, prefix: str = ""
) -> list[Figures]:
    """Run the connections once; the processor time of a mix is shared among all its answers."""
    clock = servers_clock(os.getpid())
    before = clock()
    took, seen = clients.run(port, kinds, connections=connections, seconds=seconds)
    spent = 1000 * (clock() - before)
    answers = sum(len(each.latencies) for each in seen.values())
    made = [
        Figures(
            prefix + name,
            connections,
            len(each.latencies) / took,
            each.percentile(50),
            each.percentile(99),
            spent / max(1, answers),
            each.wrong,
            each.last_wrong,
        )
        for name, each in seen.items()
    ]
    for each in made:
        say(each.line())
    return made


def servers_clock(own: int) -> Callable[[], float]:
    """Return a clock of the processor time that everything below this process used."""

    def seconds() -> float:
        used = os.times()
        return processes.processor_seconds(own) - used.user - used.system

    return seconds


def write(told: Sequence[str]) -> None:
    """Put the figures into the page, in place of the last run's."""
    lines = "\n".join(told)
    head, fence, _ = PAGE.read_text().partition("```\n")
    PAGE.write_text(f"{head}{fence}{lines}\n```\n")


def say(line: str) -> None:
    print(line, flush=True)
    TOLD.append(line)


if __name__ == "__main__":
    raise SystemExit(main())
