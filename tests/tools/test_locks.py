from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tools.conftest import Writer
from tools.check.locks import find_lock_faults

HASH = " \\\n    --hash=sha256:00\n"


@pytest.fixture
def checkout(tmp_path: Path, write: Writer) -> Path:
    write("requirements.in", "Django>=5.2,<5.3\npsycopg[binary]\n")
    write("requirements.lock", f"# made by a tool\ndjango==5.2.1{HASH}psycopg==3.3{HASH}")
    write("requirements-dev.in", "-r requirements.in\nruff # lint\n")
    write("requirements-dev.lock", f"django==5.2.1{HASH}psycopg==3.3{HASH}ruff==0.14{HASH}")
    write("tools/setup/bootstrap.in", "uv\n")
    write("tools/setup/bootstrap.lock", f"uv==0.9{HASH}")
    write("frontend/package.json", json.dumps({"dependencies": {"sass": "1.1.0"}}))
    write_package_lock(tmp_path)
    return tmp_path


def write_package_lock(root: Path, **entry: Any) -> None:
    sass = {"version": "1.1.0", "integrity": "sha512-00", **entry}
    packages = {"": {"dependencies": {"sass": "1.1.0"}}, "node_modules/sass": sass}
    (root / "frontend/package-lock.json").write_text(json.dumps({"packages": packages}))


def test_locks_in_step_pass(checkout: Path) -> None:
    assert find_lock_faults(checkout) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "fault"),
    [
        ("requirements.in", "psycopg[binary]", "psycopg\nnew", "new is asked for in requirements.in and not locked"),
        ("requirements.lock", "5.2.1", "6.0", "Django 6.0 is not what requirements.in asks for"),
        ("requirements.lock", f"psycopg==3.3{HASH}", "psycopg==3.3\n", "psycopg has no hash"),
        ("requirements.lock", "django==", "--index-url x\ndjango==", "holds a download address (--index-url)"),
        ("requirements-dev.in", "ruff", "mypy", "mypy is asked for in requirements-dev.in and not locked"),
        ("frontend/package.json", "1.1.0", "1.2.0", "its dependencies are not those of package.json"),
    ],
)  # fmt: skip
def test_each_fault_is_found(
    checkout: Path, name: str, before: str, after: str, fault: str
) -> None:
    path = checkout / name
    path.write_text(path.read_text().replace(before, after))
    assert any(fault in found for found in find_lock_faults(checkout))


def test_a_download_address_in_the_front_ends_lock(checkout: Path) -> None:
    write_package_lock(checkout, resolved="somewhere")
    place = "frontend/package-lock.json: node_modules/sass"
    assert find_lock_faults(checkout) == [f"{place} holds a download address"]


def test_a_front_end_package_without_a_hash(checkout: Path) -> None:
    write_package_lock(checkout, integrity="")
    path = checkout / "frontend/package-lock.json"
    path.write_text(
        path.read_text().replace('"integrity": "", ', "").replace(', "integrity": ""', "")
    )
    place = "frontend/package-lock.json: node_modules/sass"
    assert find_lock_faults(checkout) == [f"{place} has no hash"]
