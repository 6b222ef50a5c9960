"""Whether something is allowed and, when it is not, why, in words for the person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """The answer of a rule. Truthy when allowed; `reason` is shown to the person otherwise."""

    is_allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.is_allowed


ALLOWED = Verdict(is_allowed=True)


def refused(reason: str) -> Verdict:
    """Return a refusal with its reason, a whole sentence."""
    return Verdict(is_allowed=False, reason=reason)


class Refused(Exception):
    """Raised by an action whose rule said no. The message is meant for the person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def require(verdict: Verdict) -> None:
    """Raise `Refused` with the verdict's reason unless it allows."""
    if not verdict:
        raise Refused(verdict.reason)
