"""The cheapest flow, by OR-tools' cost-scaling push-relabel (Goldberg, 1997)."""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.allocation.network import Network
from plaudit.judging.engines.allocation.problem import Whole


def cheapest_flow(network: Network, cost: Whole, lower: Whole, upper: Whole) -> Whole:
    """Return a flow of least cost within the bounds. Arcs without room are not given to the solver.

    Raises ArithmeticError when costs are too great for it. A flow within the bounds must exist.
    """
    from ortools.graph.python import min_cost_flow  # type: ignore[import-untyped]

    flow = lower.copy()
    free = np.flatnonzero(upper > lower)
    if len(free) == 0:
        return flow
    supply = network.supply - _net(network, lower)
    nodes, ends = np.unique(
        np.concatenate([network.tail[free], network.head[free]]), return_inverse=True
    )
    solver = min_cost_flow.SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        ends[: len(free)].astype(np.int32),
        ends[len(free) :].astype(np.int32),
        upper[free] - lower[free],
        cost[free],
    )
    solver.set_nodes_supplies(np.arange(len(nodes), dtype=np.int32), supply[nodes])
    status = solver.solve()
    if status == solver.BAD_COST_RANGE:
        raise ArithmeticError("The costs are too great for the solver's whole numbers.")
    if status != solver.OPTIMAL:
        raise AssertionError(f"a network with empty seats always has a flow, not {status}")
    flow[free] += solver.flows(arcs)
    return flow


def _net(network: Network, flow: Whole) -> Whole:
    """What each node sends out less what it takes in."""
    used = np.flatnonzero(flow)
    count = len(network.supply)
    out = np.bincount(network.tail[used], weights=flow[used], minlength=count)
    into = np.bincount(network.head[used], weights=flow[used], minlength=count)
    net: Whole = (out - into).astype(np.int64)
    return net
