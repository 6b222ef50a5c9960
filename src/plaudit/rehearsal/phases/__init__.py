"""The phases of an edition, one a module: `TITLE`, and `play(stage)`, which returns what it counted."""

from __future__ import annotations

from typing import Protocol

from plaudit.rehearsal.stage import Stage


class Phase(Protocol):
    TITLE: str

    def play(self, stage: Stage) -> dict[str, int]: ...


def all_phases() -> list[Phase]:
    """Return the phases in order. Imported late: they need Django's apps."""
    from plaudit.rehearsal.phases import (
        allocating,
        deciding,
        enquiring,
        feeding_back,
        inviting,
        registering,
        releasing,
        scoring,
        setting_up,
        submitting,
        waiting,
        writing,
    )

    return [
        setting_up,
        registering,
        writing,
        submitting,
        enquiring,
        inviting,
        allocating,
        scoring,
        deciding,
        waiting,
        releasing,
        feeding_back,
    ]
