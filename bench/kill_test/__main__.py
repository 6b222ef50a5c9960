"""`make kill-test ROUNDS=20`. Exits 1 unless nothing acknowledged is missing or there twice."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from bench import processes
from bench.site import HOST, environment, plaudit, served
from plaudit.kit.database.socket import DEFAULT_PORT, socket_url

if TYPE_CHECKING:  # these need Django, which needs the database's address first
    from bench.kill_test.people import Told
    from bench.rush.data import Rush

VICTIMS = {"web": "plaudit.cli web", "worker": "plaudit.cli worker", "database": "postgres -D"}
ENTRANTS, READERS, SUBMITTERS = 40, 4, 4
CALM_SECONDS, CALM_WORDS = 1.0, 50
RECOVERY_SECONDS = 60.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.kill_test", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="plaudit-kill-") as folder:
        data = Path(folder, "data")
        data.mkdir(mode=0o700)
        url = socket_url(data / "database", DEFAULT_PORT)
        env = environment(url, data)
        os.environ.update(env)
        env.pop("DATABASE_URL")  # so that `plaudit serve` brings its own, and watches over it
        with served(plaudit("serve"), env, "/readyz") as (port, process, _):
            import django

            django.setup()
            from django.db import connection

            from bench.kill_test.verdict import verdict
            from bench.rush import data as rush_data

            rush = rush_data.build(ENTRANTS)
            told = asyncio.run(night(rush, port, process, rounds))
            connection.close()  # it was to a server that has been killed since
            missing, duplicated = verdict(told)
    print(
        f"kill test: rounds={rounds} acknowledged={told.acknowledged} missing={missing} duplicated={duplicated}"
    )
    is_proof = told.words and told.submissions
    return 0 if is_proof and not missing and not duplicated else 1


async def night(rush: Rush, port: int, process: int, rounds: int) -> Told:
    """Let people work while one part after another is killed; return what they were told."""
    from bench.kill_test.people import Author, Reader, Submitter, Told

    told, ends = Told(), asyncio.Event()
    authors = [
        Author(port, told, writer, f"{place}{who}")
        for place, writer in enumerate(rush.writers[::5])
        for who in "ab"  # two at work on each answer
    ]
    readers = [Reader(port, told, _pages(rush, n)) for n in range(READERS)]
    submitters = [Submitter(port, told, _form(rush, n), f"s{n}") for n in range(SUBMITTERS)]
    at_work = [
        asyncio.create_task(one.work(ends.is_set)) for one in [*authors, *readers, *submitters]
    ]
    for number in range(rounds):
        await _one_round(list(VICTIMS)[number % len(VICTIMS)], process, told)
    await _calm(told)
    ends.set()
    await asyncio.gather(*at_work)
    return told


async def _one_round(victim: str, process: int, told: Told) -> None:
    await _calm(told)
    killed = [each for each in processes.family(process) if _is(each, VICTIMS[victim])]
    if victim == "web":
        killed = sorted(processes.family(*killed))
    for each in killed:
        os.kill(each, signal.SIGKILL)
    began, failures = time.monotonic(), told.failures
    await _recovered(victim, process, killed, told)
    print(
        f"{victim} killed (-9, {len(killed)} processes): back after {time.monotonic() - began:.1f} s, "
        f"{told.failures - failures} requests unanswered, {told.acknowledged} acknowledged so far, "
        f"of these {len(told.submissions)} submissions",
        file=sys.stderr,
        flush=True,
    )


async def _recovered(victim: str, process: int, killed: list[int], told: Told) -> None:
    """Wait until the part runs again, and people hear that their words are kept."""
    deadline = time.monotonic() + RECOVERY_SECONDS
    while time.monotonic() < deadline:
        await asyncio.sleep(0.2)
        running = [each for each in processes.family(process) if _is(each, VICTIMS[victim])]
        before = told.acknowledged
        if running and not set(running) & set(killed):
            await asyncio.sleep(0.5)
            if told.acknowledged > before:
                return
    raise RuntimeError(f"{victim} did not come back")


async def _calm(told: Told) -> None:
    """Let people work for a moment, and until a few words were acknowledged."""
    wanted, deadline = told.acknowledged + CALM_WORDS, time.monotonic() + RECOVERY_SECONDS
    await asyncio.sleep(CALM_SECONDS)
    while told.acknowledged < wanted:
        if time.monotonic() > deadline:
            raise RuntimeError("nobody is told anything")
        await asyncio.sleep(0.1)


def _is(process: int, words: str) -> bool:
    try:
        line = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (OSError, ValueError):
        return False
    return words in line


def _pages(rush: Rush, number: int) -> Callable[[], bytes]:
    pages = rush.pages(number)
    return lambda: next(pages)


def _form(rush: Rush, number: int) -> Callable[[], tuple[UUID, bytes]]:
    """Return what makes a form to submit the entry, with a key of its own."""
    from django.urls import reverse

    from plaudit.kit.identifiers import new_identifier

    path = reverse("entry_submissions", kwargs={"entry": rush.entries[number].pk})
    visitor = rush.visitors[number]

    def made() -> tuple[UUID, bytes]:
        key = new_identifier()
        return key, visitor.post(path, {"key": key}, script=False).encoded(HOST)

    return made


if __name__ == "__main__":
    raise SystemExit(main())
