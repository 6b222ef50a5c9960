from __future__ import annotations

import subprocess
from pathlib import Path

from tests.tools.conftest import Writer
from tools.check.secrets import find_secrets

KEY = "-----BEGIN RSA PRIVATE " + "KEY-----"


def test_plain_text_and_marked_lines_pass(tmp_path: Path, write: Writer) -> None:
    write("src/a.py", "password = os.environ['PASSWORD']\n")
    write("src/b.py", f'key = "{KEY}"  # pragma: allowlist secret\n')
    write("requirements.lock", f"{KEY}\n")
    write("tests/a.py", "password = 'hunter2hunter2'\n")
    assert find_secrets(tmp_path) == []


def test_a_key_and_a_password_fail(tmp_path: Path, write: Writer) -> None:
    write("tests/a.py", f"key = '{KEY}'\n")
    write("docs/a.md", f"text\n{KEY}\n")
    password = "hunter" + "2hunter2"
    write("src/b.py", f'database_password = "{password}"\n')
    assert find_secrets(tmp_path) == [
        "docs/a.md:2: looks like a secret (Private Key)",
        "src/b.py:1: looks like a secret (Secret Keyword)",
        "tests/a.py:1: looks like a secret (Private Key)",
    ]


def test_what_git_ignores_is_left_out(tmp_path: Path, write: Writer) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    write(".gitignore", "/.plaudit/\n")
    write(".plaudit/secret-key.txt", KEY)
    assert find_secrets(tmp_path) == []
    write("key.txt", KEY)
    assert find_secrets(tmp_path) == ["key.txt:1: looks like a secret (Private Key)"]
