from __future__ import annotations

from pathlib import Path

import pytest

from plaudit.cli.health.finding import Finding, Weight
from plaudit.cli.health.installation import (
    check_data_directory,
    check_disk,
    check_front_end,
    check_packages,
    check_python,
)
from tests.cli.conftest import in_production, plaudit


def one(findings: list[Finding]) -> Finding:
    [finding] = findings
    return finding


def test_a_sound_machine(tmp_path: Path) -> None:
    findings = [*check_python(), *check_packages(), *check_disk(tmp_path / "not" / "yet")]
    assert {finding.weight for finding in findings} == {Weight.GOOD}


def test_packages_that_differ_from_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        "django==1.0 \\\n    --hash=sha256:00\nno-such-package==1 \\\n    --hash=sha256:00\n"
        "not-here==1 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"
    )
    finding = one(list(check_packages(lock)))
    assert finding.weight is Weight.WRONG
    assert "not 1.0; no-such-package missing, not 1. Run make setup." in finding.sentence


def test_a_front_end_that_is_not_built(tmp_path: Path) -> None:
    finding = one(list(check_front_end(tmp_path, tmp_path / "staticfiles.json")))
    assert finding == Finding(Weight.WRONG, "The style sheets have not been built. Run make setup.")
    (tmp_path / "main.css").touch()
    finding = one(list(check_front_end(tmp_path, tmp_path / "staticfiles.json")))
    assert finding == Finding(
        Weight.WRONG, "The static files have not been gathered. Run make setup."
    )


def test_a_data_directory_that_others_can_read(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    data.chmod(0o755)
    finding = one(list(check_data_directory(data)))
    assert finding == Finding(
        Weight.WRONG, f"Other users of this machine can read {data}. Run: chmod 700 {data}"
    )


def test_a_secret_key_that_others_can_read(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "secret-key").touch(mode=0o644)
    findings = list(check_data_directory(data))
    assert [finding.weight for finding in findings] == [Weight.GOOD, Weight.WRONG]
    assert findings[1].sentence.endswith(f"Run: chmod 600 {data / 'secret-key'}")


@pytest.mark.parametrize(
    ("settings", "sentences"),
    [
        (
            {
                "PLAUDIT_BASE_URL": "",
                "PLAUDIT_MAIL_FROM": "Plaudit <plaudit@localhost>",
                "PLAUDIT_SECRET_KEY": "abc",
                "DATABASE_URL": "postgresql://a@127.0.0.1:1/b",
            },
            [
                "The secret key is too weak.",
                "PLAUDIT_BASE_URL is not set to the site's public address",
                "PLAUDIT_MAIL_FROM is not set, and nobody accepts mail from localhost.",
                "The database at DATABASE_URL cannot be reached",
            ],
        ),
        (
            {"PLAUDIT_BASE_URL": "http://awards.example.org"},
            ["PLAUDIT_BASE_URL is http://awards.example.org; a real site must begin with https://"],
        ),
        (
            {"PLAUDIT_ALLOWED_HOSTS": "other.example.org"},
            ["PLAUDIT_ALLOWED_HOSTS does not list awards.example.org"],
        ),
        (
            {"DATABASE_URL": "sqlite:///a.db"},
            [
                "The settings cannot be loaded: BadDatabaseUrl: DATABASE_URL must start with",
                "The database was not looked at",
            ],
        ),
        (
            {"DJANGO_SETTINGS_MODULE": "no.such.settings"},
            [
                "The settings cannot be loaded: ModuleNotFoundError",
                "The database was not looked at",
            ],
        ),
    ],
)
def test_settings_of_a_real_site_that_are_wrong(
    tmp_path: Path, free_port: int, settings: dict[str, str], sentences: list[str]
) -> None:
    environment = {**in_production(tmp_path / "data"), **settings}
    done = plaudit("doctor", "--port", str(free_port), **environment)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    wrong = [line.removeprefix("WRONG  ") for line in lines if line.startswith("WRONG")]
    assert [found[: len(said)] for found, said in zip(wrong, sentences, strict=True)] == sentences


def test_it_changes_nothing(tmp_path: Path, free_port: int) -> None:
    done = plaudit("doctor", "--port", str(free_port), **in_production(tmp_path / "data"))
    assert done.returncode == 0, done.stdout.decode()
    assert done.stdout.decode().splitlines()[-1] == "Nothing is wrong."
    assert not (tmp_path / "data" / "database").exists()
