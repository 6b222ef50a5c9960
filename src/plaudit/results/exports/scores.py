"""All scores of an edition as a table: one row a judge, entry and criterion."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection

from plaudit.kit.exports import Sheaf
from plaudit.programmes.models import CategoryCriterion, Edition

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
AT_ONCE = 500

# One row a scorecard, in order; its scores come beside each other, looked up as the row is sent.
SCORECARDS = """
WITH card AS MATERIALIZED (
  SELECT scorecard.id, round.position, entry.number, assignment.judge_id, round.name AS round,
         category.name AS category, entry.reference, entry.title, person.name AS judge,
         scorecard.comment, confirmation.id IS NOT NULL AS confirmed, recusal.id IS NOT NULL AS recused
  FROM judging_round round
  JOIN judging_assignment assignment ON assignment.round_id = round.id
  JOIN judging_scorecard scorecard ON scorecard.assignment_id = assignment.id
  JOIN entries_entry entry ON entry.id = assignment.entry_id
  JOIN programmes_category category ON category.id = entry.category_id
  JOIN judging_judge judge ON judge.id = assignment.judge_id
  JOIN people_person person ON person.id = judge.person_id
  LEFT JOIN judging_confirmation confirmation ON confirmation.scorecard_id = scorecard.id
  LEFT JOIN judging_recusal recusal ON recusal.assignment_id = assignment.id
  WHERE round.edition_id = %(edition)s
  ORDER BY round.position, entry.number, assignment.judge_id
)
SELECT card.round, card.category, card.reference, card.title, card.judge_id::text, card.judge,
       card.comment, card.confirmed, card.recused, given.criteria, given.values, given.comments
FROM card CROSS JOIN LATERAL (
  SELECT string_agg(score.criterion_id::text, ' ') AS criteria, array_agg(score.value) AS values,
         array_agg(score.comment) AS comments
  FROM judging_score score
  WHERE score.scorecard_id = card.id
) given
WHERE given.criteria IS NOT NULL
ORDER BY card.position, card.number, card.judge_id
"""


def scores_rows(edition: Edition, *, with_names: bool) -> Iterator[Sheaf]:
    """Yield a row for each score, unconfirmed and recused ones too, which their columns tell.

    Without names a judge is a code that stays the same within the edition and cannot be turned back.
    The rows of a scorecard come as one sheaf, read from the database as it goes.
    """
    codes: dict[str, str] = {}
    orders = _Orders(edition)
    for *entry, judge, name, comment, is_confirmed, is_recused, asked, values, comments in _fetched(
        edition
    ):
        code = codes.get(judge) or codes.setdefault(judge, judge_code(edition, UUID(judge)))
        yield Sheaf(
            before=[*entry, name if with_names and name else code],
            columns=orders.columns(asked, values, comments),
            after=[comment, is_confirmed, is_recused],
        )


class _Orders(dict[str, tuple[list[str], list[int] | None]]):
    """Criteria as a scorecard has them → their names as they are asked, and where each stands, unless all stand so."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        asked = CategoryCriterion.objects.filter(criterion__edition=edition)
        self._asked = {
            str(key): (position, name)
            for key, position, name in asked.values_list("pk", "position", "criterion__name")
        }

    def __missing__(self, criteria: str) -> tuple[list[str], list[int] | None]:
        found = sorted((*self._asked[key], at) for at, key in enumerate(criteria.split()))
        places = [at for _, _, at in found]
        self[criteria] = (
            [name for _, name, _ in found],
            None if places == sorted(places) else places,
        )
        return self[criteria]

    def columns(self, criteria: str, values: list[int | None], comments: list[str]) -> list[Any]:
        names, places = self[criteria]
        if places is None:
            return [names, values, comments]
        return [names, [values[at] for at in places], [comments[at] for at in places]]


def _fetched(edition: Edition) -> Iterator[tuple[Any, ...]]:
    """Yield the scorecards as the database finds them: it goes on finding while those before are written."""
    with connection.cursor() as cursor:
        yield from cursor.stream(SCORECARDS, {"edition": edition.pk}, size=AT_ONCE)


def judge_code(edition: Edition, judge: UUID) -> str:
    """Return "Judge 3f9a1c": from a digest of edition and judge."""
    return "Judge " + hashlib.sha256(edition.pk.bytes + judge.bytes).hexdigest()[:6]
