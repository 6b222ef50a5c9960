from __future__ import annotations

from typing import TypeVar

Thing = TypeVar("Thing")


def present(thing: Thing | None) -> Thing:
    """Return what has to be there. Raises AssertionError when it is not."""
    if thing is None:
        raise AssertionError("Something that was made is not there any more.")
    return thing
