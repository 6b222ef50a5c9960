"""The proof in a form that a small program can check without trust in this one.

Every aim of the chain stands with its prices and the potentials of entries, judges and groups; the sink's is 0.
`docs/engineering/allocation.md` says how to check it; `tests/…/verify_certificate.py` does.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain, Proof
from plaudit.judging.engines.allocation.engine import Allocation
from plaudit.judging.engines.allocation.network import Groups
from plaudit.judging.engines.allocation.problem import Name, Problem


def certificate(found: Allocation) -> dict[str, Any]:
    """Return the certificate as JSON can hold it. Lists of potentials follow the names in `order`."""
    problem, chain = found.problem, found.chain
    proves = "optimum"
    if found.time is not None:
        proves = "bound"
    elif found.fairness is not None:
        proves = "best total before fairness"
    return {
        "proves": proves,
        "scale": problem.scale,
        "minutes_scale": problem.minutes_scale,
        "order": "entries and judges sorted by their ids as text",
        "stages": [_stage(chain, proof) for proof in chain.proofs],
        "employer_groups": _groups(
            chain.network.by_employer, problem.entries.names, problem.judges.employers
        ),
        "category_groups": _groups(
            chain.network.by_category, problem.judges.names, problem.categories
        ),
    }


def _stage(chain: Chain, proof: Proof) -> dict[str, Any]:
    terms, network = proof.terms, chain.network
    potential = proof.potential - proof.potential[network.sink]
    employers = network.sink + 1
    categories = employers + len(network.by_employer)
    stage: dict[str, Any] = {
        "aim": proof.aim,
        "prices": {
            "score": terms.score,
            "lowest": terms.lowest,
            "kept": terms.kept,
            "unfilled": terms.unfilled,
            "short": terms.short,
        },
        "potentials": {
            "entries": potential[: network.entries].tolist(),
            "judges": potential[network.entries : network.sink].tolist(),
            "employer_groups": potential[employers:categories].tolist(),
            "category_groups": potential[categories:].tolist(),
        },
    }
    if terms.levels:
        stage["levels"] = [[level.low, level.high, level.price] for level in terms.levels]
    if len(terms.minutes):
        stage["minutes"] = terms.minutes.tolist()
    return stage


def _groups(groups: Groups, owners: list[Name], kinds: list[Name]) -> list[list[Name]]:
    return [
        [owners[owner], kinds[kind]]
        for owner, kind in zip(groups.owner.tolist(), groups.kind.tolist(), strict=True)
    ]


def reading(problem: Problem, found: Allocation) -> dict[str, Any] | None:
    """Say how reading time was respected and how far from the best the plan may be; None without limits."""
    if not (problem.judges.max_minutes >= 0).any():
        return None
    time = found.time
    if time is None:
        return {
            "binding_judges": 0,
            "is_best": True,
            "words": (
                "The best plan keeps within everybody's reading time, which therefore costs nothing: "
                "it is the best with the limits too."
            ),
        }
    total = float(problem.pairs.weight @ found.chosen) / problem.scale
    bound = time.total_bound / problem.scale
    empty = int(problem.entries.demand.sum() - found.chosen.sum())
    words = f"Reading time binds for {time.binds} judge{'' if time.binds == 1 else 's'}. "
    if time.is_best:
        words += "The plan is the best within it: bound and plan meet, or branch and bound ended."
    else:
        words += (
            f"The plan keeps within it; {empty} seats are empty, and no plan has fewer than "
            f"{time.fewest_empty}. With as many seats filled no plan's total passes {bound:,.6g}; "
            f"this one's is {total:,.6g}."
        )
        if problem.objective != "total":
            words += f" The aim “{problem.objective}” was given up for the greatest total."
    return {
        "binding_judges": time.binds,
        "is_best": time.is_best,
        "fewest_unfilled": time.fewest_empty,
        "total_bound": bound,
        "gap": (bound - total) / abs(bound) if bound else 0.0,
        "words": words,
    }


def seat_scores(found: Allocation) -> np.ndarray[tuple[int], Any]:
    """The scores of the plan's seats, ascending, as given."""
    return np.sort(found.problem.scores[found.chosen > 0])
