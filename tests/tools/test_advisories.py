from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.conftest import Writer
from tools.check.advisories import find_advisories
from tools.check.gate import Skipped


def test_without_the_advisory_service_the_gate_is_skipped(
    tmp_path: Path, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.setenv("HOME", str(tmp_path))
    write("requirements.lock", "django==1.0 --hash=sha256:" + "0" * 64 + "\n")
    with pytest.raises(Skipped, match="advisory data could not be reached"):
        find_advisories(tmp_path)
