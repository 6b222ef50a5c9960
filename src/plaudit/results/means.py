"""Means of scores, computed by the database: one query for a page, a category or a whole edition.

A scorecard counts when its judge confirmed it, was not recused from the entry, and the entry stands as
submitted. Its value is the per cent of the possible maximum, by the weights of the category's scored
sections when all of them have one, alike otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db import connection

from plaudit.judging.models import Round
from plaudit.programmes.models import Category
from plaudit.results.ranking import EntryScores

WEIGHTS = """
  SELECT id, CASE WHEN bool_and(weight IS NOT NULL) OVER (PARTITION BY category_id)
                   AND sum(weight) OVER (PARTITION BY category_id) > 0
                  THEN weight ELSE 1 END AS weight
  FROM programmes_categorycriterion
  WHERE is_scored AND category_id IN (SELECT DISTINCT category_id FROM chosen)
"""

PERCENTAGES = f"""
WITH chosen AS MATERIALIZED (
  SELECT id, category_id, number FROM entries_entry WHERE status = 'submitted' AND {{which}}
), weights AS MATERIALIZED ({WEIGHTS}), scorecards AS (
  SELECT assignment.entry_id, assignment.judge_id,
         sum(score.value * weights.weight) * 10 / nullif(sum(weights.weight), 0) AS percent
  FROM judging_assignment assignment
  JOIN chosen ON chosen.id = assignment.entry_id
  JOIN judging_scorecard scorecard ON scorecard.assignment_id = assignment.id
  JOIN judging_confirmation confirmation ON confirmation.scorecard_id = scorecard.id
  JOIN judging_score score ON score.scorecard_id = scorecard.id AND score.value IS NOT NULL
  JOIN weights ON weights.id = score.criterion_id
  WHERE assignment.round_id = %s
    AND NOT EXISTS (SELECT 1 FROM judging_recusal WHERE assignment_id = assignment.id)
  GROUP BY assignment.entry_id, assignment.judge_id, scorecard.id
)
"""  # noqa: S608 - `which` is one of the two constants below

SUMMARIES = """
SELECT chosen.id, count(scorecards.percent), avg(scorecards.percent)::float8,
       stddev_samp(scorecards.percent)::float8, min(scorecards.percent)::float8,
       max(scorecards.percent)::float8
FROM chosen LEFT JOIN scorecards ON scorecards.entry_id = chosen.id
GROUP BY chosen.id, chosen.number ORDER BY chosen.number
"""

EACH = """
SELECT scorecards.entry_id, scorecards.judge_id, coalesce(nullif(person.name, ''), person.email),
       scorecards.percent::float8
FROM scorecards
JOIN judging_judge judge ON judge.id = scorecards.judge_id
JOIN people_person person ON person.id = judge.person_id
WHERE scorecards.percent IS NOT NULL
ORDER BY scorecards.entry_id, scorecards.judge_id
"""

BY_CATEGORY = PERCENTAGES.format(which="category_id = %s") + SUMMARIES
BY_ENTRY = PERCENTAGES.format(which="id = ANY(%s)") + SUMMARIES
EACH_OF_CATEGORY = PERCENTAGES.format(which="category_id = %s") + EACH


def scores_of_category(category: Category, in_round: Round) -> list[EntryScores]:
    """Return what each submitted entry of the category was given, by number: one query."""
    return _scores(BY_CATEGORY, [category.pk, in_round.pk])


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judge's score of one entry, in per cent. For the team alone: it names the judge."""

    entry_id: UUID
    judge_id: UUID
    judge: str
    percent: float


def judgements_of_category(category: Category, in_round: Round) -> list[Judgement]:
    """Return every score that counts in the category: one query."""
    with connection.cursor() as cursor:
        cursor.execute(EACH_OF_CATEGORY, [category.pk, in_round.pk])
        return [Judgement(*row) for row in cursor.fetchall()]


def scores_of_entries(entry_ids: Iterable[UUID], in_round: Round) -> dict[UUID, EntryScores]:
    """Return what each of these entries was given, by identifier: one query."""
    found = _scores(BY_ENTRY, [list(entry_ids), in_round.pk])
    return {UUID(str(scores.key)): scores for scores in found}


def _scores(query: str, parameters: list[UUID | list[UUID]]) -> list[EntryScores]:
    with connection.cursor() as cursor:
        cursor.execute(query, cast(Any, parameters))
        return [EntryScores(*row) for row in cursor.fetchall()]
