"""All scores of an edition as a table: one row a judge, entry and criterion."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from plaudit.kit.exports import Sheaf
from plaudit.programmes.models import Edition

HEADER = [
    "Round",
    "Category",
    "Reference",
    "Entry",
    "Judge",
    "Criterion",
    "Score",
    "Comment",
    "Comment on the whole entry",
    "Confirmed",
    "Recused",
]
CHUNK = 1000

# One row a scorecard, its scores gathered in three arrays: what they share is read and sent once.
SCORECARDS = """
WITH asked AS MATERIALIZED (
  SELECT asked.id, asked.position, criterion.name
  FROM programmes_categorycriterion asked
  JOIN programmes_criterion criterion ON criterion.id = asked.criterion_id
  WHERE criterion.edition_id = %(edition)s
), given AS MATERIALIZED (
  SELECT score.scorecard_id, array_agg(asked.name ORDER BY asked.position) AS names,
         array_agg(score.value ORDER BY asked.position) AS values,
         array_agg(score.comment ORDER BY asked.position) AS comments
  FROM judging_score score JOIN asked ON asked.id = score.criterion_id
  GROUP BY score.scorecard_id
)
SELECT round.name, category.name, entry.reference, entry.title, assignment.judge_id, person.name,
       scorecard.comment, confirmation.id IS NOT NULL, recusal.id IS NOT NULL,
       given.names, given.values, given.comments
FROM given
JOIN judging_scorecard scorecard ON scorecard.id = given.scorecard_id
JOIN judging_assignment assignment ON assignment.id = scorecard.assignment_id
JOIN judging_round round ON round.id = assignment.round_id
JOIN entries_entry entry ON entry.id = assignment.entry_id
JOIN programmes_category category ON category.id = entry.category_id
JOIN judging_judge judge ON judge.id = assignment.judge_id
JOIN people_person person ON person.id = judge.person_id
LEFT JOIN judging_confirmation confirmation ON confirmation.scorecard_id = scorecard.id
LEFT JOIN judging_recusal recusal ON recusal.assignment_id = assignment.id
WHERE round.edition_id = %(edition)s
ORDER BY round.position, entry.number, assignment.judge_id
"""


def scores_rows(edition: Edition, *, with_names: bool) -> Iterator[Sheaf]:
    """Yield a row for each score, unconfirmed and recused ones too, which their columns tell.

    Without names a judge is a code that stays the same within the edition and cannot be turned back.
    The rows of a scorecard come as one sheaf, read from the database as it goes.
    """
    codes: dict[UUID, str] = {}
    for *entry, judge, name, comment, is_confirmed, is_recused, names, values, comments in _fetched(
        edition
    ):
        code = codes.get(judge) or codes.setdefault(judge, judge_code(edition, judge))
        yield Sheaf(
            before=[*entry, name if with_names and name else code],
            rows=zip(names, values, comments, strict=True),
            after=[comment, is_confirmed, is_recused],
        )


def _fetched(edition: Edition) -> Iterator[tuple[Any, ...]]:
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(SCORECARDS, {"edition": edition.pk})
        while rows := cursor.fetchmany(CHUNK):
            yield from rows


def judge_code(edition: Edition, judge: UUID) -> str:
    """Return "Judge 3f9a1c": from a digest of edition and judge."""
    return "Judge " + hashlib.sha256(edition.pk.bytes + judge.bytes).hexdigest()[:6]
