"""How many people put one candidate above another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from plaudit.judging.engines.votes.ballots import Profile


def preferences(profile: Profile, *, unranked_below: bool) -> NDArray[np.int64]:
    """Return P, candidates × candidates: P[i, j] people put i above j.

    `unranked_below`: a ranked candidate is above one whom the ballot leaves out; otherwise nothing is said
    about those. Two who are ranked alike, or both left out, are neither above the other.
    """
    place = {name: number for number, name in enumerate(profile.candidates)}
    above = np.zeros((len(place), len(place)), dtype=np.int64)
    for ballot in profile.ballots:
        groups = [np.array([place[name] for name in alike]) for alike in ballot.ranks]
        if unranked_below:
            ranked = np.concatenate(groups)
            groups.append(np.setdiff1d(np.arange(len(place)), ranked))
        for number, group in enumerate(groups[:-1]):
            below = np.concatenate(groups[number + 1 :])
            above[np.ix_(group, below)] += ballot.count
    return above
