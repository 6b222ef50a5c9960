"""The roles of the crawls, and how a row of their table says what each is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

Answers = Mapping[str, int]
Arguments = Callable[[SimpleNamespace], dict[str, Any]]

SIGN_IN = 302
SIGNED_OUT = 401
REFUSED = 403
NOTHING_THERE = 404
NOT_THAT_METHOD = 405
CONFLICT = 409
ROLES = (
    "anonymous",
    "stranger",
    "owner",
    "reader",
    "writer",
    "rival",
    "awards_lead",
    "judge",
    "conflicted",
    "other_judge",
    "director",
    "entries_desk",
    "media_desk",
    "judging_desk",
    "other_director",
)
ENTRANTS = ("owner", "reader", "writer")
DESKS = ("entries_desk", "media_desk", "judging_desk")


def everybody(status: int, **others: int) -> Answers:
    """Return one answer for all roles but those named."""
    return dict.fromkeys(ROLES, status) | others


def nobody_but(anonymous: int, *groups: tuple[tuple[str, ...], int]) -> Answers:
    """Return 404 for all roles but the groups named; `anonymous` for who is signed out."""
    answers = everybody(NOTHING_THERE, anonymous=anonymous)
    for roles, status in groups:
        answers |= dict.fromkeys(roles, status)
    return answers


def no_arguments(place: SimpleNamespace) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Route:
    name: str
    get: Answers
    post: Answers
    address: Arguments = no_arguments


NEITHER = everybody(NOT_THAT_METHOD)
SIGNED_IN = everybody(200, anonymous=SIGN_IN)
EVERYBODY = everybody(200)
