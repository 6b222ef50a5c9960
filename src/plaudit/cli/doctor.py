"""`plaudit doctor`: what is wrong, and what to do."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from plaudit.cli.health.configuration import check_settings
from plaudit.cli.health.database import check_database
from plaudit.cli.health.finding import Finding, Weight, wrong
from plaudit.cli.health.installation import (
    check_data_directory,
    check_disk,
    check_front_end,
    check_packages,
    check_port,
    check_python,
    check_user,
)
from plaudit.cli.running.database import embedded_server
from plaudit.cli.running.place import (
    add_demo_argument,
    choose_database,
    choose_settings,
    data_directory,
)
from plaudit.cli.running.port import add_address_arguments

HELP = "look at this installation and say what is wrong and what to do"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_address_arguments(parser)
    add_demo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for each finding. The exit code is 1 when anything is wrong."""
    findings = list(examine(options.host, options.port, is_demo=options.demo))
    for finding in findings:
        print(f"{finding.weight:<6} {finding.sentence}")
    count = sum(finding.weight is Weight.WRONG for finding in findings)
    print("Nothing is wrong." if count == 0 else f"{count} to put right.")
    return 0 if count == 0 else 1


def examine(host: str, port: int, *, is_demo: bool) -> Iterator[Finding]:
    """Look at everything, changing nothing: neither the data directory nor a running site."""
    data = data_directory()
    yield from check_python()
    yield from check_packages()
    yield from check_front_end()
    yield from check_user()
    yield from check_data_directory(data)
    yield from check_disk(data)
    choose_settings(is_demo=is_demo)
    embedded = embedded_server(data) if choose_database() else None
    settings = list(check_settings())
    yield from settings
    if settings[0].weight is Weight.WRONG:
        yield wrong("The database was not looked at, because the settings do not load.")
    else:
        yield from check_database(embedded)
    yield from check_port(host, port)
