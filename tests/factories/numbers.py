"""The numbers in names and addresses, so that no two rows of a test are called alike."""

from __future__ import annotations

import itertools

_numbers = itertools.count(1)


def next_number() -> int:
    """Return a number that nothing else in this file of tests has."""
    return next(_numbers)


def count_from_one() -> None:
    """Begin again, so that a file's rows are called the same whichever files ran before it."""
    global _numbers  # noqa: PLW0603
    _numbers = itertools.count(1)
