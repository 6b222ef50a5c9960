"""What is fetched along with a judge, an entry or an assignment, as correlated subqueries.

Each takes the column that names the row: `OrganisationIds("entry")` on an assignment. They are written
in SQL because the judge's pages ask for ten of them at once, and composing that many subqueries anew for
each request costs more than the database does to answer them.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    DateTimeField,
    Func,
    IntegerField,
    JSONField,
    UUIDField,
)


class OrganisationIds(Func):
    """The organisations on an entry: its partners now, and those of its latest submission."""

    template = (
        "ARRAY(SELECT p.organisation_id FROM entries_partner p WHERE p.entry_id = %(expressions)s "
        "UNION SELECT (named #>> '{}')::uuid FROM jsonb_path_query("
        "(SELECT s.snapshot FROM entries_submission s WHERE s.entry_id = %(expressions)s "
        "ORDER BY s.number DESC LIMIT 1), '$.organisations[*].id') AS named)"
    )
    output_field = ArrayField(UUIDField())


class ContributorIds(Func):
    """The people who work on an entry."""

    template = (
        "ARRAY(SELECT c.person_id FROM entries_contributor c WHERE c.entry_id = %(expressions)s)"
    )
    output_field = ArrayField(UUIDField())


class DeclaredOrganisationIds(Func):
    """The organisations that a judge has declared an interest in, and not ended."""

    template = (
        "ARRAY(SELECT i.organisation_id FROM judging_interest i WHERE i.judge_id = %(expressions)s "
        "AND i.ended_at IS NULL AND i.organisation_id IS NOT NULL)"
    )
    output_field = ArrayField(UUIDField())


class DeclaredEntryIds(Func):
    """The entries that a judge has declared an interest in, and not ended."""

    template = (
        "ARRAY(SELECT i.entry_id FROM judging_interest i WHERE i.judge_id = %(expressions)s "
        "AND i.ended_at IS NULL AND i.entry_id IS NOT NULL)"
    )
    output_field = ArrayField(UUIDField())


class HasAcceptedTerms(Func):
    """Whether a judge has accepted the terms."""

    template = "EXISTS(SELECT 1 FROM judging_termsacceptance t WHERE t.judge_id = %(expressions)s)"
    output_field = BooleanField()


class LastDeclared(Func):
    """When a judge last declared their interests, or null."""

    template = (
        "(SELECT max(d.declared_at) FROM judging_interestdeclaration d "
        "WHERE d.judge_id = %(expressions)s)"
    )
    output_field = DateTimeField(null=True)


class LastJoinedPanel(Func):
    """When a judge last accepted an invitation to a panel, or null."""

    template = (
        "(SELECT max(v.accepted_at) FROM judging_judgeinvitation v "
        "WHERE v.judge_id = %(expressions)s)"
    )
    output_field = DateTimeField(null=True)


class ScoredCriterionIds(Func):
    """The criteria of a category that take a score, in order."""

    template = (
        "ARRAY(SELECT k.id FROM programmes_categorycriterion k "
        "WHERE k.category_id = %(expressions)s AND k.is_scored ORDER BY k.position)"
    )
    output_field = ArrayField(UUIDField())


class ScoresRequired(Func):
    """How many criteria of a category take a score."""

    template = (
        "(SELECT count(*) FROM programmes_categorycriterion k "
        "WHERE k.category_id = %(expressions)s AND k.is_scored)"
    )
    output_field = IntegerField()


class ScoresGiven(Func):
    """How many of the required scores a scorecard has."""

    template = (
        "(SELECT count(*) FROM judging_score v JOIN programmes_categorycriterion k "
        "ON k.id = v.criterion_id WHERE v.scorecard_id = %(expressions)s "
        "AND v.value IS NOT NULL AND k.is_scored)"
    )
    output_field = IntegerField()


class LetterHead(Func):
    """Of an entry's latest submission, only what a list of entries shows: title, organisations, words."""

    template = (
        "(SELECT jsonb_build_object('title', s.snapshot -> 'title', "
        "'organisations', jsonb_path_query_array(s.snapshot, '$.organisations[*].name'), "
        "'words', jsonb_path_query_array(s.snapshot, '$.answers[*].words')) "
        "FROM entries_submission s WHERE s.entry_id = %(expressions)s "
        "ORDER BY s.number DESC LIMIT 1)"
    )
    output_field = JSONField()


class LatestSnapshot(Func):
    """The snapshot of an entry's latest submission, or null."""

    template = (
        "(SELECT s.snapshot FROM entries_submission s WHERE s.entry_id = %(expressions)s "
        "ORDER BY s.number DESC LIMIT 1)"
    )
    output_field = JSONField()


class StoredScores(Func):
    """The scores on a scorecard, as a list of {"criterion_id", "value", "comment"}, or null."""

    template = (
        "(SELECT jsonb_agg(jsonb_build_object('criterion_id', v.criterion_id, 'value', v.value, "
        "'comment', v.comment)) FROM judging_score v WHERE v.scorecard_id = %(expressions)s)"
    )
    output_field = JSONField()


class Anchors(Func):
    """What scores mean in an edition, as a list of [value, meaning], lowest first, or null."""

    template = (
        "(SELECT jsonb_agg(jsonb_build_array(a.value, a.meaning) ORDER BY a.value) "
        "FROM programmes_scoreanchor a WHERE a.edition_id = %(expressions)s)"
    )
    output_field = JSONField()
