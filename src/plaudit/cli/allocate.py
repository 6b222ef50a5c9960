"""`plaudit allocate`: a file of entries and judges in, the best plan out, with its proof."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plaudit.cli.running.refusal import CannotContinue

HELP = "give entries to judges: the best plan for a file, with a proof"

REFUSED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the problem, JSON, or - for a pipe")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--keep", metavar="PLAN", help="an earlier plan, whose pairs stay")
    parser.add_argument(
        "--move",
        action="store_true",
        help="with --keep: give up the fewest pairs that let every seat be filled that can be",
    )
    parser.add_argument(
        "--every-score",
        action="store_true",
        help="seat-lexicographic: tell all scores apart, not the worst and then bands, however long it takes",
    )
    parser.add_argument("--plot", metavar="SVG", help="draw the judges' loads into this file")


def run(options: argparse.Namespace) -> int:
    """Print the plan. Needs no database. Exit code 2 for a file that cannot be read as a problem."""
    if options.move and not options.keep:
        raise CannotContinue("--move goes with --keep.", exit_code=REFUSED)
    began = time.perf_counter()
    gc.disable()  # a large file is many small lists, none of them in a ring
    from plaudit.judging.engines.allocation import BadInput, allocate, as_json

    try:
        problem = _problem(options)
    except BadInput as error:
        raise CannotContinue(str(error), exit_code=REFUSED) from None
    before = time.perf_counter()
    found = allocate(
        problem, may_move=options.move, is_every_score=True if options.every_score else None
    )
    solved = time.perf_counter() - before
    result = as_json(found)
    result["solver_seconds"] = round(solved, 3)
    result["seconds"] = round(time.perf_counter() - began, 3)
    if options.plot:
        _draw(options.plot, result, problem)
    _print(json.dumps(result) if options.json else "\n".join(_lines(result)))
    return 0


def _problem(options: argparse.Namespace) -> Any:
    from plaudit.judging.engines.allocation import parse, read_plan, read_problem

    keep = read_plan(parse(_read(options.keep))) if options.keep else []
    return read_problem(parse(_read(options.file)), keep=keep)


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a file's name").lower()
        raise CannotContinue(f"{file} cannot be read: {reason}.", exit_code=REFUSED) from None


def _draw(file: str, result: dict[str, Any], problem: Any) -> None:
    from plaudit.judging.engines.plots.loads import draw_loads

    limits = zip(problem.judges.minimum.tolist(), problem.judges.maximum.tolist(), strict=True)
    drawing = draw_loads(result["loads"], list(limits))
    try:
        Path(file).write_text(drawing, encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotContinue(f"{file} cannot be written: {reason}.", exit_code=REFUSED) from None


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.flush()


def _lines(result: dict[str, Any]) -> Iterator[str]:
    """The plan for a person to read: first what was found and what is missing, then who reads what."""
    seats = len(result["assignments"])
    empty = sum(one["missing"] for one in result["unfilled"])
    yield f"{seats} readings given out, {empty} missing. Total score {result['total']}."
    loads = list(result["loads"].values())
    if loads:
        yield f"Each judge reads {min(loads)} to {max(loads)} entries."
    yield from (one["why"] for one in result["unfilled"])
    yield from (
        f"{one['judge']} is {one['below_minimum']} below the minimum. {one['why']}"
        for one in result["short"]
    )
    for part in ("reading_time", "changes"):
        if part in result:
            yield result[part]["words"]
    if "seats" in result:
        yield f"Seat by seat, proven: {result['seats']['proven']}."
        if result["seats"]["bands"]:
            yield "--every-score tells every score apart, and may take minutes."
    if "leximin" in result:
        fair = result["leximin"]
        yield f"The {fair['proven_ranks']} worst-off of {fair['entries']} entries are proven, rank by rank."
        if fair["stopped"]:
            yield f"There it stops: {fair['stopped']}."
    yield from (f"Please check: {warning}" for warning in result["warnings"])
    yield ""
    yield from (f"{entry}\t{judge}" for entry, judge in result["assignments"])
