"""What forms without a counted version are based on: a fingerprint of each row that their page showed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from uuid import UUID

Said = tuple[str, ...]


class ChangedMeanwhile(Exception):
    """Rows that this person changed say something else by now than the page showed. Nothing was written.

    `clashing` are these rows; `changed` all that this person changed, the clashing ones among them.
    """

    def __init__(self, clashing: frozenset[UUID], changed: frozenset[UUID]) -> None:
        super().__init__("what is stored was changed in the meantime")
        self.clashing = clashing
        self.changed = changed


def version_of(stored: Mapping[UUID, Said]) -> str:
    """Return what the form of a page that shows these rows has to bring back: a fingerprint for each."""
    return ".".join(sorted(_fingerprint(key, said) for key, said in stored.items()))


def rows_to_write(
    sent: Mapping[UUID, Said], stored: Mapping[UUID, Said], version: str | None
) -> frozenset[UUID]:
    """Return the rows of `sent` that are to be written over those in `stored`; the caller holds a lock.

    `version` is that of the page (`version_of`), or None where nobody looked at a page first. A row sent
    as the page showed it was not changed by this person, so whatever it says by now stays. Raises
    ChangedMeanwhile when a row that was changed says neither what was sent nor what the page showed.
    """
    differing = {key for key, said in sent.items() if stored[key] != said}
    if version is None:
        return frozenset(differing)
    seen = set(version.split("."))
    changed = frozenset(key for key in differing if _fingerprint(key, sent[key]) not in seen)
    clashing = frozenset(key for key in changed if _fingerprint(key, stored[key]) not in seen)
    if clashing:
        raise ChangedMeanwhile(clashing, changed)
    return changed


def _fingerprint(key: UUID, said: Said) -> str:
    return hashlib.sha256("\x1f".join((key.hex, *said)).encode()).hexdigest()[:12]
