"""`plaudit web`: the web server alone."""

from __future__ import annotations

import argparse
import gc
import importlib
import os

from plaudit.cli.running.number import whole_number
from plaudit.cli.running.place import add_demo_argument, choose_database, set_up
from plaudit.cli.running.port import add_address_arguments, listening_address, require_free_port

HELP = "run the web server alone; plaudit serve runs it with the database and the worker"

# Each thread keeps one connection to the database, and the live exchange of each worker five. The embedded
# server takes 50, and the worker and an operator's own commands need some.
MOST_CONNECTIONS = 36
CONNECTIONS_OF_THE_EXCHANGE = 5
MOST_THREADS = 8  # while some pages take long
SITE = "plaudit.config.server"
OPEN_CONNECTIONS = 8192  # of browsers, for each worker; each page that listens holds one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_address_arguments(parser)
    add_demo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Listen until SIGTERM or Ctrl-C. Requests under way are finished first."""
    require_free_port(options.host, options.port)
    set_up(is_demo=options.demo)
    choose_database()
    workers, threads = whole_number("WEB_WORKERS", 2), whole_number("WEB_THREADS", 1)
    room = max(1, MOST_CONNECTIONS // workers - CONNECTIONS_OF_THE_EXCHANGE)
    os.environ["WEB_THREADS"] = str(min(threads, room))
    os.environ["WEB_THREADS_AT_MOST"] = str(min(max(threads, MOST_THREADS), room))

    # Imported once, before the web server makes its processes: they start at once, and share the memory.
    importlib.import_module(SITE)
    gc.freeze()
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces, Loops
    from granian.log import LogLevels

    Granian(
        f"{SITE}:site",
        address=listening_address(options.host, options.port),
        port=options.port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=workers,
        loop=Loops.uvloop,
        backpressure=OPEN_CONNECTIONS,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    ).serve()
    return 0
