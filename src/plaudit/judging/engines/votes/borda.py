"""Borda's count: a candidate has a point for each other whom a voter ranks below.

Those a ballot ranks alike share the points of their places evenly, and so do those whom it does not rank, in
the places that are left: the averaged (or "tournament") Borda of partial ballots (Emerson, *The original Borda
count and partial voting*, Social Choice and Welfare 40, 2013, compares the variants). Exact fractions.
"""

from __future__ import annotations

from fractions import Fraction

from plaudit.judging.engines.votes.ballots import Profile

RULE = "Borda, n-1 points for a first place; candidates ranked alike or not at all share evenly"


def borda(profile: Profile) -> dict[str, Fraction]:
    """Return each candidate's points."""
    points = dict.fromkeys(profile.candidates, Fraction(0))
    everybody = frozenset(profile.candidates)
    for ballot in profile.ballots:
        below = len(profile.candidates)
        ranked = frozenset(name for alike in ballot.ranks for name in alike)
        for alike in (*ballot.ranks, tuple(everybody - ranked)):
            if not alike:
                continue
            below -= len(alike)
            share = Fraction(2 * below + len(alike) - 1, 2) * ballot.count
            for name in alike:
                points[name] += share
    return points
