"""All entries of an edition as a table: one row an entry, one column a criterion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from plaudit.entries.models import EntryStatus
from plaudit.kit.exports import Row
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

# A snapshot lies compressed on disk: taken apart by one function, it is unpacked once.
ENTRIES = """
SELECT entry.reference, entry.status, category.name, entry.title, submission.submitted_at,
       whole.title, whole.summary, whole.organisations, whole.names, whole.texts
FROM entries_entry entry
JOIN programmes_category category ON category.id = entry.category_id
LEFT JOIN LATERAL (
  SELECT submitted_at, snapshot FROM entries_submission
  WHERE entry_id = entry.id AND entry.status = 'submitted' ORDER BY number DESC LIMIT 1
) submission ON TRUE
LEFT JOIN LATERAL (
  SELECT title, summary, organisations, array_agg(answer.name) AS names, array_agg(answer.text) AS texts
  FROM jsonb_to_record(submission.snapshot)
       AS part(title text, summary text, organisations jsonb, answers jsonb),
       jsonb_to_recordset(part.answers) AS answer(name text, text text)
  GROUP BY title, summary, organisations
) whole ON TRUE
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
    columns = {name: place for place, name in enumerate(criterion_names(edition))}
    zone = edition.zone
    for row in _fetched(edition):
        (
            reference,
            status,
            category,
            title,
            submitted_at,
            submitted_title,
            summary,
            bodies,
            names,
            texts,
        ) = row
        first: list[Any] = [reference, str(STATES[status]), category, submitted_title or title]
        if submitted_at is None:
            yield first
            continue
        lead, partners = _organisations(bodies)
        answers: list[str] = [""] * len(columns)
        for name, text in zip(names or [], texts or [], strict=True):
            if name in columns:
                answers[columns[name]] = text
        yield [
            *first,
            submitted_at.astimezone(zone).replace(tzinfo=None),
            lead,
            partners,
            summary or "",
            *answers,
        ]


def _fetched(edition: Edition) -> Iterator[tuple[Any, ...]]:
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(ENTRIES, [edition.pk])
        while rows := cursor.fetchmany(CHUNK):
            yield from rows


def _organisations(bodies: str | None) -> tuple[str, str]:
    """Return the lead's name and the partners' from JSON, which a cursor of our own gives as text."""
    listed = json.loads(bodies or "[]")
    lead = "; ".join(body["name"] for body in listed if body["role"] == "lead")
    return lead, "; ".join(body["name"] for body in listed if body["role"] != "lead")
