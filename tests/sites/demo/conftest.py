from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _own_clock_file(settings: Settings, tmp_path: Path) -> None:
    """Keep each test's moved clock in a folder of its own."""
    settings.DATA = tmp_path
