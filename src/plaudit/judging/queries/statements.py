"""The statements behind the judge's busiest pages, by hand. Facts are those of `facts`, in the same words."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import Func

from plaudit.entries.models import Entry
from plaudit.judging.models import (
    Abstention,
    Assignment,
    Confirmation,
    Judge,
    Recusal,
    Round,
    Scorecard,
)
from plaudit.judging.queries.facts import (
    Anchors,
    ContributorIds,
    DeclaredEntryIds,
    DeclaredOrganisationIds,
    HasAcceptedTerms,
    LastDeclared,
    LastJoinedPanel,
    LatestSnapshot,
    OrganisationIds,
    ScoredCriterionIds,
    ScoresGiven,
    ScoresRequired,
    StoredScores,
)
from plaudit.judging.queries.readiness import is_ready
from plaudit.kit.rows import Columns, Row
from plaudit.programmes.models import Edition, Programme


def _fact(kind: type[Func], column: str) -> str:
    return str(kind.template) % {"expressions": column}


ASSIGNMENT = Columns(Assignment, "assignment")
JUDGE = Columns(Judge, "judge", omit=("biography",))
EDITION = Columns(Edition, "edition", omit=("introduction", "how_it_works", "judge_terms"))
PROGRAMME = Columns(Programme, "programme")
ROUND = Columns(Round, "round")
ENTRY = Columns(Entry, "entry", omit=("summary",))
SCORECARD = Columns(Scorecard, "scorecard")
CONFIRMATION = Columns(Confirmation, "confirmation")
ABSTENTION = Columns(Abstention, "abstention")
RECUSAL = Columns(Recusal, "recusal")
MODELS: tuple[Columns[Any], ...] = (
    ASSIGNMENT,
    JUDGE,
    EDITION,
    PROGRAMME,
    ROUND,
    ENTRY,
    SCORECARD,
    CONFIRMATION,
    ABSTENTION,
    RECUSAL,
)
FACTS = {
    "organisation_ids": _fact(OrganisationIds, "entry.id"),
    "contributor_ids": _fact(ContributorIds, "entry.id"),
    "declared_organisation_ids": _fact(DeclaredOrganisationIds, "judge.id"),
    "declared_entry_ids": _fact(DeclaredEntryIds, "judge.id"),
    "has_accepted_terms": _fact(HasAcceptedTerms, "judge.id"),
    "declared_at": _fact(LastDeclared, "judge.id"),
    "joined_panel_at": _fact(LastJoinedPanel, "judge.id"),
    "scored_criterion_ids": _fact(ScoredCriterionIds, "entry.category_id"),
    "stored_scores": _fact(StoredScores, "scorecard.id"),
}
READ_FACTS = {
    **FACTS,
    "snapshot": _fact(LatestSnapshot, "entry.id"),
    "anchors": _fact(Anchors, "edition.id"),
}
IN_JSON = ("stored_scores", "snapshot", "anchors")


def _own_assignment(facts: dict[str, str]) -> str:
    columns = [each.listed for each in MODELS] + list(facts.values())
    return f"""SELECT {", ".join(columns)}
FROM judging_assignment assignment
JOIN judging_judge judge ON judge.id = assignment.judge_id
JOIN programmes_edition edition ON edition.id = judge.edition_id
JOIN programmes_programme programme ON programme.id = edition.programme_id
JOIN judging_round round ON round.id = assignment.round_id
JOIN entries_entry entry ON entry.id = assignment.entry_id
LEFT JOIN judging_scorecard scorecard ON scorecard.assignment_id = assignment.id
LEFT JOIN judging_confirmation confirmation ON confirmation.scorecard_id = scorecard.id
LEFT JOIN judging_abstention abstention ON abstention.assignment_id = assignment.id
LEFT JOIN judging_recusal recusal ON recusal.assignment_id = assignment.id
WHERE judge.person_id = %s AND assignment.id = %s AND entry.status = 'submitted'
"""  # noqa: S608 - names of columns and the facts above


OWN_ASSIGNMENT = _own_assignment(FACTS)
OWN_ASSIGNMENT_TO_READ = _own_assignment(READ_FACTS)

# The organisations on an entry are only looked up for a judge who has declared some: it costs the most.
PLACES = f"""
SELECT assignment.id, entry.id, category.position, category.id, scorecard.id IS NOT NULL,
  confirmation.id IS NOT NULL, abstention.id IS NOT NULL,
  {_fact(ScoresGiven, "scorecard.id")}, {_fact(ScoresRequired, "category.id")},
  CASE WHEN %(has_organisations)s THEN {_fact(OrganisationIds, "entry.id")} ELSE ARRAY[]::uuid[] END,
  {_fact(ContributorIds, "entry.id")}
