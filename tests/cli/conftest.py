from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

CHOSEN_BY_TESTS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PLAUDIT_DATA"}


def plaudit(
    *arguments: str | Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a person would, in an environment that names no database and no settings."""
    return subprocess.run(
        [sys.executable, "-m", "plaudit.cli", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env=clean_environment() | environment,
        timeout=60,
    )


def clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in CHOSEN_BY_TESTS}


def in_production(data: Path) -> Mapping[str, str]:
    """A real site's settings."""
    return {
        "PLAUDIT_DATA": str(data),
        "PLAUDIT_BASE_URL": "https://awards.example.org",
        "PLAUDIT_MAIL_FROM": "Awards <awards@example.org>",
        "PLAUDIT_SMTP_HOST": "mail.example.org",
    }


@pytest.fixture
def free_port() -> int:
    """A port that nothing listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
