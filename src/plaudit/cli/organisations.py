"""`plaudit organisations`: a file of organisations, brought into the register."""

from __future__ import annotations

import argparse
from pathlib import Path

from plaudit.cli.running.place import add_demo_argument, set_up
from plaudit.cli.running.refusal import CannotContinue

HELP = "bring a file of organisations (.csv, .xlsx or .ods) into the register"

UNREADABLE = 2
SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="a .csv, .xlsx or .ods file, or a .zip of one .csv"
    )
    parser.add_argument(
        "--ods",
        metavar="KIND",
        help="the file is from the NHS Organisation Data Service, without headings, and lists this kind",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and change nothing"
    )
    add_demo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Store the file's organisations, or say what storing would do."""
    from plaudit.cli.running.database import reachable_database

    try:
        content = Path(options.file).read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        message = f"{options.file} cannot be read: {reason}."
        raise CannotContinue(message, exit_code=UNREADABLE) from None
    with reachable_database(set_up(is_demo=options.demo)):
        import django

        django.setup()
        _bring(content, Path(options.file).name, options.ods or "", is_dry=options.dry_run)
    return 0


def _bring(content: bytes, name: str, ods_kind: str, *, is_dry: bool) -> None:
    from plaudit.kit.clock import now
    from plaudit.kit.verdict import Refused
    from plaudit.people.actions.register_import import store_plan
    from plaudit.people.engines.register_file import UnreadableFile, read_register_file
    from plaudit.people.models import OrganisationKind
    from plaudit.people.register_plan import plan_import

    if ods_kind and ods_kind not in OrganisationKind.values:
        kinds = ", ".join(OrganisationKind.values)
        raise CannotContinue(
            f"There is no kind {ods_kind}. There are: {kinds}.", exit_code=UNREADABLE
        )
    try:
        plan = plan_import(read_register_file(content, name, ods_kind))
        counts = plan.counts() if is_dry else store_plan(plan, at=now())
    except UnreadableFile as error:
        raise CannotContinue(str(error), exit_code=UNREADABLE) from None
    except Refused as refusal:
        raise CannotContinue(refusal.reason) from None
    for problem in plan.problems[:SHOWN]:
        print(f"Row {problem.number}: {problem.reason}")
    if len(plan.problems) > SHOWN:
        print(f"… and {len(plan.problems) - SHOWN:,} more.")
    told = "Would be added" if is_dry else "Added"
    print(
        f"{told}: {counts['new']:,}. Changed: {counts['changed']:,}. "
        f"As they were: {counts['unchanged']:,}. Problems: {counts['problems']:,}."
    )
