"""No locked package has a published security advisory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tools.check.gate import Skipped

SECONDS = 60
NO_DATA = "advisory data could not be reached"


def find_advisories(root: Path) -> list[str]:
    """Ask the advisory service about requirements.lock. Raises Skipped when it cannot be reached in time."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        "requirements.lock",
        "--require-hashes",
    ]
    options = ["--disable-pip", "--format=json", "--progress-spinner=off", "--timeout=10"]
    try:
        done = subprocess.run(
            [*command, *options],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        report = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        raise Skipped(NO_DATA) from None
    return [
        f"requirements.lock: {package['name']} {package['version']} has {advisory['id']}, "
        f"mended in {', '.join(advisory['fix_versions']) or 'no release yet'}"
        for package in report["dependencies"]
        for advisory in package.get("vulns", [])
    ]
