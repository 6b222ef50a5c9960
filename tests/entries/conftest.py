"""Fixtures of the tests of entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from plaudit.entries.invariants import INVARIANTS


@pytest.fixture(autouse=True)
def _files_of_their_own(settings: Settings, tmp_path: Path) -> None:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path, "file_permissions_mode": 0o600},
    }
    settings.STORAGES = storages


@pytest.fixture
def _invariants_hold(db: None) -> Iterator[None]:
    """Check every invariant of entries after the test."""
    yield
    assert [sentence for invariant in INVARIANTS for sentence in invariant()] == []
