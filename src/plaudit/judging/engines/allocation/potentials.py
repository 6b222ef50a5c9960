"""Node potentials of a cheapest flow: the proof that no cheaper one exists.

For potentials π, the reduced cost of an arc u → v is cost + π(u) - π(v). When it is at least 0 wherever the flow
can grow and at most 0 wherever it can shrink, the flow is the cheapest (Ahuja, Magnanti, Orlin, Network
Flows, 1993, theorem 9.3). Distances in the residual network, by Bellman and Ford's method over arrays, are such
potentials; that they exist at all is the proof.
"""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.allocation.network import Network
from plaudit.judging.engines.allocation.problem import Whole

FEW = 4
"""Once fewer than a part in so many of the nodes changed, only their arcs are looked at."""


class NotCheapest(ArithmeticError):
    """The flow can be bettered: a cycle of negative cost is left."""


def potentials(network: Network, cost: Whole, flow: Whole, lower: Whole, upper: Whole) -> Whole:
    """Return potentials, exact whole numbers. Raises NotCheapest when the flow is not of least cost."""
    grow, shrink = np.flatnonzero(flow < upper), np.flatnonzero(flow > lower)
    tail = np.concatenate([network.tail[grow], network.head[shrink]])
    head = np.concatenate([network.head[grow], network.tail[shrink]])
    length = np.concatenate([cost[grow], -cost[shrink]])
    count = len(network.supply)
    order = np.argsort(tail, kind="stable")
    head, length = head[order], length[order]
    start = np.searchsorted(tail[order], np.arange(count + 1))
    distance = np.zeros(count, dtype=np.int64)
    active = np.arange(count)
    for _ in range(count + 1):
        arcs, degree = _arcs_of(active, start)
        reached = np.repeat(distance[active], degree) + length[arcs]
        ends = head[arcs]
        better = reached < distance[ends]
        if not better.any():
            return distance
        ends = ends[better]
        np.minimum.at(distance, ends, reached[better])
        active = np.unique(ends)
    raise NotCheapest


def _arcs_of(nodes: Whole, start: Whole) -> tuple[Whole, Whole]:
    """Return the places of all arcs out of `nodes`, and how many each has."""
    degree = start[nodes + 1] - start[nodes]
    shift = np.repeat(start[nodes] - np.concatenate([[0], np.cumsum(degree)[:-1]]), degree)
    return np.arange(degree.sum()) + shift, degree


def reduced_costs(network: Network, cost: Whole, potential: Whole) -> Whole:
    found: Whole = cost + potential[network.tail] - potential[network.head]
    return found
