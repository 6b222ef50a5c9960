"""The only source of time. Everything else asks this module."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ShiftSource = Callable[[], dt.timedelta]

_shift: ContextVar[dt.timedelta | None] = ContextVar("clock_shift", default=None)
_frozen: ContextVar[dt.datetime | None] = ContextVar("clock_frozen", default=None)
_shift_source: ShiftSource | None = None


def now() -> dt.datetime:
    """Return the present instant, aware, in UTC."""
    frozen = _frozen.get()
    if frozen is not None:
        return frozen
    return real_now() + current_shift()


def real_now() -> dt.datetime:
    """Return the machine's instant, whatever the clock was moved to. For measuring and mail headers."""
    return dt.datetime.now(dt.UTC)


def current_shift() -> dt.timedelta:
    """Return how far the clock runs ahead of the machine's: nothing, unless it was moved."""
    shift = _shift.get()
    if shift is not None:
        return shift
    return _shift_source() if _shift_source is not None else dt.timedelta()


def set_shift_source(source: ShiftSource | None) -> None:
    """Let `source` say how far ahead the clock of this process runs wherever no block says otherwise.

    The demo alone does so, for its movable "today". None goes back to the machine's clock.
    """
    global _shift_source  # noqa: PLW0603 - one clock a process
    _shift_source = source


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
