"""What moves when two rows of the register turn out to be one organisation.

Each room that refers to organisations adds a mover, once, in its `AppConfig.ready`; so that a merge reaches
the rooms above without people knowing of them. See docs/decisions/2026-11-22-one-register.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from plaudit.people.models import Organisation, Person

Mover = Callable[[Organisation, Organisation, Person, dt.datetime], int]
_MOVERS: dict[str, tuple[Mover, Callable[[Organisation], int]]] = {}


def add_mover(name: str, mover: Mover, count: Callable[[Organisation], int]) -> None:
    """Add what moves. `mover(kept, merged, by, at)` returns how many rows it moved, all in one transaction;

    `count(organisation)` says beforehand how many there are. `name` is shown: "Entries", "Judges' employers".
    """
    _MOVERS[name] = (mover, count)


def move_all(
    kept: Organisation, merged: Organisation, by: Person, at: dt.datetime
) -> dict[str, int]:
    """Run every mover and return what each moved, by its name."""
    return {name: mover(kept, merged, by, at) for name, (mover, _) in _MOVERS.items()}


def counted(organisation: Organisation) -> dict[str, int]:
    """Return how much of each kind refers to the organisation now, by the mover's name."""
    return {name: count(organisation) for name, (_, count) in _MOVERS.items()}
