"""The allocation engine by the clock, beside greedy and scipy's HiGHS on the same files in the same run.

    python -m bench.allocation [--quick]

Each row is a process of its own on one core. "whole" is the time from its start to its end, "CPU" what it had
of the processor, "peak" its greatest resident memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.allocation_instances import AWARDS, CONFERENCE, written

OBJECTIVES = ("total", "seat-lexicographic", "leximin")
LIMITS = {
    ("awards", "total"): "1 s beyond start-up",
    ("conference", "total"): "solver 3 s, whole 10 s, 400 MB",
    ("conference", "seat-lexicographic"): "aim 15 s",
    ("conference", "leximin"): "aim 60 s, 500 MB, 100 ranks, total within 0.5 %",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One run: seconds of wall and processor time, MB at the peak, and what came out."""

    file: str
    method: str
    wall: float
    processor: float
    peak: float
    solver: float
    total: float
    empty: int
    proof: str
    limit: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.allocation", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out HiGHS on the large file")
    options = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="plaudit-allocation-") as folder:
        for row in measured(Path(folder), is_quick=options.quick):
            print(f"Measured: {row.file}, {row.method}", file=sys.stderr)
            rows.append(row)
    print(table(rows))
    return 0


def measured(folder: Path, *, is_quick: bool) -> Iterator[Row]:
    for name, sizes in (("awards", AWARDS), ("conference", CONFERENCE)):
        for objective in OBJECTIVES:
            file = written(folder, f"{name}-{objective}", sizes, objective=objective)
            yield ours(name, objective, file)
        for peer in ("greedy", "highs"):
            if peer == "greedy" or name == "awards" or not is_quick:
                yield theirs(name, peer, folder / f"{name}-total.json")


def ours(name: str, objective: str, file: Path) -> Row:
    command = [sys.executable, "-m", "plaudit.cli", "allocate", str(file), "--json"]
    found, wall, processor, peak = run(command)
    proof = "optimum"
    if "seats" in found:
        proof = found["seats"]["proven"]
    if "leximin" in found:
        fair = found["leximin"]
        proof = f"{fair['proven_ranks']} ranks, total -{100 * fair['total_given_up']:.3f} %"
    empty = sum(one["missing"] for one in found["unfilled"])
    solver = found["solver_seconds"]
    limit = LIMITS.get((name, objective), "")
    return Row(
        name,
        f"plaudit, {objective}",
        wall,
        processor,
        peak,
        solver,
        found["total"],
        empty,
        proof,
        limit,
    )


def theirs(name: str, peer: str, file: Path) -> Row:
    found, wall, processor, peak = run(
        [sys.executable, "-m", "bench.allocation_peers", peer, str(file)]
    )
    proof = "optimum" if peer == "highs" else "none"
    return Row(
        name, peer, wall, processor, peak, found["seconds"], found["total"], found["empty"], proof
    )


def run(command: Sequence[str]) -> tuple[dict[str, Any], float, float, float]:
    """Run on one core; return what it printed, wall and processor seconds, and peak MB."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, preexec_fn=on_one_core)  # noqa: PLW1509
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command} ended with {process.returncode}")
        out.seek(0)
        found: dict[str, Any] = json.load(out)
    return found, wall, seconds(used), used.ru_maxrss / 1024


def on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def seconds(used: resource.struct_rusage) -> float:
    return used.ru_utime + used.ru_stime


def table(rows: Sequence[Row]) -> str:
    lines = [
        "| allocation | method | whole, s | CPU, s | solver, s | peak MB | total | empty seats | proven | limit |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |",
    ]
    lines += [
        f"| {row.file} | {row.method} | {row.wall:.1f} | {row.processor:.1f} | {row.solver:.2f} | "
        f"{row.peak:.0f} | {row.total:,} | {row.empty} | {row.proof} | {row.limit} |"
        for row in rows
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
