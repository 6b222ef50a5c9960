"""`plaudit worker`: background work alone."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from pathlib import Path

from plaudit.cli.running.number import whole_number
from plaudit.cli.running.place import add_demo_argument, choose_database, set_up

HELP = "run the background worker alone: mail, exports and what happens at set times"

GRACE_SECONDS = 6.0
NICENESS = 19  # people who wait for a page come first


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_demo_argument(parser)


def step_back(group: Path = Path("/proc/self/autogroup")) -> None:
    """Take what the processors have left over.

    Linux shares them between sessions first, and heeds niceness only within one: so the session, when it is the
    worker's own, is made nice, too (sched(7), "The autogroup feature").
    """
    os.nice(NICENESS)
    if os.getsid(0) == os.getpid() and group.exists():
        with suppress(OSError):
            group.write_text(str(NICENESS))


def run(options: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C. Jobs under way get six seconds; those cut short are done again later."""
    step_back()
    set_up(is_demo=options.demo)
    choose_database()

    import django

    django.setup()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("procrastinate is not connected through Django")
    with app.replace_connector(connector.get_worker_connector()):
        app.run_worker(
            concurrency=whole_number("WORKER_CONCURRENCY", 4),
            listen_notify=True,
            shutdown_graceful_timeout=GRACE_SECONDS,
        )
    return 0
