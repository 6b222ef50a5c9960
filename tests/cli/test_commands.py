from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plaudit.cli import command_names, main
from tests.cli.conftest import plaudit


def test_every_command_says_what_it_does() -> None:
    shown = plaudit("--help").stdout.decode()
    ours = {"brief", "doctor", "manage", "migrate", "serve", "web", "worker"}
    assert ours <= set(command_names())
    named = {
        line.split()[0] for line in shown.splitlines() if line.startswith("    ") and line.strip()
    }
    assert set(command_names()) <= named


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_code:
        main(["bow"])
    assert exit_code.value.code == 2
    assert "invalid choice: 'bow'" in capsys.readouterr().err


def test_a_command_loads_only_what_it_needs() -> None:
    heavy = "{'django', 'psycopg', 'granian', 'procrastinate'}"
    program = (
        "import sys, plaudit.cli; plaudit.cli.main(['brief', '/dev/null']); "
        f"print({heavy} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "set()"


def test_django_commands_pass_through(tmp_path: Path) -> None:
    done = plaudit(
        "manage", "diffsettings", "--output=unified", PLAUDIT_DATA=str(tmp_path / "data")
    )
    assert b"plaudit.config.urls" in done.stdout


def test_numbers_in_the_environment_are_checked(tmp_path: Path) -> None:
    data = {"PLAUDIT_DATA": str(tmp_path / "data")}
    many = plaudit("web", "--port", "0", WEB_WORKERS="many", **data)
    assert (many.returncode, many.stderr.decode()) == (
        2,
        "WEB_WORKERS must be a whole number above 0, and is 'many'.\n",
    )
    port = plaudit("serve", PORT="http", **data)
    assert port.returncode == 2
    assert "invalid int value: 'http'" in port.stderr.decode()
