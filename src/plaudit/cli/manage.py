"""`plaudit manage`: Django's own commands, for developers."""

from __future__ import annotations

import argparse

from plaudit.cli.running.place import set_up

HELP = "run one of Django's management commands: plaudit manage makemigrations"

WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "help",
    "makemessages",
    "makemigrations",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="the command and its arguments")


def run(options: argparse.Namespace) -> int:
    """Pass everything through, with the embedded database at hand where the command may want it."""
    data = set_up()
    if not options.arguments or options.arguments[0] in WITHOUT_DATABASE:
        _execute(options.arguments)
        return 0
    from plaudit.cli.running.database import reachable_database

    with reachable_database(data):
        _execute(options.arguments)
    return 0


def _execute(arguments: list[str]) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["plaudit manage", *arguments])
