"""`plaudit worker`: background work alone."""

from __future__ import annotations

import argparse
import os

from plaudit.cli.running.number import whole_number
from plaudit.cli.running.place import add_demo_argument, choose_database, set_up

HELP = "run the background worker alone: mail, exports and what happens at set times"

GRACE_SECONDS = 6.0
NICENESS = 19  # people who wait for a page come first


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_demo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C. Jobs under way get six seconds; those cut short are done again later."""
    os.nice(NICENESS)
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
