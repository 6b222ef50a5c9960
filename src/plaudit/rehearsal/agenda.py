from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

from plaudit.kit.clock import frozen_at

Act = Callable[[dt.datetime], None]


class Agenda:
    """What many people do, in order of time. Each act runs with the clock held at its own instant."""

    def __init__(self) -> None:
        self._waiting: list[tuple[dt.datetime, int, Act]] = []
        self._number = count()

    def add(self, instant: dt.datetime, act: Act) -> None:
        """Have `act` called with `instant` in its turn. Acts may add others, later than themselves."""
        heappush(self._waiting, (instant, next(self._number), act))

    def play(self) -> int:
        """Run everything to the end and return how many acts there were."""
        played = 0
        while self._waiting:
            instant, _, act = heappop(self._waiting)
            with frozen_at(instant):
                act(instant)
            played += 1
        return played
