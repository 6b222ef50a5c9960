"""Python, packages, front end, data directory, disk and port."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from plaudit.cli.health.finding import Finding, good, note, wrong
from plaudit.cli.running.place import CHECKOUT, FOR_OTHERS
from plaudit.cli.running.port import require_free_port
from plaudit.cli.running.refusal import CannotContinue

OLDEST_PYTHON = (3, 11)
LEAST_FREE_BYTES = 1_000_000_000
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+))?", re.MULTILINE)


def check_python() -> Iterator[Finding]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] < OLDEST_PYTHON:
        yield wrong(
            f"Python is {version}; Plaudit needs 3.11 or newer. Install it, then run make setup."
        )
    else:
        yield good(f"Python is {version}.")


def check_packages(lock: Path = CHECKOUT / "requirements.lock") -> Iterator[Finding]:
    """Compare what is installed with the lock file."""
    if not lock.exists():
        yield note(f"{lock} is not there, so the installed packages were not compared with it.")
        return
    from packaging.markers import Marker

    faults = []
    for name, version, marker in PINNED.findall(lock.read_text()):
        if marker and not Marker(marker.strip()).evaluate():
            continue
        try:
            installed = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            installed = "missing"
        if installed != version:
            faults.append(f"{name} {installed}, not {version}")
    if faults:
        yield wrong(
            f"Installed packages differ from requirements.lock: {'; '.join(faults)}. Run make setup."
        )
    else:
        yield good("The installed packages are those of requirements.lock.")


def check_front_end(
    built: Path = CHECKOUT / "src/plaudit/sites/components/static/plaudit",
    gathered: Path = CHECKOUT / ".build/static/staticfiles.json",
) -> Iterator[Finding]:
    if not any(built.glob("*.css")):
        yield wrong("The style sheets have not been built. Run make setup.")
    elif not gathered.exists():
        yield wrong("The static files have not been gathered. Run make setup.")
    else:
        yield good("The front end is built.")


def check_data_directory(data: Path) -> Iterator[Finding]:
    if not data.exists():
        yield note(f"The data directory {data} is not there yet; plaudit serve makes it.")
        return
    mode = stat.S_IMODE(data.stat().st_mode)
    if mode & FOR_OTHERS:
        yield wrong(f"Other users of this machine can read {data}. Run: chmod 700 {data}")
    elif not os.access(data, os.W_OK | os.X_OK):
        yield wrong(f"You cannot write to {data}. Run this as its owner.")
    else:
        yield good(f"The data directory {data} is private and can be written to.")
    key = data / "secret-key"
    if key.exists() and stat.S_IMODE(key.stat().st_mode) & (
        FOR_OTHERS | stat.S_IXGRP | stat.S_IXOTH
    ):
        yield wrong(f"Other users of this machine can read {key}. Run: chmod 600 {key}")


def check_disk(data: Path) -> Iterator[Finding]:
    place = next(folder for folder in [data, *data.parents] if folder.exists())
    free = shutil.disk_usage(place).free
    sentence = f"{free / 1e9:.1f} GB are free where the data lies"
    if free < LEAST_FREE_BYTES:
        yield wrong(f"Only {sentence}. Make room: a full disk stops every save.")
    else:
        yield good(f"{sentence}.")


def check_user() -> Iterator[Finding]:
    if os.geteuid() == 0:
        yield note(
            "You are root. A real site should run as a user of its own; see docs/operators/running.md."
        )


def check_port(host: str, port: int) -> Iterator[Finding]:
    from plaudit.cli.running.first_page import answers

    try:
        require_free_port(host, port)
    except CannotContinue as refusal:
        if answers(host, port):
            yield good(f"A site answers on {host} port {port}.")
        else:
            yield note(f"{refusal} What listens there does not answer as a web site.")
    else:
        yield note(f"Nothing listens on {host} port {port}: Plaudit is not running there.")
