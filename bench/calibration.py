"""Calibration measured: `python -m bench.calibration`. How right it is, beside the raw mean and the z-score
of each judge in the same run, how long the whole command takes, and how much memory.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np
from scipy.stats import kendalltau

from bench.simulation import Floats, Simulated, compact, simulated
from plaudit.judging.engines.calibration import METHODS, Fit, Method, Scores, calibrate

DESIGNS: dict[str, dict[str, object]] = {
    "random, 1,000 entries": {"entries": 1000, "design": "random"},
    "panels, 1,000 entries": {"entries": 1000},
    "panels of 5, 40 entries": {"entries": 40, "panel": 5, "per_judge": 8},
    "one panel, 20 entries": {"entries": 20, "per_judge": 10},
    "random, 24 entries": {"entries": 24, "design": "random", "per_judge": 6, "readings": (3, 3)},
    "panels of 4, 24 entries": {"entries": 24, "panel": 4, "per_judge": 6, "readings": (3, 3)},
    "judges alike, 24 entries": {
        "entries": 24,
        "design": "random",
        "per_judge": 6,
        "readings": (3, 3),
        "leniency_spread": 0.0,
    },
}
SMALL = 100
"""Designs of fewer entries are tried this many times as often."""

SIZES = {"start-up and 100 scores": 25, "1e4 scores": 2_500, "1e6 scores": 250_000}


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.calibration", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument(
        "--core", type=int, default=0, help="the core on which the command is timed"
    )
    options = parser.parse_args()
    for line in chain(quality(options.seeds), [""], speed(options.core)):
        print(line, flush=True)
    return 0


def quality(seeds: int) -> Iterator[str]:
    """Yield Kendall's tau to the truth and the share of 90 per cent intervals that hold it, by method."""
    yield "| design | method | Kendall's tau | gain over the raw mean | worst seed | 90 % intervals cover |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, options in DESIGNS.items():
        many = seeds if int(str(options["entries"])) > SMALL else 5 * seeds
        editions = [simulated(seed, **options) for seed in range(many)]  # type: ignore[arg-type]
        raw = [tau(raw_means(edition), edition.truth) for edition in editions]
        yield row(name, "raw mean", raw, raw, None)
        judged = [tau(z_scores(edition), edition.truth) for edition in editions]
        yield row(name, "z-score of each judge", judged, raw, None)
        for method in METHODS:
            fits = [calibrate(scores_of(edition), method=method, draws=100) for edition in editions]
            taus = [tau(fit.adjusted, one.truth) for fit, one in zip(fits, editions, strict=True)]
            inside = [covered(fit, one) for fit, one in zip(fits, editions, strict=True)]
            yield row(name, method, taus, raw, inside)


def row(
    design: str, method: str, taus: list[float], raw: list[float], inside: list[float] | None
) -> str:
    gains = np.subtract(taus, raw)
    cover = "" if inside is None else f"{np.mean(inside):.3f}"
    return f"| {design} | {method} | {np.mean(taus):.3f} | {gains.mean():+.3f} | {gains.min():+.3f} | {cover} |"


def tau(found: Floats, truth: Floats) -> float:
    """Kendall's tau-b, ties being what nine figures, as the command prints them, make of them."""
    rounded = [float(f"{value:.9g}") for value in found]
    return float(np.nan_to_num(kendalltau(rounded, truth)[0]))


def covered(fit: Fit, edition: Simulated) -> float:
    return float(np.mean((fit.low <= edition.truth) & (edition.truth <= fit.high)))


def scores_of(edition: Simulated) -> Scores:
    judge, judges = compact(edition.judge)
    category = np.unique(edition.category, return_inverse=True)[1]
    return Scores(edition.entry, judge, edition.value, category, judges)


def raw_means(edition: Simulated) -> Floats:
    means: Floats = np.bincount(edition.entry, edition.value) / np.bincount(edition.entry)
    return means


def z_scores(edition: Simulated) -> Floats:
    """The commercial practice: scores less their judge's mean, over their judge's standard deviation."""
    judge, judges = compact(edition.judge)
    count = np.bincount(judge, minlength=judges)
    mean = np.bincount(judge, edition.value) / count
    left = edition.value - mean[judge]
    spread = np.sqrt(np.bincount(judge, left**2) / np.maximum(count - 1, 1))
    z = left / np.where(spread > 0, spread, 1)[judge]
    means: Floats = np.bincount(edition.entry, z) / np.bincount(edition.entry)
    return means


def speed(core: int) -> Iterator[str]:
    """Yield the processor time, wall time and peak memory of the whole command on one core."""
    yield "| plaudit calibrate FILE --json, one core | method | processor s | wall s | peak MB |"
    yield "| --- | --- | --- | --- | --- |"
    with tempfile.TemporaryDirectory(prefix="plaudit-bench-") as folder:
        for name, entries in SIZES.items():
            file = Path(folder, f"{entries}.csv")
            write(simulated(1, entries=entries), file)
            methods: tuple[Method, ...] = ("mixed",) if entries > SIZES["1e4 scores"] else METHODS
            for method in methods:
                yield f"| {name} | {method} | " + timed(
                    core, file, method, Path(folder, "out.json")
                )


def write(edition: Simulated, file: Path) -> None:
    with file.open("w") as out:
        out.write("entry,judge,category,score\n")
        columns = (edition.entry, edition.judge, edition.category[edition.entry], edition.value)
        for entry, judge, category, value in zip(*(each.tolist() for each in columns), strict=True):
            out.write(f"E{entry:06d},J{judge:05d},C{category:04d},{value:g}\n")


def timed(core: int, file: Path, method: str, out: Path) -> str:
    began = time.monotonic()
    process = os.fork()
    if process == 0:  # pragma: no cover - the command itself
        os.sched_setaffinity(0, {core})
        descriptor = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(descriptor, 1)
        command = [
            sys.executable,
            "-m",
            "plaudit.cli",
            "calibrate",
            str(file),
            "--json",
            "--method",
            method,
        ]
        os.execv(sys.executable, command)
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit(f"the command failed on {file.name}")
    spent = used.ru_utime + used.ru_stime
    return f"{spent:.2f} | {time.monotonic() - began:.2f} | {used.ru_maxrss / 1024:.0f} |"


if __name__ == "__main__":
    raise SystemExit(main())
