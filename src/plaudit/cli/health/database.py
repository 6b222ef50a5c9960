"""The database, its tables, its clock and the worker that lives by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from plaudit.cli.health.finding import Finding, good, note, wrong
from plaudit.kit.database import EmbeddedServer

OLDEST_SERVER = 150_000
LARGEST_SKEW = timedelta(seconds=2)
MOST_BREACHES = 20
WORKER_SILENCE = timedelta(seconds=60)  # it reports every ten seconds


def check_database(embedded: EmbeddedServer | None) -> Iterator[Finding]:
    """Needs the settings loaded. Stops at the first thing that the others stand on."""
    from django.db import DatabaseError, connection

    if embedded is not None and not embedded.is_held:
        yield note("The embedded database is not running; plaudit serve starts it.")
        return
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        where = "The embedded database" if embedded else "The database at DATABASE_URL"
        yield wrong(f"{where} cannot be reached: {_first_line(error)}")
        return
    version = connection.cursor().execute("SHOW server_version_num").fetchone()
    number = int(version[0])
    if number < OLDEST_SERVER:
        yield wrong(f"PostgreSQL is version {number // 10000}; Plaudit needs 15 or newer.")
    else:
        yield good(f"PostgreSQL {number // 10000} answers.")
    yield from _check_clock()
    try:
        yield from _check_tables()
        yield from _check_worker()
    except DatabaseError as error:
        yield wrong(f"The database's tables cannot be read: {_first_line(error)}")


def _check_clock() -> Iterator[Finding]:
    from django.db import connection

    from plaudit.kit.clock import real_now

    before = real_now()
    theirs = connection.cursor().execute("SELECT clock_timestamp()").fetchone()[0]
    after = real_now()
    skew = max(before - theirs, theirs - after, timedelta(0))
    if skew > LARGEST_SKEW:
        yield wrong(
            f"The clocks of this machine and the database differ by {skew.total_seconds():.0f} seconds. "
            "Deadlines depend on them: set both by NTP."
        )
    else:
        yield good("The clocks of this machine and the database agree.")


def _check_tables() -> Iterator[Finding]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        yield wrong(f"{len(missing)} changes to the tables are not applied. Run plaudit migrate.")
        return
    yield good("The tables are up to date.")
    yield from _check_invariants()


def _check_invariants() -> Iterator[Finding]:
    from plaudit.rehearsal.checks import invariants

    breaches = (sentence for invariant in invariants() for sentence in invariant())
    shown = list(islice(breaches, MOST_BREACHES))
    if shown:
        yield from (wrong(sentence) for sentence in shown)
    else:
        yield good("What is stored agrees with itself.")


def _check_worker() -> Iterator[Finding]:
    from django.db import connection

    if "procrastinate_workers" not in connection.introspection.table_names():
        return
    query = "SELECT clock_timestamp() - max(last_heartbeat) FROM procrastinate_workers"
    silence = connection.cursor().execute(query).fetchone()[0]
    if silence is None or silence > WORKER_SILENCE:
        yield note("No worker is at work, so no mail goes out. plaudit serve starts one.")
    else:
        yield good("The worker is at work.")


def _first_line(error: Exception) -> str:
    lines = str(error).removeprefix("connection is bad: ").strip().splitlines()
    return (lines or ["no reason given"])[0].rstrip(".") + "."
