from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


class Skipped(Exception):
    """A gate cannot tell, through no fault of the change. The message says why."""


@dataclass(frozen=True)
class Gate:
    """One thing to keep true. `find` takes the checkout and returns what is wrong, a line each."""

    title: str
    find: Callable[[Path], Sequence[str]]
