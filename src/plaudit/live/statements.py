"""The statements of the exchange. Each takes a batch: one value of an array for each exchange or answer."""

from __future__ import annotations

from plaudit.entries.statements import EXTENDED_TO

# What the answer points to is asked by subqueries, not joined: a row that was locked after a wait is checked again
# against the joined rows as they were read before, so that moving an entry would make its answers vanish here.
_ASKED = f"""
SELECT wanted.place, answer.entry_id, answer.document, answer.version, answer.words, answer.saved_at,
       contributor.level, category.published_at IS NOT NULL AND edition.published_at IS NOT NULL,
       edition.opens_at, edition.closes_at, category.closes_at, {EXTENDED_TO}, edition.grace_minutes,
       edition.time_zone,
       (SELECT word_limit FROM programmes_categorycriterion WHERE id = answer.criterion_id),
       (SELECT coalesce(nullif(name, ''), email) FROM people_person WHERE id = answer.saved_by_id),
       entry.status
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS wanted (answer_id, person_id, place)
JOIN entries_answer answer ON answer.id = wanted.answer_id
JOIN entries_entry entry ON entry.id = answer.entry_id
JOIN programmes_category category ON category.id = entry.category_id
JOIN programmes_edition edition ON edition.id = category.edition_id
LEFT JOIN entries_contributor contributor ON contributor.entry_id = answer.entry_id
  AND contributor.person_id = wanted.person_id
  AND EXISTS (SELECT FROM people_person own WHERE own.id = wanted.person_id AND own.is_active)
ORDER BY answer.id, wanted.place"""  # noqa: S608 - names of columns alone

READ = _ASKED
# In the order of their ids, so that two batches, or a batch and a submission, never wait for each other in a ring.
LOCKED = f"{_ASKED} FOR NO KEY UPDATE OF answer"
LOCKED_IF_FREE = f"{LOCKED} SKIP LOCKED"

KEEP = """
WITH kept AS (
  UPDATE entries_answer answer
  SET text = new.text, words = new.words, document = new.document, version = new.version,
      saved_at = new.at, saved_by_id = new.person_id, is_stale = false
  FROM unnest($1::uuid[], $2::text[], $3::int[], $4::bytea[], $5::int[], $6::timestamptz[], $7::uuid[])
    AS new (id, text, words, document, version, at, person_id)
  WHERE answer.id = new.id
), logged AS (
  INSERT INTO entries_answerupdate (answer_id, version, person_id, at, source, data)
  SELECT answer_id, version, person_id, at, 'typed', data
  FROM unnest($8::uuid[], $9::int[], $10::uuid[], $11::timestamptz[], $12::bytea[])
    AS new (answer_id, version, person_id, at, data)
)
SELECT pg_notify($13, notice) FROM unnest($14::text[]) AS notice
"""

NOTIFY = "SELECT pg_notify($1, notice) FROM unnest($2::text[]) AS notice"

MEMBERS = """
SELECT wanted.place, entry.status
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS wanted (entry_id, person_id, place)
JOIN entries_entry entry ON entry.id = wanted.entry_id
JOIN entries_contributor contributor ON contributor.entry_id = wanted.entry_id
  AND contributor.person_id = wanted.person_id
JOIN people_person person ON person.id = wanted.person_id AND person.is_active
"""
