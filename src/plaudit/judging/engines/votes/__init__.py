"""Counting ranked votes: exactly, and by rules that are named in the result."""

from plaudit.judging.engines.votes.ballots import Ballot, Profile, UnreadableBallots, read_ballots
from plaudit.judging.engines.votes.borda import borda
from plaudit.judging.engines.votes.bradley_terry import bradley_terry
from plaudit.judging.engines.votes.kemeny import TooManyCandidates, kemeny
from plaudit.judging.engines.votes.stv import count_stv
from plaudit.judging.engines.votes.ties import CastingVote, Decided, Rule, settle

__all__ = [
    "Ballot",
    "CastingVote",
    "Decided",
    "Profile",
    "Rule",
    "TooManyCandidates",
    "UnreadableBallots",
    "borda",
    "bradley_terry",
    "count_stv",
    "kemeny",
    "read_ballots",
    "settle",
]
