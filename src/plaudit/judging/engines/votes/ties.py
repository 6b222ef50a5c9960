"""Ties, settled by rules that are stated, in their order, and in the end by a person who is named.

Nothing is ever settled by an identifier, a name's spelling, or chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Rule:
    """A rule, in words, and what it gives each candidate: more is better. One it does not speak of is not parted."""

    name: str
    values: Mapping[str, Fraction | float]


@dataclass(frozen=True)
class CastingVote:
    """The order in which somebody would have it, best first. `by` is who says so."""

    by: str
    order: tuple[str, ...]


@dataclass(frozen=True)
class Decided:
    """Candidates from best to worst, in groups; a group of several is a tie that no rule settled.

    `steps` tells which rule parted whom: (the rule's name, those who were tied before it).
    """

    groups: tuple[tuple[str, ...], ...]
    steps: tuple[tuple[str, tuple[str, ...]], ...]


def settle(
    tied: Sequence[str], rules: Sequence[Rule], casting: CastingVote | None = None
) -> Decided:
    """Part the tied by the first rule that can, those still tied by the next, and at last by the casting vote.

    A casting vote counts only if it names all of those who are still tied.
    """
    groups: list[tuple[str, ...]] = [tuple(sorted(tied))]
    steps: list[tuple[str, tuple[str, ...]]] = []
    for rule in [*rules, *_as_rule(casting)]:
        parted: list[tuple[str, ...]] = []
        for group in groups:
            pieces = _parted(group, rule)
            if len(pieces) > 1:
                steps.append((rule.name, group))
            parted += pieces
        groups = parted
    return Decided(tuple(groups), tuple(steps))


def head_to_head(tied: Sequence[str], scores: Mapping[str, Mapping[str, float]]) -> Rule:
    """Return the rule "wins among judges who scored both", by `scores[judge][candidate]`.

    A candidate's value is the number of the tied whom more of the common judges put below it than above it,
    less those whom more put above it (Copeland's score among the tied).
    """
    values = dict.fromkeys(tied, Fraction(0))
    for place, one in enumerate(tied):
        for other in tied[place + 1 :]:
            both = [given for given in scores.values() if one in given and other in given]
            lead = sum((given[one] > given[other]) - (given[one] < given[other]) for given in both)
            sign = (lead > 0) - (lead < 0)
            values[one] += sign
            values[other] -= sign
    return Rule("judges who scored both", values)


def _as_rule(casting: CastingVote | None) -> list[Rule]:
    if casting is None:
        return []
    values = {name: Fraction(-place) for place, name in enumerate(casting.order)}
    return [Rule(f"casting vote of {casting.by}", values)]


def _parted(group: tuple[str, ...], rule: Rule) -> list[tuple[str, ...]]:
    if len(group) == 1 or any(name not in rule.values for name in group):
        return [group]
    by_value: dict[Fraction | float, list[str]] = {}
    for name in group:
        by_value.setdefault(rule.values[name], []).append(name)
    return [tuple(by_value[value]) for value in sorted(by_value, reverse=True)]
