"""`plaudit calibrate`: scores adjusted for the judges who gave them, and how sure one can be."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from plaudit.cli.running.refusal import CannotContinue

if TYPE_CHECKING:
    from plaudit.cli.calibrating.report import Report

HELP = "adjust the scores of a file for lenient and severe judges, and say how sure the ranking is"
METHODS = ("mixed", "fixed", "scale", "rasch")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="SCORES.csv",
        help="columns entry, judge, score; category, criterion and weight if any",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--method", choices=METHODS, default="mixed", help="how to adjust (mixed)")
    parser.add_argument(
        "--top", type=_count, default=3, metavar="K", help="how many places count as the top (3)"
    )
    parser.add_argument(
        "--overall",
        action="store_true",
        help="rank all entries together, not each category by itself",
    )
    parser.add_argument(
        "--seed", type=_seed, default=0, metavar="S", help="of the random draws (0)"
    )
    parser.add_argument(
        "--plot", metavar="FILE.svg", help="draw the ranks and the judges' leniency"
    )
    parser.add_argument(
        "--suggest",
        type=_count,
        metavar="N",
        help="name the N further readings that would settle most",
    )
    parser.add_argument(
        "--conflicts", metavar="FILE", help="with --suggest: columns judge and entry"
    )
    parser.add_argument(
        "--left",
        metavar="FILE",
        help="with --suggest: columns judge and left, the readings they have time for",
    )
    parser.add_argument(
        "--each",
        type=_count,
        default=3,
        metavar="N",
        help="with --suggest: at most N a judge (3), without --left",
    )


def run(options: argparse.Namespace) -> int:
    """Print what the scores say. Needs no database."""
    if options.suggest is None and (options.conflicts or options.left):
        raise CannotContinue("--conflicts and --left go with --suggest.", exit_code=2)
    from plaudit.cli.calibrating.assembling import Wanted, assembled
    from plaudit.cli.calibrating.reading import read_scores
    from plaudit.cli.calibrating.report import table, write_json

    file = read_scores(options.file)
    report = assembled(
        file, Wanted(options.method, options.top, options.seed, is_overall=options.overall)
    )
    if options.suggest is not None:
        from plaudit.cli.calibrating.suggesting import with_suggestions

        report = with_suggestions(report, options)
    if options.plot:
        _plot(report, options.plot)
    try:
        if options.json:
            write_json(report, sys.stdout)
        else:
            print("\n".join(table(report)).lstrip("\n"))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _plot(report: Report, file: str) -> None:
    from plaudit.cli.calibrating.drawing import drawing

    try:
        with open(file, "w", encoding="utf-8") as out:
            out.write(drawing(report))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotContinue(f"{file} cannot be written: {reason}.", exit_code=2) from None


def _count(text: str) -> int:
    return _whole(text, 1, 10**9, "must be a whole number, 1 or more")


def _seed(text: str) -> int:
    return _whole(text, 0, 2**31 - 1, "must be a whole number from 0 to 2147483647")


def _whole(text: str, least: int, most: int, complaint: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and least <= int(text) <= most):
        raise argparse.ArgumentTypeError(complaint)
    return int(text)
