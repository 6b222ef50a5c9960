"""The `plaudit` command. Each module of this package is one command and is found by its file name.

A command has `HELP`, one line; `add_arguments(parser)`; and `run(options)`, which returns the exit code. It is
imported only when it is asked for, so keep heavy imports inside `run`. What commands share lies in sub-packages.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from plaudit.cli.running.refusal import CannotContinue

STOPPED_BY_CTRL_C = 130


class Command(Protocol):
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


def command_names() -> list[str]:
    modules = (module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return sorted(name.replace("_", "-") for name in modules if not name.startswith("_"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser(given).parse_args(given)
    try:
        return cast(int, options.run(options))
    except CannotContinue as refusal:
        print(refusal, file=sys.stderr)
        return refusal.exit_code
    except KeyboardInterrupt:
        return STOPPED_BY_CTRL_C


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "plaudit", description="Award programmes from the first brief to the last clap."
    )
    subparsers = parser.add_subparsers(metavar="command", required=True)
    names = command_names()
    for name in given[:1] if given and given[0] in names else names:
        command = cast(Command, importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))
        subparser = subparsers.add_parser(name, help=command.HELP, description=command.HELP)
        command.add_arguments(subparser)
        subparser.set_defaults(run=command.run)
    return parser
