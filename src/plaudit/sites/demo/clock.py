"""The demo's movable "today": how far ahead of the machine's clock it runs, kept in one small file.

The web server, the worker and commands are processes of their own and all read the same file, so that
they agree on the time without asking the database.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from plaudit.kit.clock import real_now

FILE_NAME = "demo-clock"
FARTHEST = dt.timedelta(days=20 * 365)


@dataclass
class _LastReading:
    """What the file held when it last changed, so that asking the time costs one look at its date."""

    stamp: tuple[int, int, int] | None = None
    shift: dt.timedelta = dt.timedelta()


_last = _LastReading()


def current_shift() -> dt.timedelta:
    """Return how far the demo's clock runs ahead of the machine's (behind, when negative)."""
    path = _path()
    try:
        found = path.stat()
    except FileNotFoundError:
        return dt.timedelta()
    stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
    if stamp != _last.stamp:
        _last.shift = _read(path)
        _last.stamp = stamp
    return _last.shift


def move_clock_to(instant: dt.datetime) -> None:
    """Set the demo's clock to `instant` (aware); it runs on from there. Refuses a time decades away."""
    shift = instant - real_now()
    if abs(shift) > FARTHEST:
        raise ValueError("The demo's clock can be moved twenty years at most.")
    _write(shift)


def return_to_real_time() -> None:
    _path().unlink(missing_ok=True)


def _path() -> Path:
    return Path(settings.DATA) / FILE_NAME


def _read(path: Path) -> dt.timedelta:
    try:
        return dt.timedelta(seconds=float(path.read_text()))
    except (OSError, ValueError, OverflowError):
        return dt.timedelta()


def _write(shift: dt.timedelta) -> None:
    """Put a whole new file in the old one's place, so that nobody reads half of it."""
    path = _path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{FILE_NAME}.{os.getpid()}")
    draft.write_text(f"{shift.total_seconds():.3f}\n")
    draft.replace(path)
