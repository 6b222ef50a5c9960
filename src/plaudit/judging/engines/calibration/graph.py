"""Who can be compared with whom: judges and entries as a graph, joined where a judge scored an entry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Integers
from plaudit.judging.engines.calibration.scores import Scores
from plaudit.judging.engines.calibration.sums import incidence


@dataclass(frozen=True, slots=True)
class Groups:
    """The connected parts: the number of its part for every entry and judge."""

    count: int
    of_entry: Integers
    of_judge: Integers


def groups_of(scores: Scores) -> Groups:
    """Return the parts within which scores can be compared: no judge scored in two of them."""
    from scipy.sparse import block_array
    from scipy.sparse.csgraph import connected_components

    met = incidence(scores)
    graph = block_array([[None, met], [met.T, None]], format="csr")
    count, label = connected_components(graph, directed=False)
    of_entry, of_judge = label[: scores.entries], label[scores.entries :]
    return Groups(int(count), of_entry.astype(np.int64), of_judge.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Hinge:
    """A judge without whom two parts of the entries could not be compared: entries on the smaller side."""

    judge: int
    entries: int


def hinges_of(scores: Scores, groups: Groups) -> list[Hinge]:
    """Return the judges on whom alone a comparison hangs.

    These are articulation points of the graph (Hopcroft and Tarjan 1973, Communications of the ACM 16:
    372-378) among the judges, with two entries or more and another judge on each side: an entry with one
    reader cuts nothing off.
    """
    sizes = np.bincount(groups.of_entry, minlength=groups.count)
    panels = np.bincount(groups.of_judge, minlength=groups.count)
    cuts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for judge, entries, judges in _below(scores, groups):
        cuts[judge].append((entries, judges))
    hinges = []
    for judge, parts in sorted(cuts.items()):
        group = groups.of_judge[judge]
        whole, others = int(sizes[group]), int(panels[group]) - 1
        above = whole - sum(part[0] for part in parts), others - sum(part[1] for part in parts)
        smaller = max(
            min(entries, whole - entries) if 0 < judges < others else 0
            for entries, judges in [*parts, above]
        )
        if smaller >= 2:
            hinges.append(Hinge(judge, smaller))
    return hinges


def _below(scores: Scores, groups: Groups) -> list[tuple[int, int, int]]:
    """Return judges and how many entries and other judges each cuts off from the root of a deep search.

    One more node, joined to the first entry of each part, lets one search reach them all.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import depth_first_order

    nodes = scores.entries + scores.judges
    firsts = np.unique(groups.of_entry, return_index=True)[1]
    one = np.concatenate((scores.entry, np.full(len(firsts), nodes)))
    other = np.concatenate((scores.judge + scores.entries, firsts))
    rows, columns = np.concatenate((one, other)), np.concatenate((other, one))
    graph = csr_array((np.ones(len(rows), np.int8), (rows, columns)), shape=(nodes + 1, nodes + 1))
    order, parent = depth_first_order(graph, nodes, directed=True)
    found_at = np.empty(nodes + 1, np.int64)
    found_at[order] = np.arange(nodes + 1)
    nearest = np.minimum.reduceat(found_at[graph.indices], graph.indptr[:-1])
    return _gathered(order.tolist(), parent.tolist(), found_at.tolist(), nearest.tolist(), scores)


def _gathered(
    order: list[int], parent: list[int], found_at: list[int], lowest: list[int], scores: Scores
) -> list[tuple[int, int, int]]:
    first_judge, root = scores.entries, scores.entries + scores.judges
    entries = [1] * first_judge + [0] * (scores.judges + 1)
    judges = [0] * first_judge + [1] * (scores.judges + 1)
    cuts: list[tuple[int, int, int]] = []
    for node in reversed(order[1:]):
        above = parent[node]
        if lowest[node] >= found_at[above] and first_judge <= above < root:
            cuts.append((above - first_judge, entries[node], judges[node]))
        entries[above] += entries[node]
        judges[above] += judges[node]
        lowest[above] = min(lowest[above], lowest[node])
    return cuts
