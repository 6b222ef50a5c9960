"""Where this installation keeps its data, and which mode it runs in. Passed to children as environment variables."""

from __future__ import annotations

import argparse
import os
import stat
from pathlib import Path

import plaudit

CHECKOUT = Path(plaudit.__file__).resolve().parents[2]
FOR_OTHERS = stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH


def add_demo_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--demo", action="store_true", help="the demo on your own machine, with one-click sign-in"
    )


def data_directory() -> Path:
    """Return PLAUDIT_DATA, or `.plaudit` in the checkout."""
    return Path(os.environ.get("PLAUDIT_DATA") or CHECKOUT / ".plaudit").resolve()


def choose_settings(*, is_demo: bool) -> None:
    """Name the settings and the data directory by environment variables, unless they are set."""
    mode = "demo" if is_demo else "production"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"plaudit.config.settings.{mode}")
    os.environ["PLAUDIT_DATA"] = str(data_directory())


def choose_database() -> bool:
    """Point DATABASE_URL at the embedded server, running or not, unless it is set.

    Return whether it is the embedded one.
    """
    if os.environ.get("DATABASE_URL"):
        return False
    from plaudit.kit.database.socket import DEFAULT_PORT, socket_url

    os.environ["DATABASE_URL"] = socket_url(data_directory() / "database", DEFAULT_PORT)
    return True


def set_up(*, is_demo: bool = False) -> Path:
    """Choose settings, make the data directory private, and return it.

    Everything this process and its children write from now on is for their owner alone.
    """
    os.umask(0o077)
    folder = data_directory()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & FOR_OTHERS:
        folder.chmod(0o700)
    choose_settings(is_demo=is_demo)
    return folder
