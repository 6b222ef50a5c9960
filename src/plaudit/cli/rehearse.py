"""`plaudit rehearse`: a whole edition, from opening to results, in a database of its own."""

from __future__ import annotations

import argparse
import os
import signal
from types import FrameType
from typing import NoReturn

from plaudit.cli.running.refusal import CannotContinue

HELP = "play a whole edition with invented people in a throwaway database, and check that everything held"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--entries", type=_from(5), default=200, metavar="N", help="how many entries (200)"
    )
    parser.add_argument(
        "--judges", type=_from(5), default=30, metavar="N", help="how many judges (30)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the same seed plays the same edition (1)"
    )
    parser.add_argument(
        "--plant", action="append", default=[], help=argparse.SUPPRESS
    )  # a fault, to prove that it is found


def run(options: argparse.Namespace) -> int:
    """Print each phase as it is done and a summary; return 1 when anything broke."""
    import psycopg

    from plaudit.kit.database import DatabaseUnavailable
    from plaudit.rehearsal.database import throwaway_place

    os.umask(0o077)
    signal.signal(signal.SIGTERM, _stop)
    try:
        with throwaway_place():
            return _rehearse(options)
    except (
        DatabaseUnavailable,
        psycopg.OperationalError,
        psycopg.errors.InsufficientPrivilege,
    ) as error:
        raise CannotContinue(
            f"No database could be made for the rehearsal: {str(error).strip()}"
        ) from None


def _rehearse(options: argparse.Namespace) -> int:
    import django
    from django.core.management import call_command
    from django.db import connections

    print("Making a database for the rehearsal", flush=True)
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)

    from plaudit.rehearsal.plan import Plan
    from plaudit.rehearsal.planted import FAULTS
    from plaudit.rehearsal.run import rehearse
    from plaudit.rehearsal.summary import summary

    if not set(options.plant) <= set(FAULTS):
        raise CannotContinue(f"--plant takes one of: {', '.join(FAULTS)}", exit_code=2)
    plan = Plan(entries=options.entries, judges=options.judges, seed=options.seed)
    print(
        f"Rehearsing with {plan.entries:,} entries and {plan.judges:,} judges, seed {plan.seed}\n",
        flush=True,
    )
    try:
        outcome = rehearse(plan, say=lambda line: print(line, flush=True), planted=options.plant)
    finally:
        connections.close_all()
    print(summary(outcome), flush=True)
    return 1 if outcome.breaches else 0


def _from(least: int) -> type[int]:
    def whole_number(text: str) -> int:
        number = int(text)
        if number < least:
            raise argparse.ArgumentTypeError(f"must be {least} or more")
        return number

    return whole_number  # type: ignore[return-value]


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
