"""A slip in what the judges said, put right a few days after the awards were announced."""

from __future__ import annotations

import datetime as dt

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.results.actions.correction import correct_awards
from plaudit.results.models import Outcome
from plaudit.results.queries import decisions_made
from plaudit.sites.demo.build.post import post

TITLE = "A second cup"
WORDS = "Warm, exact and very well measured. The follow-up at one year set it apart."
REASON = "The judges' words said two years. The follow-up was at one year."


def correct_a_slip(entry: Entry, *, by: Person, at: dt.datetime) -> None:
    """Correct the words on last year's joint winner; its people have a mail."""
    with frozen_at(at):
        correct_awards(
            entry.category,
            {entry.pk: (Outcome.JOINT_WINNER, WORDS)},
            reason=REASON,
            seen=decisions_made(entry.category),
            by=by,
            at=at,
        )
    post(at)
