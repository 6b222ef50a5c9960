"""`plaudit serve`: database, web server and worker, from one command."""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass

from plaudit.cli.running.children import Child, StopRequests, run_to_the_end
from plaudit.cli.running.database import embedded_server
from plaudit.cli.running.first_page import answers
from plaudit.cli.running.place import add_demo_argument, set_up
from plaudit.cli.running.port import add_address_arguments, require_free_port
from plaudit.cli.running.refusal import CannotContinue
from plaudit.kit.database import DatabaseUnavailable, EmbeddedServer

HELP = "run everything: database, web server and worker"

FIRST_PAGE_SECONDS = 60.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_address_arguments(parser)
    add_demo_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Run until Ctrl-C or SIGTERM, then stop the web server, the worker and the database, in this order.

    A part that stops by itself is started again; the exit code is 1 when that keeps failing.
    """
    require_free_port(options.host, options.port)
    if options.demo:
        os.environ.setdefault("PLAUDIT_BASE_URL", f"http://{options.host}:{options.port}")
    data = set_up(is_demo=options.demo)
    supervisor = Supervisor(
        server=None if os.environ.get("DATABASE_URL") else embedded_server(data),
        host=options.host,
        port=options.port,
        is_demo=options.demo,
    )
    try:
        supervisor.run()
    except DatabaseUnavailable as error:
        raise CannotContinue(str(error)) from None
    finally:
        supervisor.stop()
    return 0


@dataclass
class Supervisor:
    server: EmbeddedServer | None
    host: str
    port: int
    is_demo: bool

    def __post_init__(self) -> None:
        self.requests = StopRequests()
        demo = ["--demo"] if self.is_demo else []
        address = ["--host", self.host, "--port", str(self.port)]
        self.web = Child("The web server", ["web", *address, *demo])
        self.worker = Child("The worker", ["worker", *demo])

    def run(self) -> None:
        """Start everything in turn and watch over it until asked to stop."""
        if self.server is not None:
            say(f"Starting the database in {self.server.data_directory}")
            os.environ["DATABASE_URL"] = self.server.start()
        say("Bringing the database's tables up to date")
        demo = ["--demo", "--build-demo"] if self.is_demo else []
        code = run_to_the_end(["migrate", *demo], self.requests)
        if code:
            raise CannotContinue("The database could not be made ready; the reason is above.")
        if not self.requests.wanted:
            self._watch()

    def stop(self) -> None:
        if self.requests.wanted:
            say("Stopping")
        self.web.stop()
        self.worker.stop()
        if self.server is not None:
            self.server.stop()

    def _watch(self) -> None:
        began = time.monotonic()
        is_announced = False
        while not self.requests.wanted:
            self._keep_the_database_running()
            self.web.keep_running()
            if is_announced:
                self.worker.keep_running()
            else:  # the worker waits, so that the first page comes sooner
                is_announced = self._announce_when_ready(waited=time.monotonic() - began)
            self.requests.wait(1.0 if is_announced else 0.1)

    def _keep_the_database_running(self) -> None:
        if self.server is not None and not self.server.is_running:
            say("The database stopped. Starting it again.")
            self.server.stop()
            self.server.start()

    def _announce_when_ready(self, *, waited: float) -> bool:
        """Say where the site is once its first page answers, or that it takes too long. Return whether it is said."""
        if answers(self.host, self.port):
            say(f"Plaudit is ready: http://{self.host}:{self.port}\nCtrl-C stops it.")
            return True
        if waited > FIRST_PAGE_SECONDS:
            say(
                f"The first page has not answered for {FIRST_PAGE_SECONDS:.0f} seconds; the reason may be above."
            )
            return True
        return False


def say(sentence: str) -> None:
    print(sentence, file=sys.stdout, flush=True)
