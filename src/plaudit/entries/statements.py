"""The statements behind the entrant's busiest pages, by hand. Each names the person it is read for.

A row's models are read in the order in which its columns are listed: entry, category, edition, programme.
"""

from __future__ import annotations

from plaudit.entries.listed_evidence import EVIDENCE_JSON
from plaudit.entries.models import Answer, Entry, Submission
from plaudit.kit.rows import Columns, Row, tie
from plaudit.people.models import Person
from plaudit.programmes.models import (
    Category,
    CategoryCriterion,
    Criterion,
    Edition,
    Programme,
)

EXTENDED = "_extended_to"  # where an entry keeps the latest extension that was fetched with it

ENTRY = Columns(Entry, "entry")
CATEGORY = Columns(
    Category, "category", omit=("introduction", "eligibility", "source_text", "purpose")
)
EDITION = Columns(Edition, "edition", omit=("introduction", "how_it_works", "judge_terms"))
PROGRAMME = Columns(Programme, "programme")
ANSWER = Columns(Answer, "answer", omit=("document",))
WHOLE_ANSWER = Columns(Answer, "answer")
ASKED = Columns(CategoryCriterion, "asked")
CRITERION = Columns(Criterion, "criterion")
SUBMISSION = Columns(Submission, "submission", omit=("snapshot",))
SAVER = Columns(Person, "saver", only=("id", "email", "name"))

# The latest extension that applies: to the entry, to its category, or to all of the edition.
EXTENDED_TO = """(SELECT max(extension.closes_at) FROM entries_extension extension
  WHERE extension.edition_id = entry.edition_id
    AND (extension.entry_id IS NULL OR extension.entry_id = entry.id)
    AND (extension.category_id IS NULL OR extension.category_id = entry.category_id))"""

_MODELS = f"{ENTRY.listed}, {CATEGORY.listed}, {EDITION.listed}, {PROGRAMME.listed}"
_PLACE = f"{_MODELS}, {EXTENDED_TO}"
_EXTENSION_AT = ENTRY.width + CATEGORY.width + EDITION.width + PROGRAMME.width
_PLACE_WIDTH = _EXTENSION_AT + 1
_PLACED = """entries_entry entry
JOIN programmes_category category ON category.id = entry.category_id
JOIN programmes_edition edition ON edition.id = category.edition_id
JOIN programmes_programme programme ON programme.id = edition.programme_id"""

OWN_ENTRY = f"""
SELECT contributor.level, {_PLACE} FROM {_PLACED}
JOIN entries_contributor contributor ON contributor.entry_id = entry.id
WHERE contributor.person_id = %s AND entry.id = %s
"""  # noqa: S608 - names of columns alone

LOCKED_ENTRY = f"""
SELECT {_PLACE} FROM {_PLACED} WHERE entry.id = %s FOR NO KEY UPDATE OF entry
"""  # noqa: S608

# What this form made before, or else the last submission.
MADE_OR_LAST = f"""
SELECT {SUBMISSION.listed} FROM entries_submission submission
WHERE submission.key = %(key)s OR submission.entry_id = %(entry)s
ORDER BY submission.key = %(key)s DESC, submission.number DESC LIMIT 1
"""  # noqa: S608

MARKED = "UPDATE entries_entry SET status = %s WHERE id = %s"

IS_ASKED = """
SELECT EXISTS(SELECT FROM entries_partnerrequest request
  JOIN entries_partner partner ON partner.id = request.partner_id
  WHERE partner.entry_id = %s AND request.replaced_at IS NULL)
"""

OWNERS_AND = f"""
SELECT contributor.level, {SAVER.listed} FROM entries_contributor contributor
JOIN people_person saver ON saver.id = contributor.person_id
WHERE contributor.entry_id = %s AND (contributor.level = 'owner' OR contributor.person_id = %s)
ORDER BY contributor.added_at, contributor.id
"""  # noqa: S608

