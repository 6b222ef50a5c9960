"""The table of figures, beside those of the peers."""

from __future__ import annotations

import platform
from dataclasses import dataclass, field
from pathlib import Path

# What the better peer takes for the same job with the same data, measured on a machine of this class: processor
# ms a request where many come at once, ms until the whole answer is there for the list and the exports.
PEERS = {
    "entry page": ("CPU", 7.4),
    "save": ("CPU", 9.1),
    "submit": ("CPU", 17.0),
    "judge opens an entry": ("CPU", 19.5),
    "judge saves a score": ("CPU", 13.0),
    "organiser's list of 1,000, with means": ("p50", 187.0),
    "export 1,000 entries, CSV": ("p50", 380.0),
    "export 5,000 scorecards, CSV": ("p50", 150.0),
}


SMALLEST = {"public page": 20, "entry page": 68}


@dataclass
class Row:
    """One journey: answers a second, latencies in ms, processor ms a request of all server processes."""

    name: str
    rate: float
    p50: float
    p99: float
    processor_ms: float
    kilobytes: float
    wrong: int = 0
    last_wrong: str = ""


@dataclass
class Results:
    entries: int
    rows: list[Row] = field(default_factory=list)
    floor: Row | None = None
    commits: dict[int, float] = field(default_factory=dict)
    start_seconds: float = 0.0
    memory: float = 0.0
    first_load: dict[str, int] = field(default_factory=dict)


def beside_peer(row: Row) -> str:
    """Return the peer's figure, of its kind, and ours as a part of it."""
    if row.name not in PEERS:
        return " | "
    kind, peer = PEERS[row.name]
    own = row.processor_ms if kind == "CPU" else row.p50
    return f"{peer:g} {kind} | {own / peer:.2f}"


def table(results: Results) -> str:
    """Return the figures as Markdown."""
    assert results.floor is not None
    lines = [
        "| journey | a second | p50 ms | p99 ms | CPU ms a request | × bare read | kB | better peer, ms | ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in [results.floor, *results.rows]:
        lines.append(
            f"| {row.name} | {row.rate:,.1f} | {row.p50:,.1f} | {row.p99:,.1f} | {row.processor_ms:.1f} "
            f"| {row.processor_ms / results.floor.processor_ms:.1f} | {row.kilobytes:,.1f} "
            f"| {beside_peer(row)} |"
        )
        if row.wrong:
            lines.append(
                f"| {row.wrong} wrong answers, the last: {row.last_wrong} | | | | | | | | |"
            )
    commits = ", ".join(f"{rate:,.0f}/s with {n} clients" for n, rate in results.commits.items())
    lines += [
        "",
        f"- Bare UPDATE of 2.5 kB and COMMIT on the same server: {commits}.",
        f"- `plaudit serve` to the first page: {results.start_seconds:.1f} s (the better peer: 0.2 s).",
        f"- Memory of database, web and worker (PSS): {results.memory:,.0f} MiB (the better peer: 245).",
    ]
    lines += [
        f"- First load of the {name}, with styles, fonts and scripts: {size / 1000:,.1f} kB "
        f"(the better peer: {SMALLEST[name]} kB)."
        for name, size in results.first_load.items()
    ]
    return "\n".join(lines)


HEAD = """# Measured

`make bench` measures the pages as they are served in production settings (granian, two workers, behind a proxy that
ends TLS), on the embedded PostgreSQL with `fsync` on: {entries} entries of five answers of 400 words, 200 drafts, 100
judges, 5,000 confirmed scorecards. Sixteen connections in a closed loop; one for the list and the exports. CPU ms
counts every server and database process. The peers' figures were measured with the same data on a machine of this
class; machines differ, so compare ratios, and the bare Django read and the bare commit of the same run.

Elsewhere: [deadline night](rush.md) (`make bench-rush`), [kills under load](kill_test/README.md)
(`make kill-test ROUNDS=20`), the latency between two browsers and the first load
(`python -m bench.latency`), a desk here and in another checkout (`python -m bench.turns ../before`),
[allocation](../docs/engineering/allocation.md#figures) and
[calibration](../docs/engineering/calibration.md).

Command: `make bench` (writes this page with `python -m bench --write`). Last run: Python {python}.

"""


def write(path: Path, text: str, entries: int = 1000) -> None:
    """Write the page of figures."""
    path.write_text(
        HEAD.format(entries=f"{entries:,}", python=platform.python_version()) + text + "\n"
    )
