"""The sentences of `make setup` when a machine lacks something."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.conftest import Writer
from tools.check.__main__ import ROOT

# fmt: off
COMMANDS = [
    "bash", "cat", "chmod", "cut", "dirname", "env", "find", "grep", "head", "id", "ln", "mkdir",
    "printf", "sed", "sh", "sha256sum", "sort", "tail", "true", "xargs",
]
# fmt: on

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what setup reads, with nothing installed."""
    root = tmp_path / "checkout"
    shutil.copytree(ROOT / "tools/setup", root / "tools/setup")
    for name in ("requirements-dev.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    (root / "frontend").mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "frontend" / name, root / "frontend" / name)
    return root


@pytest.fixture
def run(checkout: Path, tmp_path: Path) -> Run:
    """Run a step with only the plainest commands on the PATH."""
    plain = tmp_path / "bin"
    plain.mkdir()
    for name in COMMANDS:
        (plain / name).symlink_to(shutil.which(name) or name)

    def run_step(step: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [checkout / "tools/setup" / step],
            env={
                "PATH": str(plain),
                "HOME": str(tmp_path),
                "SYSTEM_PYTHON": "no-such-python",
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run_step


def test_python_too_old(run: Run, write: Writer) -> None:
    write(
        "bin/python3", '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit\nexit 1\n'
    ).chmod(0o755)
    done = run("python_packages")
    assert done.returncode == 1
    assert (
        done.stderr
        == "Stopped: Plaudit needs Python 3.11 or newer, and this machine has Python 3.9.2.\n"
    )


def test_no_python(run: Run) -> None:
    assert run("python_packages").stderr.endswith("and this machine has none.\n")


def test_no_venv_module(run: Run, write: Writer, tmp_path: Path) -> None:
    write("bin/python3", '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n').chmod(0o755)
    done = run("python_packages")
    python = tmp_path / "bin" / "python3"
    assert done.stderr == (
        f"Stopped: {python} cannot make virtual environments. "
        "On Debian and Ubuntu: apt install python3-venv.\n"
    )


def test_the_systems_own_python_goes_first(run: Run, write: Writer) -> None:
    for place, version in (("bin", "3.13.0"), ("system", "3.11.2")):
        write(
            f"{place}/python3", f'#!/bin/sh\n[ "$1" = --version ] && echo Python {version}\ntrue\n'
        ).chmod(0o755)
    system = write("system/readme", "").with_name("python3")
    assert "with Python 3.11.2" in run("python_packages", SYSTEM_PYTHON=str(system)).stdout
    assert "with Python 3.13.0" in run("python_packages").stdout


def test_no_package_index(run: Run, write: Writer) -> None:
    write("bin/python3", f'#!/bin/sh\nexec {sys.executable} "$@"\n').chmod(0o755)
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:1/simple", "PIP_CONFIG_FILE": os.devnull}
    done = run("python_packages", **nowhere)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("Installing the Python packages")
    assert done.stderr.splitlines()[-1] == (
        "Stopped: the Python package index cannot be reached from here. "
        "Check the network or proxy, then try again."
    )


def test_no_node(run: Run) -> None:
    done = run("front_end")
    assert done.returncode == 1
    assert (
        done.stderr
        == "Stopped: the front end needs Node.js 20 or newer, and this machine has none.\n"
    )


def test_no_npm_registry(run: Run, write: Writer) -> None:
    bin_folder = f"{Path(shutil.which('node') or '/').parent}"
    for name in ("node", "npm"):
        program = shutil.which(name)
        if program is None:
            pytest.skip("this machine has no Node.js of its own")
        write(f"bin/{name}", f'#!/bin/sh\nPATH="{bin_folder}:$PATH" exec {program} "$@"\n').chmod(
            0o755
        )
    done = run("front_end", npm_config_registry="http://127.0.0.1:1/")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "Stopped: the npm registry cannot be reached from here. Check the network or proxy, then try again."
    )


def test_no_browser(run: Run) -> None:
    done = run("browser")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Stopped: the tests need Chromium")


def test_a_step_is_done_once_and_again_when_its_inputs_change(
    checkout: Path, write: Writer
) -> None:
    step = write(
        "checkout/tools/setup/step",
        """\
        #!/usr/bin/env bash
        source "$(dirname "$0")/words.sh"
        digest="$(digest_of pyproject.toml)"
        if is_done step "$digest"; then exit 0; fi
        say "Doing it"
        mark_done step "$digest"
        """,
    )
    step.chmod(0o755)

    def output() -> str:
        return subprocess.run([step], capture_output=True, text=True, check=True).stdout

    assert [output(), output()] == ["Doing it\n", ""]
    (checkout / "pyproject.toml").write_text("changed = true\n")
    assert [output(), output()] == ["Doing it\n", ""]
