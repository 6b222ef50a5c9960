"""Gates that are a program's verdict."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

BESIDE_PYTHON = Path(sys.executable).parent


def verdict_of(*command: str, **environment: str) -> Callable[[Path], Sequence[str]]:
    """Return a gate that runs the command in the checkout and repeats its words when it fails."""

    def find(root: Path) -> Sequence[str]:
        # Nothing here may touch the data of a running site, nor need its database.
        with tempfile.TemporaryDirectory(prefix="plaudit-check-") as data:
            apart = {
                "PLAUDIT_DATA": data,
                "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none?connect_timeout=1",
            }
            done = subprocess.run(
                _locate(command),
                cwd=root,
                env=os.environ | apart | environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
        return (
            []
            if done.returncode == 0
            else done.stdout.splitlines() or [f"exit code {done.returncode}"]
        )

    return find


def _locate(command: Sequence[str]) -> list[str]:
    own = BESIDE_PYTHON / command[0]
    return [str(own) if own.exists() else command[0], *command[1:]]
