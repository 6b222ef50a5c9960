"""What others would do with the same file: greedy, and scipy's HiGHS on the whole programme.

python -m bench.allocation_peers greedy|highs FILE
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array


def main(method: str, file: str) -> None:
    """Print the total, the empty seats and the seconds beyond reading, as JSON."""
    problem = json.loads(Path(file).read_text())
    began = time.perf_counter()
    pairs = permitted(problem)
    chosen = {"greedy": greedy, "highs": highs}[method](problem, pairs)
    seats = sum(entry["demand"] for entry in problem["entries"])
    total = sum(pairs[place][2] for place in chosen)
    seconds = time.perf_counter() - began
    print(json.dumps({"total": total, "empty": seats - len(chosen), "seconds": seconds}))


def permitted(problem: dict[str, Any]) -> list[tuple[int, int, int]]:
    """Return the pairs, as places and score, without conflicts and the judges' own employers."""
    entry = {one["id"]: place for place, one in enumerate(problem["entries"])}
    judge = {one["id"]: place for place, one in enumerate(problem["judges"])}
    barred = {tuple(pair) for pair in problem["conflicts"]}
    own = [set(one["organisations"]) for one in problem["entries"]]
    employer = [one["employer"] for one in problem["judges"]]
    return [
        (entry[e], judge[j], score)
        for e, j, score in problem["affinity"]
        if (e, j) not in barred and employer[judge[j]] not in own[entry[e]]
    ]


def greedy(problem: dict[str, Any], pairs: list[tuple[int, int, int]]) -> list[int]:
    """Take the best pair that still fits, again and again."""
    seats = [one["demand"] for one in problem["entries"]]
    places = [one["max"] for one in problem["judges"]]
    chosen = []
    for place in sorted(range(len(pairs)), key=lambda one: -pairs[one][2]):
        entry, judge, _ = pairs[place]
        if seats[entry] and places[judge]:
            seats[entry] -= 1
            places[judge] -= 1
            chosen.append(place)
    return chosen


def highs(problem: dict[str, Any], pairs: list[tuple[int, int, int]]) -> list[int]:
    """Solve the whole as one mixed-integer programme."""
    entry, judge, score = (np.array(column) for column in zip(*pairs, strict=True))
    entries, count = len(problem["entries"]), len(pairs)
    rows = np.concatenate([entry, entries + judge])
    matrix = csr_array((np.ones(2 * count), (rows, np.tile(np.arange(count), 2))))
    demand = [one["demand"] for one in problem["entries"]]
    low = [*demand, *(one["min"] for one in problem["judges"])]
    high = [*demand, *(one["max"] for one in problem["judges"])]
    done = milp(
        -score.astype(float),
        integrality=np.ones(count),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, low, high),
        options={"mip_rel_gap": 0},
    )
    return np.flatnonzero(done.x > 0.5).tolist()


if __name__ == "__main__":
    main(*sys.argv[1:])
