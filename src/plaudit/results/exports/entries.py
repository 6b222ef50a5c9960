"""All entries of an edition as a table: one row an entry, one column a criterion."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from plaudit.entries.models import EntryStatus
from plaudit.kit.exports import Cell, Row
from plaudit.programmes.models import Edition
from plaudit.programmes.queries import criterion_names

FIRST = [
    "Reference",
    "State",
    "Category",
    "Title",
    "Submitted",
    "Lead organisation",
    "Partners",
    "Summary",
]
CHUNK = 250
STATES = dict(EntryStatus.choices)

ENTRIES = """
SELECT entry.reference, entry.status, category.name, entry.title,
       submission.submitted_at, submission.snapshot
FROM entries_entry entry
JOIN programmes_category category ON category.id = entry.category_id
LEFT JOIN LATERAL (
  SELECT submitted_at, snapshot FROM entries_submission
  WHERE entry_id = entry.id AND entry.status = 'submitted' ORDER BY number DESC LIMIT 1
) submission ON TRUE
WHERE entry.edition_id = %s ORDER BY entry.number
"""


def entries_header(edition: Edition) -> list[str]:
    """Return the names of the columns: those of every entry, then the edition's criteria in order."""
    return FIRST + criterion_names(edition)


def entries_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row for each entry, by number, read from the database as it goes.

    A submitted entry is given as it was last submitted. Of any other only reference, state, category and
    title are given: what is not submitted is nobody's to read.
    """
    names = criterion_names(edition)
    for reference, status, category, title, submitted_at, snapshot in _fetched(edition):
        first = [reference, str(STATES[status]), category]
        if snapshot is None:
            yield [*first, title]
        else:
            submitted = submitted_at.astimezone(edition.zone).replace(tzinfo=None)
            # A cursor of our own gives JSON as text.
            yield [*first, *_as_submitted(json.loads(snapshot), submitted, names)]


def _as_submitted(snapshot: dict[str, Any], submitted: dt.datetime, names: list[str]) -> list[Cell]:
    lead = (body["name"] for body in snapshot["organisations"] if body["role"] == "lead")
    partners = (body["name"] for body in snapshot["organisations"] if body["role"] != "lead")
    texts = {answer["name"]: answer["text"] for answer in snapshot["answers"]}
    answers = [texts.get(name, "") for name in names]
    return [
        snapshot["title"],
        submitted,
        "; ".join(lead),
        "; ".join(partners),
        snapshot["summary"],
        *answers,
    ]


def _fetched(edition: Edition) -> Iterator[tuple[Any, ...]]:
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(ENTRIES, [edition.pk])
        while rows := cursor.fetchmany(CHUNK):
            yield from rows
