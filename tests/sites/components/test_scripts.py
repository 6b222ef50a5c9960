"""The scripts' own tests (frontend/tests): the parts of Yjs held against the whole, and everything else."""

from __future__ import annotations

import subprocess

from tests.sites.components.conftest import CHECKOUT


def test_the_scripts_keep_their_promises() -> None:
    command = ["tools/setup/with_node", "npm", "--prefix", "frontend", "test"]
    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
