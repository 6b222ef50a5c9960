"""Who has an entry open, as this process heard: from its own pages, and by notice from the others'."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from plaudit.kit.clock import real_now

HERE_SECONDS = 25.0
TELL_AGAIN_SECONDS = 8.0


@dataclass(frozen=True, slots=True)
class Sign:
    """The last that was heard of a person on an entry, at `heard` on this process's own clock."""

    entry: UUID
    person: UUID
    name: str
    answer: UUID | None
    leaves: bool
    heard: float


class Presence:
    """The last sign of each person on each entry, for 25 seconds."""

    def __init__(self) -> None:
        self._signs: dict[UUID, dict[UUID, Sign]] = {}
        self._told: dict[tuple[UUID, UUID], float] = {}

    def take(self, sign: Sign) -> bool:
        """Remember the sign. Return whether people on the entry see a difference."""
        there = self._signs.setdefault(sign.entry, {})
        before = there.get(sign.person)
        was_here = before is not None and sign.heard - before.heard < HERE_SECONDS
        if sign.leaves:
            there.pop(sign.person, None)
            if not there:
                del self._signs[sign.entry]
            return was_here
        there[sign.person] = sign
        return not was_here or before is None or before.answer != sign.answer

    def must_tell(self, sign: Sign, *, is_new: bool) -> bool:
        """Whether the other processes are to hear of the sign: something new, or not told for a while."""
        key = (sign.entry, sign.person)
        if not is_new and sign.heard - self._told.get(key, 0.0) < TELL_AGAIN_SECONDS:
            return False
        self._told[key] = sign.heard
        return True

    def people(self, entry: UUID) -> list[dict[str, Any]]:
        """Return who is here, in the order of their names, as scripts read it."""
        since = time.monotonic() - HERE_SECONDS
        signs = [each for each in self._signs.get(entry, {}).values() if each.heard > since]
        return [_shown(each) for each in sorted(signs, key=lambda each: (each.name, each.person))]

    def forget_the_gone(self) -> list[UUID]:
        """Drop whoever was not heard of for 25 seconds; return the entries that they left."""
        since = time.monotonic() - HERE_SECONDS
        left = []
        for entry, there in list(self._signs.items()):
            gone = [person for person, sign in there.items() if sign.heard <= since]
            for person in gone:
                del there[person]
                self._told.pop((entry, person), None)
            if gone:
                left.append(entry)
            if not there:
                del self._signs[entry]
        return left


def _shown(sign: Sign) -> dict[str, Any]:
    ago = dt.timedelta(seconds=time.monotonic() - sign.heard)
    return {
        "id": str(sign.person),
        "name": sign.name,
        "answer": str(sign.answer) if sign.answer else None,
        "at": (real_now() - ago).isoformat(timespec="seconds"),
    }