_OWN_ANSWER = f"""
SELECT contributor.level, {_PLACE}, {ASKED.listed}, {CRITERION.listed}, {ANSWER.listed},
       {SAVER.listed}{{more}}
FROM {_PLACED}
JOIN entries_contributor contributor ON contributor.entry_id = entry.id
JOIN programmes_categorycriterion asked ON asked.category_id = entry.category_id
JOIN programmes_criterion criterion ON criterion.id = asked.criterion_id
LEFT JOIN entries_answer answer ON answer.entry_id = entry.id AND answer.criterion_id = asked.id
LEFT JOIN people_person saver ON saver.id = answer.saved_by_id
WHERE contributor.person_id = %s AND entry.id = %s AND asked.id = %s
"""  # noqa: S608

CRITERIA_JSON = """(SELECT json_agg(json_build_array(
    one.id, named.name, one.word_limit, own.words, own.version, own.saved_at, own.id,
    own.is_stale) ORDER BY one.position)
  FROM programmes_categorycriterion one
  JOIN programmes_criterion named ON named.id = one.criterion_id
  LEFT JOIN entries_answer own ON own.criterion_id = one.id AND own.entry_id = entry.id
  WHERE one.category_id = entry.category_id)"""

_BESIDE = f""", {CRITERIA_JSON},
  (SELECT json_agg(json_build_array(prompt.id, prompt.text, coalesce(nullif(ticker.name, ''), ticker.email, ''))
     ORDER BY prompt.position)
   FROM programmes_prompt prompt
   LEFT JOIN entries_prompttick tick ON tick.prompt_id = prompt.id AND tick.entry_id = entry.id
   LEFT JOIN people_person ticker ON ticker.id = tick.by_id
   WHERE prompt.criterion_id = asked.id),
  (SELECT json_agg(json_build_array(anchor.value, anchor.meaning) ORDER BY anchor.value)
   FROM programmes_scoreanchor anchor WHERE anchor.edition_id = edition.id),
  (SELECT json_agg(json_build_array(piece.number, piece.title, piece.kind, file.id, file.page_count)
     ORDER BY piece.number)
   FROM entries_evidence piece
   LEFT JOIN entries_attachment file ON file.evidence_id = piece.id AND file.removed_at IS NULL
   WHERE piece.entry_id = entry.id AND piece.removed_at IS NULL),
  (SELECT json_agg(json_build_array(worker.id, worker.name, worker.email) ORDER BY one.added_at, one.id)
   FROM entries_contributor one JOIN people_person worker ON worker.id = one.person_id
   WHERE one.entry_id = entry.id),
  (SELECT json_agg(json_build_array(speaker.name, speaker.email, said.body) ORDER BY said.written_at)
   FROM entries_comment said JOIN people_person speaker ON speaker.id = said.person_id
   WHERE said.answer_id = answer.id AND said.reply_to_id IS NULL AND said.resolved_at IS NULL)"""  # noqa: S608
DESK_WIDTH = 6
OWN_ANSWER = _OWN_ANSWER.format(more="")
WRITING_DESK = _OWN_ANSWER.format(more=_BESIDE)

ENTRY_PARTS = f"""
SELECT {CRITERIA_JSON},
  (SELECT json_agg(json_build_array(
     partner.id, partner.role, partner.position, partner.credit_line,
     body.id, body.name, body.kind) ORDER BY partner.position)
   FROM entries_partner partner JOIN people_organisation body ON body.id = partner.organisation_id
   WHERE partner.entry_id = entry.id),
  (SELECT json_agg(json_build_array(
     question.id, question.text, question.required_answer, question.reason, given.is_yes
   ) ORDER BY question.position)
   FROM programmes_eligibilityquestion question
   LEFT JOIN entries_eligibilityanswer given
     ON given.question_id = question.id AND given.entry_id = entry.id
   WHERE question.category_id = entry.category_id),
  (SELECT json_agg(json_build_array(
     file.id, file.kind, file.file, file.name, file.content_type, file.size, file.page_count,
     file.sha256, file.scan, file.evidence_id
   ) ORDER BY file.kind DESC)
   FROM entries_attachment file WHERE file.entry_id = entry.id AND file.removed_at IS NULL),
  (SELECT json_agg(json_build_array(
     declaration.id, declaration.kind, declaration.text, given.choice, given.note
   ) ORDER BY declaration.position)
   FROM programmes_declaration declaration
   LEFT JOIN entries_declarationanswer given
     ON given.declaration_id = declaration.id AND given.entry_id = entry.id
   WHERE declaration.edition_id = entry.edition_id),
  {EVIDENCE_JSON},
  (SELECT EXISTS(SELECT FROM entries_settlement settlement WHERE settlement.entry_id = entry.id)
   FROM programmes_feeterms terms WHERE terms.edition_id = entry.edition_id)
FROM entries_entry entry WHERE entry.id = %s
"""  # noqa: S608

