"""Fixtures of the tests of ceremonies."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plaudit.ceremony.invariants import INVARIANTS


@pytest.fixture
def _invariants_hold(db: None) -> Iterator[None]:
    """Check every invariant of ceremonies after the test."""
    yield
    assert [sentence for invariant in INVARIANTS for sentence in invariant()] == []
