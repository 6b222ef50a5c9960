"""The table of figures, beside those of the peers."""

from __future__ import annotations

import platform
from dataclasses import dataclass, field
from pathlib import Path

# Processor ms a request of the better peer doing the same job, or seconds for one answer; measured with the
# same data on a machine of this class. Absolute times move from machine to machine: compare the last columns.
PEERS = {
    "entry page": ("7.4 ms", 7.4),
    "save": ("9.1 ms", 9.1),
    "submit": ("17 ms", 17.0),
    "judge opens an entry": ("19.5 ms", 19.5),
    "judge saves a score": ("13 ms", 13.0),
    "organiser's list of 1,000, with means": ("187 ms", 187.0),
    "export 1,000 entries, CSV": ("380 ms", 380.0),
    "export 5,000 scorecards, CSV": ("150 ms", 150.0),
}


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


def table(results: Results) -> str:
    """Return the figures as Markdown."""
    assert results.floor is not None
    lines = [
        "| journey | a second | p50 ms | p99 ms | CPU ms a request | × bare read | kB | better peer, CPU ms | ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in [results.floor, *results.rows]:
        peer = PEERS.get(row.name)
        ratio = f"{row.processor_ms / peer[1]:.2f}" if peer else ""
        lines.append(
            f"| {row.name} | {row.rate:,.1f} | {row.p50:,.1f} | {row.p99:,.1f} | {row.processor_ms:.1f} "
            f"| {row.processor_ms / results.floor.processor_ms:.1f} | {row.kilobytes:,.1f} "
            f"| {peer[0] if peer else ''} | {ratio} |"
        )
        if row.wrong:
            lines.append(
                f"| {row.wrong} wrong answers, the last: {row.last_wrong} | | | | | | | | |"
            )
    commits = ", ".join(f"{rate:,.0f}/s with {n} clients" for n, rate in results.commits.items())
    lines += [
        "",
        f"- Bare UPDATE of 2.5 kB and COMMIT on the same server: {commits}.",
        f"- `plaudit serve` to the first page: {results.start_seconds:.1f} s.",
        f"- Memory of database, web and worker together (proportional set size): {results.memory:,.0f} MiB.",
    ]
    lines += [
        f"- First load of the {name}, with styles, fonts and scripts: {size / 1000:,.1f} kB."
        for name, size in results.first_load.items()
    ]
    return "\n".join(lines)


HEAD = """# Measured

`make bench` measures the pages as they are served in production settings (granian, two workers, behind a proxy that
ends TLS), on the embedded PostgreSQL with `fsync` on: {entries} entries of five answers of 400 words, 200 drafts, 100
judges, 5,000 confirmed scorecards. Sixteen connections in a closed loop; one for the list and the exports. CPU ms
counts every server and database process. The peers' figures were measured with the same data on a machine of this
class; machines differ, so compare ratios, and the bare Django read and the bare commit of the same run.

Command: `make bench` (writes this page with `python -m bench --write`). Last run: Python {python}.

"""


def write(path: Path, text: str, entries: int = 1000) -> None:
    """Write the page of figures."""
    path.write_text(
        HEAD.format(entries=f"{entries:,}", python=platform.python_version()) + text + "\n"
    )
