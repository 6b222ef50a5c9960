"""The only source of time. Everything else asks this module."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_shift: ContextVar[dt.timedelta] = ContextVar("clock_shift", default=dt.timedelta())
_frozen: ContextVar[dt.datetime | None] = ContextVar("clock_frozen", default=None)


def now() -> dt.datetime:
    """Return the present instant, aware, in UTC."""
    frozen = _frozen.get()
    if frozen is not None:
        return frozen
    return real_now() + _shift.get()


def real_now() -> dt.datetime:
    """Return the machine's instant, whatever the clock was moved to. For measuring and mail headers."""
    return dt.datetime.now(dt.UTC)


@contextmanager
def frozen_at(instant: dt.datetime) -> Iterator[None]:
    """Hold the clock at `instant` (aware) inside the block."""
    token = _frozen.set(instant.astimezone(dt.UTC))
    try:
        yield
    finally:
        _frozen.reset(token)


@contextmanager
def shifted_by(shift: dt.timedelta) -> Iterator[None]:
    """Run the clock `shift` ahead of the machine's inside the block."""
    token = _shift.set(shift)
    try:
        yield
    finally:
        _shift.reset(token)