WRITTEN_ANSWERS = """
SELECT asked.id, criterion.name,
  ARRAY(SELECT prompt.text FROM programmes_prompt prompt
        WHERE prompt.criterion_id = asked.id ORDER BY prompt.position),
  coalesce(answer.text, ''), coalesce(answer.words, 0),
  asked.word_limit, asked.is_scored, asked.weight, asked.weight_unit
FROM programmes_categorycriterion asked
JOIN programmes_criterion criterion ON criterion.id = asked.criterion_id
LEFT JOIN entries_answer answer ON answer.criterion_id = asked.id AND answer.entry_id = %s
WHERE asked.category_id = %s ORDER BY asked.position
"""

LOCKED_ANSWER = f"""
SELECT {WHOLE_ANSWER.listed} FROM entries_answer answer
WHERE answer.entry_id = %s AND answer.criterion_id = %s FOR NO KEY UPDATE
"""  # noqa: S608

LOCKED_ANSWERS = """
SELECT id FROM entries_answer WHERE entry_id = %s ORDER BY id FOR NO KEY UPDATE
"""

UPDATES_UP_TO = """
SELECT data FROM entries_answerupdate WHERE answer_id = %s AND version <= %s ORDER BY version
"""

# Keeps the answer and, in the same statement, the update that made it so.
KEEP_ANSWER = """
WITH saved AS (
  UPDATE entries_answer
  SET text = %(text)s, words = %(words)s, document = %(document)s, version = %(version)s,
      saved_at = %(at)s, saved_by_id = %(person)s, is_stale = false
  WHERE id = %(answer)s
)
INSERT INTO entries_answerupdate (answer_id, version, person_id, at, source, data)
VALUES (%(answer)s, %(version)s, %(person)s, %(at)s, %(source)s, %(update)s)
RETURNING id, pg_notify(%(channel)s, %(notice)s)
"""


def entry_in(row: Row, start: int = 0) -> Entry:
    """Return the entry whose columns begin at `start`, with its category, edition, programme and extension."""
    entry = ENTRY.read(row, start)
    entry.__dict__[EXTENDED] = row[start + _EXTENSION_AT]
    start += ENTRY.width
    category = CATEGORY.read(row, start)
    start += CATEGORY.width
    edition = EDITION.read(row, start)
    tie(edition, programme=PROGRAMME.read(row, start + EDITION.width))
    tie(category, edition=edition)
    tie(entry, category=category, edition=edition)
    return entry


def answer_in(row: Row) -> Answer:
    """Return the answer of a row of OWN_ANSWER with its entry, criterion and who saved it; a fresh one if none."""
    entry = entry_in(row, 1)
    start = 1 + _PLACE_WIDTH
    criterion = ASKED.read(row, start)
    start += ASKED.width
    tie(criterion, criterion=CRITERION.read(row, start))
    start += CRITERION.width
    if row[start] is None:
        return Answer(entry=entry, criterion=criterion)
    answer = ANSWER.read(row, start)
    tie(answer, entry=entry, criterion=criterion)
    if answer.saved_by_id is not None:
        tie(answer, saved_by=SAVER.read(row, start + ANSWER.width))
    return answer
