"""The single transferable vote, by the weighted inclusive Gregory method, in exact fractions.

When a candidate has more than the quota, *every* ballot they hold goes on, at its value times
surplus ÷ the candidate's total (weighted inclusive Gregory: Farrell and McAllister, *The 1983 change in surplus
vote transfer procedures for the Australian Senate*, 2003; the method of Scottish council elections, which
rounds to five places where this does not). One surplus at a time, the largest first; when there is none, the
candidate with the fewest votes is excluded and their ballots go on at the value they came at. Candidates who
are as many as the seats left are elected without reaching the quota.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from plaudit.judging.engines.votes.ballots import Profile
from plaudit.judging.engines.votes.ties import CastingVote, Decided, Rule, settle


class Quota(StrEnum):
    """How many votes elect for certain."""

    DROOP = "droop"
    EXACT_DROOP = "exact-droop"
    HARE = "hare"


RULES = {
    Quota.DROOP: "Droop quota, ⌊votes ÷ (seats + 1)⌋ + 1",
    Quota.EXACT_DROOP: "exact Droop quota, votes ÷ (seats + 1), to be exceeded",
    Quota.HARE: "Hare quota, votes ÷ seats",
}


class NotStrict(ValueError):
    """A ballot ranks two candidates alike, which STV does not count."""


class TieNotSettled(Exception):
    """The count stopped: candidates are tied, and neither an earlier count nor a casting vote parts them."""

    def __init__(self, between: tuple[str, ...], what: str, so_far: StvResult) -> None:
        super().__init__(f"{', '.join(between)} are tied for {what}")
        self.between, self.what, self.so_far = between, what, so_far


@dataclass(frozen=True)
class Count:
    """One count: what was done, whose votes went where, and everybody's totals afterwards."""

    number: int
    action: str
    candidate: str | None
    totals: dict[str, Fraction]
    exhausted: Fraction
    elected: tuple[str, ...]
    tie: str = ""


@dataclass
class StvResult:
    """The whole count: the rules it went by, the quota, each count, and who was elected in what order."""

    rules: str
    seats: int
    votes: int
    quota: Fraction
    counts: list[Count] = field(default_factory=list)
    elected: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)


def count_stv(
    profile: Profile,
    seats: int,
    *,
    quota: Quota = Quota.DROOP,
    casting: CastingVote | None = None,
) -> StvResult:
    """Count the votes for `seats` places.

    Ties (whose surplus goes first, who is excluded) go by the latest earlier count in which the tied differed,
    then by the casting vote. Raises ValueError for a number of seats that is none, NotStrict, TieNotSettled.
    """
    if seats < 1:
        raise ValueError("There must be at least one seat.")
    for ballot in profile.ballots:
        if not ballot.is_strict:
            alike = next(alike for alike in ballot.ranks if len(alike) > 1)
            order = " > ".join(" = ".join(group) for group in ballot.ranks)
            raise NotStrict(
                f"The ballot “{order[:80]}” ranks {' and '.join(alike)} alike. STV needs one order a ballot."
            )
    return _Counting(profile, seats, quota, casting).run()


@dataclass
class _Paper:
    """Ballots of one order that are at one value: `at` is the place of the candidate who holds them."""

    order: tuple[str, ...]
    value: Fraction
    at: int = 0


