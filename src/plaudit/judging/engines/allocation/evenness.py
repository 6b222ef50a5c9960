"""Of all plans that are equally good, the one whose loads are the most even, and judges meet in many mixtures.

The sum of squared loads is a convex cost: the k-th entry of a judge costs 2k - 1 (Harvey, Ladner, Lovász, Tamir,
Semi-matchings for bipartite graphs and load balancing, Journal of Algorithms 59, 2006). What then still ties
is decided by a mixing of the names, so that the same judges do not always sit together: on that mixing
rests the later calibration of their scores.
"""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Sequence

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.flow import cheapest_flow
from plaudit.judging.engines.allocation.problem import Name, Pairs, Whole
from plaudit.judging.engines.allocation.terms import cycle

MIXTURES = 16


def most_even(chain: Chain) -> Whole:
    """Return a flow of the chain's face with the least sum of squared loads. The face stays as it is."""
    network, problem = chain.network, chain.problem
    loads = slice(network.minimums.start, network.rest.stop)
    others = np.r_[0 : loads.start, loads.stop : len(network.tail)]
    least = chain.lower[network.minimums] + chain.lower[network.rest]
    most = chain.upper[network.minimums] + chain.upper[network.rest]
    steps = most - least
    judge = np.repeat(np.arange(network.judges), steps)
    nth = np.arange(len(judge)) - np.repeat(np.cumsum(steps) - steps, steps) + least[judge] + 1
    price = 2 * MIXTURES * cycle(problem)
    mixed = np.zeros(len(others), dtype=np.int64)
    mixed[: network.pairs] = _mixture(problem.pairs, problem.entries.names, problem.judges.names)
    every_judge = network.entries + np.arange(network.judges)
    ends = np.full(network.judges + len(judge), network.sink)
    stepped = dataclasses.replace(
        network,
        tail=np.concatenate([network.tail[others], every_judge, network.entries + judge]),
        head=np.concatenate([network.head[others], ends]),
    )
    flow = cheapest_flow(
        stepped,
        np.concatenate([mixed, np.zeros(network.judges, dtype=np.int64), price * (2 * nth - 1)]),
        np.concatenate([chain.lower[others], least, np.zeros(len(judge), dtype=np.int64)]),
        np.concatenate([chain.upper[others], least, np.ones(len(judge), dtype=np.int64)]),
    )
    return flow[: network.pairs]


def _mixture(pairs: Pairs, entries: Sequence[Name], judges: Sequence[Name]) -> Whole:
    """A number below MIXTURES for each pair, from the names alone."""
    mixed = _digests(entries)[pairs.entry] ^ (_digests(judges) * np.uint64(2654435761))[pairs.judge]
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    found: Whole = ((mixed >> np.uint64(40)) % np.uint64(MIXTURES)).astype(np.int64)
    return found


def _digests(names: Sequence[Name]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    return np.fromiter((zlib.crc32(str(name).encode()) for name in names), np.uint64, len(names))
