"""The key that signs cookies and links."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret_key(data_directory: Path, given: str | None) -> str:
    """Return the key `given` by the environment or else the one kept in the data directory.

    On first use a key of 64 random bytes is written there, readable by its owner alone.
    """
    if given:
        return given
    path = data_directory / "secret-key"
    if not path.exists():
        data_directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()
