"""The judges as the public may know them."""

from __future__ import annotations

from dataclasses import dataclass

from plaudit.judging.queries import judges_of
from plaudit.programmes.models import Edition


@dataclass(frozen=True)
class PublicJudge:
    """A judge's name and work: never an address, a category or what they have read."""

    name: str
    job_title: str
    employer: str
    biography: str


def public_judges(edition: Edition) -> list[PublicJudge]:
    """Return the judges who have accepted the terms, by name; none where the edition keeps its judges private."""
    if not edition.shows_judges:
        return []
    return [
        PublicJudge(
            judge.person.name,
            judge.person.job_title,
            judge.employer.name if judge.employer else "",
            judge.biography,
        )
        for judge in judges_of(edition)
        if judge.person.name and judge.has_accepted_terms  # type: ignore[attr-defined]
    ]
