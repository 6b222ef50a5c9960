"""One throwaway PostgreSQL for a run of the tests, shared by its parallel workers.

Loaded by `-p` in pyproject.toml, because pytest-django reads the settings before any conftest.py.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from plaudit.kit.database import EmbeddedServer


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """Start a server and export its address, unless DATABASE_URL names one already, as in the workers."""
    if "DATABASE_URL" not in os.environ:
        folder = Path(tempfile.mkdtemp(prefix="plaudit-tests-"))
        server = EmbeddedServer(folder, fsync=False, announce=lambda _: None)
        early_config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        early_config.add_cleanup(server.stop)
        os.environ["DATABASE_URL"] = server.start()
        early_config.add_cleanup(lambda: os.environ.__delitem__("DATABASE_URL"))
    return (yield)
