"""`plaudit migrate`: the database's tables."""

from __future__ import annotations

import argparse
import os

from plaudit.cli.running.place import add_demo_argument, set_up
from plaudit.cli.running.refusal import CannotContinue

HELP = "bring the database's tables up to date"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_demo_argument(parser)
    parser.add_argument(
        "--build-demo", action="store_true", help="then build the demo programme unless it is there"
    )


def run(options: argparse.Namespace) -> int:
    """Apply what is missing. Starts the embedded server for the while, unless it runs or DATABASE_URL is set."""
    from plaudit.cli.running.database import reachable_database

    with reachable_database(set_up(is_demo=options.demo)):
        _migrate(build_demo=options.build_demo)
    return 0


def _migrate(*, build_demo: bool) -> None:
    import django
    from django.core.management import call_command
    from django.db import OperationalError

    django.setup()
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    except OperationalError as error:
        named = "DATABASE_URL" if os.environ.get("DATABASE_URL") else "the database"
        raise CannotContinue(
            f"The database at {named} cannot be used: {str(error).strip()}"
        ) from None
    if build_demo:
        call_command("build_demo")
