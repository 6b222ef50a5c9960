from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from unittest.mock import patch
from uuid import UUID

from plaudit.kit.clock import now


@contextmanager
def seeded_identifiers(seed: int) -> Iterator[None]:
    """Draw identifiers from `seed` inside the block, so that what is ordered by them is the same each time.

    They are UUIDs of version 7: the clock's milliseconds, a counter, and 50 bits drawn by chance.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing is secret in a rehearsal
    numbers = count()

    def draw() -> UUID:
        milliseconds = int(now().timestamp() * 1000) & (2**48 - 1)
        number = next(numbers) & 0xFFFFFF
        bits = milliseconds << 80 | 0x7 << 76 | (number >> 12) << 64
        bits |= 0b10 << 62 | (number & 0xFFF) << 50 | chance.getrandbits(50)
        return UUID(int=bits)

    with patch("plaudit.kit.identifiers.uuid7", draw):
        yield