class _Counting:
    def __init__(
        self, profile: Profile, seats: int, quota: Quota, casting: CastingVote | None
    ) -> None:
        votes = profile.total
        self.casting = casting
        self.seats = min(seats, len(profile.candidates))
        self.must_exceed = quota == Quota.EXACT_DROOP
        self.continuing = set(profile.candidates)
        self.held: dict[str, list[_Paper]] = {name: [] for name in profile.candidates}
        self.exhausted = Fraction(0)
        self.pending: list[str] = []
        amount = {
            Quota.DROOP: Fraction(votes // (seats + 1) + 1),
            Quota.EXACT_DROOP: Fraction(votes, seats + 1),
            Quota.HARE: Fraction(votes, seats),
        }[quota]
        self.result = StvResult(
            rules=f"STV, weighted inclusive Gregory, {RULES[quota]}, exact fractions",
            seats=self.seats,
            votes=votes,
            quota=amount,
        )
        for ballot in profile.ballots:
            order = tuple(alike[0] for alike in ballot.ranks)
            self.held[order[0]].append(_Paper(order, Fraction(ballot.count)))

    def run(self) -> StvResult:
        self._record("first preferences", None, "")
        while len(self.result.elected) < self.seats:
            if len(self.continuing) <= self.seats - len(self.result.elected):
                self._elect_the_rest()
            elif self.pending:
                self._transfer_surplus()
            else:
                self._exclude()
        return self.result

    def _totals(self) -> dict[str, Fraction]:
        return {name: sum((p.value for p in held), Fraction(0)) for name, held in self.held.items()}

    def _reaches(self, total: Fraction) -> bool:
        return total > self.result.quota if self.must_exceed else total >= self.result.quota

    def _record(self, action: str, candidate: str | None, tie: str) -> None:
        """Elect whoever reaches the quota, the strongest first, and keep the count."""
        totals = self._totals()
        reached = [name for name in self.continuing if self._reaches(totals[name])]
        for name in sorted(reached, key=lambda name: (-totals[name], name)):
            self.continuing.discard(name)
            self.result.elected.append(name)
            if totals[name] > self.result.quota:
                self.pending.append(name)
        elected = tuple(self.result.elected)
        number = len(self.result.counts) + 1
        self.result.counts.append(
            Count(number, action, candidate, totals, self.exhausted, elected, tie)
        )

    def _elect_the_rest(self) -> None:
        totals = self._totals()
        for name in sorted(self.continuing, key=lambda name: (-totals[name], name)):
            self.result.elected.append(name)
        self.continuing.clear()
        self._record("elected without the quota, as many as the seats left", None, "")

    def _transfer_surplus(self) -> None:
        totals = self._totals()
        most = max(totals[name] for name in self.pending)
        name, tie = self._one_of(
            [name for name in self.pending if totals[name] == most], "the next surplus"
        )
        self.pending.remove(name)
        surplus = totals[name] - self.result.quota
        papers, self.held[name] = self.held[name], []
        share = surplus / totals[name]
        self.held[name] = [_Paper((name,), self.result.quota)]
        for paper in papers:
            self._pass_on(_Paper(paper.order, paper.value * share, paper.at))
        self._record("surplus transferred", name, tie)

    def _exclude(self) -> None:
        totals = self._totals()
        fewest = min(totals[name] for name in self.continuing)
        name, tie = self._one_of(
            [name for name in self.continuing if totals[name] == fewest],
            "exclusion",
            is_worst=True,
        )
        self.continuing.discard(name)
        self.result.excluded.append(name)
        papers, self.held[name] = self.held[name], []
        for paper in papers:
            self._pass_on(paper)
        self._record("excluded", name, tie)

    def _pass_on(self, paper: _Paper) -> None:
        for at in range(paper.at + 1, len(paper.order)):
            if paper.order[at] in self.continuing:
                self.held[paper.order[at]].append(_Paper(paper.order, paper.value, at))
                return
        self.exhausted += paper.value

    def _one_of(self, tied: Sequence[str], what: str, *, is_worst: bool = False) -> tuple[str, str]:
        """Return the first of the tied, or the last of them for an exclusion, and what settled it."""
        if len(tied) == 1:
            return tied[0], ""
        earlier = [
            Rule(f"count {count.number}", count.totals) for count in reversed(self.result.counts)
        ]
        decided: Decided = settle(tied, earlier, self.casting)
        group = decided.groups[-1 if is_worst else 0]
        if len(group) > 1:
            raise TieNotSettled(group, what, self.result)
        return group[0], "; ".join(f"{rule} of {', '.join(of)}" for rule, of in decided.steps)
