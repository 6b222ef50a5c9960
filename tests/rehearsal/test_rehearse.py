from __future__ import annotations

import os
import re
import subprocess
import sys

import psycopg
import pytest

from plaudit.rehearsal.plan import Plan
from plaudit.rehearsal.planted import FAULTS
from plaudit.rehearsal.run import Outcome, rehearse

SMALL = Plan(entries=12, judges=5, seed=1)
FOUND = {
    "lost-words": "is not what was acknowledged last",
    "late-submission": "was taken after closing",
    "changed-snapshot": "differs from its digest",
    "forged-status": "is submitted and should be draft",
    "raised-score": "are not what was acknowledged",
    "forgotten-recusal": "is in conflict and not recused",
    "lost-receipt": "brought",
    "mail-twice": "went out 2 times",
}


def _play(*planted: str) -> Outcome:
    return rehearse(SMALL, say=lambda _: None, planted=planted)


def _command(*arguments: str, own_server: bool) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("DJANGO")
    }
    if own_server:
        del environment["DATABASE_URL"]
    small = [
        "--entries",
        str(SMALL.entries),
        "--judges",
        str(SMALL.judges),
        "--seed",
        str(SMALL.seed),
    ]
    return subprocess.run(
        [sys.executable, "-m", "plaudit.cli", "rehearse", *small, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.django_db
def test_a_small_edition_holds_and_is_the_same_as_the_command_plays() -> None:
    outcome = _play()
    assert outcome.breaches == []
    counts = {result.title: result.counts for result in outcome.phases}
    assert counts["Submitting"]["a second late"] >= 1
    assert counts["Submitting"]["in the last second"] >= 2
    assert counts["Submitting"]["withdrawals"] >= 2
    assert counts["Writing"]["texts joined"] > 0
    assert counts["Scoring"]["late interests"] == 1

    printed = _command(own_server=True)
    assert printed.returncode == 0, printed.stdout + printed.stderr
    assert "Everything held" in printed.stdout
    without_seconds = re.sub(r"\s+[\d.]+ s\s+", " ", printed.stdout)
    for title, named in counts.items():
        line = f"{title} " + ", ".join(f"{name} {count:,}" for name, count in named.items())
        assert line in without_seconds


@pytest.mark.django_db
def test_every_planted_fault_is_found() -> None:
    assert set(FOUND) == set(FAULTS)
    breaches = _play(*FAULTS).breaches
    missed = [
        fault for fault, words in FOUND.items() if not any(words in each for each in breaches)
    ]
    assert missed == [], breaches


def test_a_breach_exits_1_and_leaves_no_database_behind() -> None:
    before = _databases()
    result = _command("--plant", "lost-words", own_server=False)
    assert result.returncode == 1, result.stdout + result.stderr
    assert FOUND["lost-words"] in result.stdout
    assert {name for name in _databases() - before if "rehearsal" in name} == set()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--entries", "0"], "must be 5 or more"),
        (["--plant", "nothing"], "--plant takes one of"),
        (["--seed", "x"], "invalid int value"),
    ],
)
def test_wrong_arguments_exit_2(arguments: list[str], words: str) -> None:
    result = _command(*arguments, own_server=False)
    assert result.returncode == 2
    assert words in result.stderr


def _databases() -> set[str]:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
