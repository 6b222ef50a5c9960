"""Fixtures of the tests of the entrant's pages: by day, while entries are open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from plaudit.kit.clock import frozen_at
from tests.factories.programmes import WHILE_OPEN


@pytest.fixture(autouse=True)
def _while_entries_are_open() -> Iterator[None]:
    with frozen_at(WHILE_OPEN):
        yield


@pytest.fixture(autouse=True)
def _files_of_their_own(settings: Settings, tmp_path: Path) -> None:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path, "file_permissions_mode": 0o600},
    }
    settings.STORAGES = storages
