"""Run every gate, two at a time, and tell the verdict of each in order. Exit code 1 when one fails."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.check.advisories import find_advisories
from tools.check.clock import find_other_clocks
from tools.check.fetching import find_unscoped_fetches
from tools.check.gate import Gate, Skipped
from tools.check.locks import find_lock_faults
from tools.check.markup import find_trusted_markup
from tools.check.programs import verdict_of
from tools.check.secrets import find_secrets
from tools.check.sizes import find_too_long

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 60

IN_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "plaudit.config.settings.production",
    "PLAUDIT_BASE_URL": "https://awards.example.org",
}
IN_TESTS = {"DJANGO_SETTINGS_MODULE": "plaudit.config.settings.test"}

GATES = [
    Gate("types", verdict_of("mypy")),
    Gate("format", verdict_of("ruff", "format", "--check", "--output-format=concise", ".")),
    Gate("lint", verdict_of("ruff", "check", "--output-format=concise", ".")),
    Gate("layers", verdict_of("lint-imports", "--no-logo", "--no-cache")),
    Gate(
        "types of the scripts",
        verdict_of("tools/setup/with_node", "npm", "--prefix", "frontend", "run", "check"),
    ),
    Gate("sizes", find_too_long),
    Gate("pages fetch through a person or an edition", find_unscoped_fetches),
    Gate("text is escaped", find_trusted_markup),
    Gate("one clock", find_other_clocks),
    Gate(
        "no missing migrations",
        verdict_of("plaudit", "manage", "makemigrations", "--check", "--dry-run", **IN_TESTS),
    ),
    Gate(
        "safe in production",
        verdict_of(
            "plaudit", "manage", "check", "--deploy", "--fail-level=WARNING", **IN_PRODUCTION
        ),
    ),
    Gate("no secrets", find_secrets),
    Gate("locked packages", find_lock_faults),
    Gate("no known advisories", find_advisories),
]


@dataclass(frozen=True)
class Result:
    word: str
    seconds: float
    lines: list[str]


def main() -> int:
    began = time.monotonic()
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for gate, result in zip(GATES, pool.map(judge, GATES), strict=True):
            print(f"{result.word:<8}{result.seconds:6.1f} s  {gate.title}", flush=True)
            for line in result.lines[:MOST_LINES]:
                print(f"                   {line}", flush=True)
            if len(result.lines) > MOST_LINES:
                print(
                    f"                   … and {len(result.lines) - MOST_LINES} more lines",
                    flush=True,
                )
            if result.word == "FAILED":
                failed.append(gate.title)
    seconds = time.monotonic() - began
    if failed:
        print(
            f"{len(failed)} of {len(GATES)} gates failed in {seconds:.0f} s: {', '.join(failed)}."
        )
        return 1
    print(f"No gate of {len(GATES)} failed, in {seconds:.0f} s.")
    return 0


def judge(gate: Gate, root: Path = ROOT) -> Result:
    """Run one gate. A gate that breaks has failed."""
    began = time.monotonic()
    try:
        lines = list(gate.find(root))
        word = "FAILED" if lines else "ok"
    except Skipped as reason:
        word, lines = "skipped", [str(reason)]
    except Exception as error:  # noqa: BLE001 - the other gates still have something to say
        word, lines = "FAILED", [f"the gate itself broke: {error!r}"]
    return Result(word, time.monotonic() - began, lines)


if __name__ == "__main__":
    sys.exit(main())
