"""What a writing desk costs here and in another checkout, turn by turn: `python -m bench.turns ../before`.

Each checkout makes the same pages of the same database in a process of its own, with its own `.venv`, 25 pages a turn,
so that both meet the same machine. The last column is what counts: the middle of the ratios of neighbouring turns.
The database is this checkout's: the other one must know its tables and its sessions.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from bench.site import environment, plaudit
from plaudit.kit.database import EmbeddedServer

HERE = Path(__file__).parents[1]
PAGES = 25


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.turns", description=__doc__)
    parser.add_argument("other", type=Path, help="the other checkout, where `make setup` was run")
    parser.add_argument("--turns", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plaudit-turns-") as folder:
        data = Path(folder, "data")
        data.mkdir(mode=0o700)
        server = EmbeddedServer(data / "database", announce=lambda _: None)
        os.environ.update(environment(server.start(), data))
        try:
            subprocess.run(plaudit("migrate"), check=True, stdout=subprocess.DEVNULL)
            paths = data / "paths"
            paths.write_text(json.dumps(_pages()))
            compare([options.other.resolve(), HERE], paths, options.turns)
        finally:
            server.stop()
    return 0


def compare(checkouts: Sequence[Path], paths: Path, turns: int) -> None:
    """Say what a page cost each checkout, in milliseconds of CPU of its process and of the clock."""
    makers = [_maker(checkout, paths) for checkout in checkouts]
    spent: list[list[tuple[float, float]]] = [[] for _ in makers]
    for _ in range(turns):
        for maker, each in zip(makers, spent, strict=True):
            print("go", file=maker.stdin, flush=True)
            processor, clock = (maker.stdout or sys.stdin).readline().split()
            each.append((float(processor), float(clock)))
    for maker in makers:
        maker.communicate()
    print(f"{'':<40}{'CPU ms, least':>15}{'middle':>9}{'clock ms':>10}{'of the other':>14}")
    for checkout, each in zip(checkouts, spent, strict=True):
        processor, clock = zip(*each, strict=True)
        ratio = statistics.median(
            own[0] / first[0] for own, first in zip(each, spent[0], strict=True)
        )
        print(
            f"{checkout!s:<40}{min(processor):>15.2f}{statistics.median(processor):>9.2f}"
            f"{statistics.median(clock):>10.2f}{ratio:>14.3f}"
        )


def _maker(checkout: Path, paths: Path) -> subprocess.Popen[str]:
    """Start a process that makes pages with the checkout's code; it is told by lines when."""
    program = [checkout / ".venv/bin/python", Path(__file__).with_name("turns_maker.py"), paths]
    env = {**os.environ, "PYTHONPATH": f"{checkout}/src"}
    maker = subprocess.Popen(
        program, cwd=checkout, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    if maker.stdout is None or maker.stdout.readline() != "ready\n":
        raise RuntimeError(f"{checkout} does not make the pages")
    return maker


def _pages() -> list[tuple[str, str]]:
    """Return the addresses of some writing desks, each with its reader's cookies."""
    import django

    django.setup()
    from django.db import connections

    from bench.rush import data

    asked = [request.decode() for request in islice(data.build(60).pages(0), PAGES)]
    connections.close_all()
    return [(each.split(" ")[1], _header(each, "Cookie")) for each in asked]


def _header(request: str, name: str) -> str:
    lines = request.splitlines()
    return next(line.partition(": ")[2] for line in lines if line.startswith(f"{name}: "))


if __name__ == "__main__":
    raise SystemExit(main())
