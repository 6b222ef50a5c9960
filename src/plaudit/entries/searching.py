"""Looking for words in the files of submitted entries, for the organiser. Judges have no such search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from plaudit.kit.rows import all_rows
from plaudit.programmes.models import Edition

# Only what was last submitted is looked at: a draft is the entrant's alone, and so is a change since.
FOUND_IN_FILES = """
WITH hit AS MATERIALIZED (
  SELECT said.attachment_id, array_agg(page.number ORDER BY page.number) AS pages
  FROM entries_pagewords page JOIN entries_extract said ON said.id = page.extract_id
  WHERE page.words @@ websearch_to_tsquery('english', %s)
  GROUP BY said.attachment_id
)
SELECT entry.id, json_agg(json_build_array(piece.number, file.id, file.content_type, hit.pages)
  ORDER BY piece.number)
FROM hit
JOIN entries_attachment file ON file.id = hit.attachment_id AND file.scan IN ('clean', 'not_needed')
JOIN entries_evidence piece ON piece.id = file.evidence_id
JOIN entries_entry entry
  ON entry.id = file.entry_id AND entry.edition_id = %s AND entry.status = 'submitted'
JOIN LATERAL (
  SELECT submission.snapshot->'evidence' AS evidence FROM entries_submission submission
  WHERE submission.entry_id = entry.id ORDER BY submission.number DESC LIMIT 1
) last ON last.evidence @> jsonb_build_array(jsonb_build_object('attachment_id', file.id::text))
GROUP BY entry.id
"""


@dataclass(frozen=True)
class FoundFile:
    """A file in which the words stand: its number among the evidence, and the pages, from one."""

    number: int
    attachment_id: UUID
    content_type: str
    pages: list[int]


def found_in_files(edition: Edition, search: str) -> dict[UUID, list[FoundFile]]:
    """Return the submitted entries in whose files a page holds all the words, and where. One query.

    Words are looked for as PostgreSQL does in English ("falls" finds "falling"); "quotes" keep words together,
    a minus leaves one out. Nothing is asked for an empty search.
    """
    if not search.strip():
        return {}
    rows = all_rows(FOUND_IN_FILES, [search, edition.pk])
    return {entry: [_found(*each) for each in listed] for entry, listed in rows}


def _found(number: int, attachment: str, content_type: str, pages: list[Any]) -> FoundFile:
    return FoundFile(number, UUID(attachment), content_type, pages)
