"""All scores of an edition as a table: one row a judge, entry and criterion."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import F

from plaudit.judging.models import Score
from plaudit.kit.exports import Row
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


def scores_rows(edition: Edition, *, with_names: bool) -> Iterator[Row]:
    """Yield a row for each score, unconfirmed and recused ones too, which their columns tell.

    Without names a judge is a code that stays the same within the edition and cannot be turned back.
    """
    rows = (
        Score.objects.filter(scorecard__assignment__round__edition=edition)
        .order_by(
            "scorecard__assignment__round__position",
            "scorecard__assignment__entry__number",
            "scorecard__assignment__judge",
            "criterion__position",
        )
        .values_list(
            F("scorecard__assignment__round__name"),
            F("scorecard__assignment__entry__category__name"),
            F("scorecard__assignment__entry__reference"),
            F("scorecard__assignment__entry__title"),
            F("scorecard__assignment__judge"),
            F("scorecard__assignment__judge__person__name"),
            F("criterion__criterion__name"),
            F("value"),
            F("comment"),
            F("scorecard__comment"),
            F("scorecard__confirmation__pk"),
            F("scorecard__assignment__recusal__pk"),
        )
    )
    for row in rows.iterator(chunk_size=CHUNK):
        yield _row(edition, row, with_names=with_names)


def _row(edition: Edition, row: tuple[Any, ...], *, with_names: bool) -> Row:
    head, (judge, name), tail = row[:4], row[4:6], row[6:10]
    who = name if with_names and name else judge_code(edition, judge)
    return [*head, who, *tail, row[10] is not None, row[11] is not None]


def judge_code(edition: Edition, judge: UUID) -> str:
    """Return "Judge 3f9a1c": from a digest of edition and judge."""
    return "Judge " + hashlib.sha256(edition.pk.bytes + judge.bytes).hexdigest()[:6]
