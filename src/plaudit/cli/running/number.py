from __future__ import annotations

import os

from plaudit.cli.running.refusal import CannotContinue


def whole_number(name: str, default: int) -> int:
    """Return the environment variable as a number of at least 1. Raises CannotContinue for anything else."""
    given = os.environ.get(name, str(default))
    if not given.isdecimal() or int(given) < 1:
        raise CannotContinue(
            f"{name} must be a whole number above 0, and is {given!r}.", exit_code=2
        )
    return int(given)
