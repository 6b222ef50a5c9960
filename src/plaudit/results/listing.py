"""The organiser's list of entries, searched and ordered."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from plaudit.entries.models import Entry, EntryStatus, Partner, PartnerRole
from plaudit.judging.models import Assignment, Round, Score
from plaudit.programmes.models import Category, Edition
from plaudit.results.means import scores_of_entries
from plaudit.results.ranking import EntryScores


def listed_entries(
    edition: Edition,
    *,
    search: str = "",
    category: UUID | None = None,
    state: str = "",
    also: Collection[UUID] = (),
) -> QuerySet[Entry]:
    """Return the edition's entries by number, each with its category and `lead_name` (None in a draft).

    `search` is looked for in the title, the reference and, once submitted, the organisations' names;
    `also` are entries that it found elsewhere, as in their files.
    """
    lead = Partner.objects.filter(entry=OuterRef("pk"), role=PartnerRole.LEAD)
    found = edition.entries.select_related("category").annotate(
        lead_name=Subquery(lead.values("organisation__name")[:1])
    )
    if category is not None:
        found = found.filter(category=category)
    if state in EntryStatus.values:
        found = found.filter(status=state)
    if search:
        found = found.filter(_matching(search) | Q(pk__in=also))
    return found.order_by("number")


def _matching(search: str) -> Q:
    partners = Partner.objects.filter(organisation__name__icontains=search).values("entry")
    return (
        Q(title__icontains=search)
        | Q(reference__icontains=search)
        | Q(status=EntryStatus.SUBMITTED, pk__in=partners)
    )


def entries_by_mean(entries: QuerySet[Entry], in_round: Round) -> list[UUID]:
    """Return the identifiers of the entries, the highest mean first, those without scores last."""
    ids = list(entries.order_by("number").values_list("pk", flat=True))
    scores = scores_of_entries(ids, in_round)

    def place(key: UUID) -> float:
        given = scores.get(key)
        return -given.mean if given is not None and given.mean is not None else 1.0

    return sorted(ids, key=place)


def means_of(entries: list[Entry], in_round: Round | None) -> dict[UUID, EntryScores]:
    """Return what each of these entries was given in the round: one query, none without a round."""
    return scores_of_entries([entry.pk for entry in entries], in_round) if in_round else {}


def listed_assignments(category: Category, in_round: Round) -> QuerySet[Assignment]:
    """Return who reads what in a category, by entry and judge, with all that says how far they are."""
    return (
        Assignment.objects.filter(round=in_round, entry__category=category)
        .select_related(
            "judge__person", "entry", "recusal", "abstention", "scorecard__confirmation"
        )
        .order_by("entry__number", "judge__person__name", "judge__person__email")
    )


def readings_of(entry: Entry) -> list[Assignment]:
    """Return every reading of one entry, with its judge, milestones, scorecard and scores. Three queries."""
    rows = Assignment.objects.filter(entry=entry).select_related(
        "judge__person", "recusal", "abstention", "scorecard__confirmation"
    )
    return list(rows.prefetch_related("scorecard__scores").order_by("judge__person__name", "pk"))


def scores_by_criterion(assignment: Assignment) -> dict[UUID, Score]:
    """Return the scores of one of `readings_of`, by criterion; none before the first save."""
    if not hasattr(assignment, "scorecard"):
        return {}
    return {score.criterion_id: score for score in assignment.scorecard.scores.all()}