FROM judging_assignment assignment
JOIN entries_entry entry ON entry.id = assignment.entry_id AND entry.status = 'submitted'
JOIN programmes_category category ON category.id = entry.category_id
LEFT JOIN judging_scorecard scorecard ON scorecard.assignment_id = assignment.id
LEFT JOIN judging_confirmation confirmation ON confirmation.scorecard_id = scorecard.id
LEFT JOIN judging_abstention abstention ON abstention.assignment_id = assignment.id
WHERE assignment.judge_id = %(judge)s AND assignment.round_id = %(round)s
  AND NOT EXISTS (SELECT FROM judging_recusal recusal WHERE recusal.assignment_id = assignment.id)
"""  # noqa: S608

_SCORES = """, written AS (
  INSERT INTO judging_score (id, scorecard_id, criterion_id, value, comment)
  SELECT score.id, stored.id, score.criterion, score.value, score.comment
  FROM stored, unnest(%(ids)s::uuid[], %(criteria)s::uuid[], %(values)s::int[], %(comments)s::text[])
    AS score (id, criterion, value, comment)
  ON CONFLICT (scorecard_id, criterion_id)
  DO UPDATE SET value = excluded.value, comment = excluded.comment
) SELECT id FROM stored"""
_NOT_CLOSED = """
    NOT EXISTS (SELECT FROM judging_abstention a WHERE a.assignment_id = %(assignment)s)
    AND NOT EXISTS (SELECT FROM judging_recusal r WHERE r.assignment_id = %(assignment)s)"""

# Each writes a scorecard and the scores named, unless another version or a milestone came before: no row then.
FIRST_SCORES = f"""
WITH stored AS (
  INSERT INTO judging_scorecard (id, assignment_id, version, comment, last_key, saved_at)
  SELECT %(scorecard)s::uuid, %(assignment)s::uuid, %(version)s::int + 1, %(comment)s::text,
         %(key)s::uuid, %(at)s::timestamptz
  WHERE {_NOT_CLOSED}
  ON CONFLICT (assignment_id) DO NOTHING RETURNING id
){_SCORES}"""
LATER_SCORES = f"""
WITH stored AS (
  UPDATE judging_scorecard SET version = %(version)s::int + 1, comment = %(comment)s,
         last_key = %(key)s, saved_at = %(at)s
  WHERE id = %(scorecard)s AND version = %(version)s::int AND {_NOT_CLOSED}
    AND NOT EXISTS (SELECT FROM judging_confirmation c WHERE c.scorecard_id = %(scorecard)s)
  RETURNING id
){_SCORES}"""  # noqa: S608


def assignment_in(row: Row, facts: dict[str, str]) -> Assignment:
    """Return the assignment of a row of OWN_ASSIGNMENT, with its models, milestones and facts."""
    made: list[Any] = []
    start = 0
    for columns in MODELS:
        made.append(columns.read(row, start) if row[start] is not None else None)
        start += columns.width
    assignment, judge, edition, programme, round_, entry, scorecard, *milestones = made
    confirmation, abstention, recusal = milestones
    edition.programme = programme
    judge.edition = edition
    assignment.judge, assignment.round, assignment.entry = judge, round_, entry
    for name, milestone in (
        ("scorecard", scorecard),
        ("abstention", abstention),
        ("recusal", recusal),
    ):
        _relate(assignment, name, milestone)
    if scorecard is not None:
        _relate(scorecard, "confirmation", confirmation)
    for name, value in zip(facts, row[start:], strict=True):
        is_text = name in IN_JSON and value is not None
        setattr(assignment, name, json.loads(value) if is_text else value)
    assignment.is_ready = is_ready(
        has_accepted_terms=assignment.has_accepted_terms,
        declared_at=assignment.declared_at,
        joined_panel_at=assignment.joined_panel_at,
    )
    found: Assignment = assignment
    return found


def _relate(owner: Any, name: str, related: Any) -> None:
    """Keep the other end of a one-to-one relation, or that there is none, as a fetched one would be."""
    relation = owner._meta.get_field(name)
    relation.set_cached_value(owner, related)
    if related is not None:
        relation.field.set_cached_value(related, owner)
