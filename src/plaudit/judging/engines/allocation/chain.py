"""Aims one after another, each proven before the next: a lexicographic chain of cheapest flows.

After each aim, arcs whose reduced cost is not zero are fixed: they are so in every plan that is best up to here
(complementary slackness). What is left free is the face of the best plans, within which the next aim is met.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from plaudit.judging.engines.allocation.flow import cheapest_flow
from plaudit.judging.engines.allocation.network import Groups, Network, network_of
from plaudit.judging.engines.allocation.potentials import potentials, reduced_costs
from plaudit.judging.engines.allocation.problem import Problem, Whole
from plaudit.judging.engines.allocation.terms import Terms


@dataclass(frozen=True, slots=True)
class Proof:
    """An aim, its prices, and potentials that prove it met."""

    aim: str
    terms: Terms
    potential: Whole


@dataclass(slots=True)
class Chain:
    """The best plan so far, the bounds of the best plans' arcs, and the proofs."""

    problem: Problem
    network: Network
    lower: Whole
    upper: Whole
    flow: Whole | None = None
    proofs: list[Proof] = field(default_factory=list)

    @classmethod
    def over(cls, problem: Problem, by_judge: Groups | None = None) -> Chain:
        network = network_of(problem, by_judge)
        return cls(problem, network, network.lower.copy(), network.upper.copy())

    def cheapest(self, terms: Terms) -> Whole:
        """Return a cheapest flow of the face."""
        cost = terms.of(self.problem, self.network)
        return cheapest_flow(self.network, cost, self.lower, self.upper)

    def meet(self, aim: str, terms: Terms, flow: Whole | None = None) -> Whole:
        """Find the cheapest flow of the face, prove it, and narrow the face to such flows. Returns the flow.

        A `flow` that is given is proven to be one. Raises NotCheapest when it is not.
        """
        cost = terms.of(self.problem, self.network)
        network, lower, upper = self.network, self.lower, self.upper
        if flow is None:
            flow = cheapest_flow(network, cost, lower, upper)
        potential = potentials(network, cost, flow, lower, upper)
        reduced = reduced_costs(self.network, cost, potential)
        self.upper = np.where(reduced > 0, lower, upper)
        self.lower = np.where(reduced < 0, upper, lower)
        self.flow = flow
        self.proofs.append(Proof(aim, terms, potential))
        return flow
