"""Reads of rankings, decisions and awards. What is under embargo is compared with `at` in the query."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import F, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import JSONObject

from plaudit.entries.models import Entry, EntryStatus, Submission
from plaudit.judging.models import Round
from plaudit.programmes.models import Category, Edition
from plaudit.results.awards import ORDER, Award, CorrectionNote, Credit, EntryOutcome
from plaudit.results.means import scores_of_category
from plaudit.results.models import Announcement, Correction, Decision, Outcome
from plaudit.results.ranking import Ranked, rank_entries

PLACED = [str(outcome) for outcome in ORDER]


def ranking(category: Category, in_round: Round) -> list[Ranked]:
    """Return the category's submitted entries ranked by the round's confirmed scores: one query.

    Each `Ranked.scores.key` is the entry's identifier.
    """
    return rank_entries(scores_of_category(category, in_round))


def current_decisions() -> QuerySet[Decision]:
    """Return the decision that counts, the latest, of every submitted entry."""
    latest = Decision.objects.filter(entry=OuterRef("entry")).order_by("-number")
    return Decision.objects.filter(
        number=Subquery(latest.values("number")[:1]), entry__status=EntryStatus.SUBMITTED
    )


def decisions_of(category: Category) -> dict[UUID, Decision]:
    """Return the decisions that count in the category, by the entry's identifier. For the team alone."""
    found = current_decisions().filter(entry__category=category)
    return {decision.entry_id: decision for decision in found}


def decisions_made(category: Category) -> int:
    """Return how many decisions were ever recorded in the category: a version of what it says."""
    return Decision.objects.filter(entry__category=category).count()


def corrections_of(category: Category) -> QuerySet[Correction]:
    """Return what was corrected in the category after the release, oldest first. For the team alone."""
    found = Correction.objects.filter(decision__entry__category=category)
    return found.select_related("decision__entry", "decision__decided_by", "replaced").order_by(
        "decision__decided_at", "decision__entry__number"
    )


def corrections_released(edition: Edition, at: dt.datetime) -> list[CorrectionNote]:
    """Return what anybody may read of the edition's corrections at `at`, oldest first. One query."""
    latest = Announcement.objects.filter(edition=edition).order_by("-number")
    rows = (
        Correction.objects.filter(decision__entry__edition=edition)
        .annotate(released_at=Subquery(latest.values("release_at")[:1]))
        .filter(released_at__lte=at)
        .order_by("decision__decided_at", "pk")
        .values_list(
            "decision__entry__category__name",
            "decision__entry__category__slug",
            "decision__decided_at",
            "reason",
        )
    )
    return list(dict.fromkeys(CorrectionNote(*row) for row in rows))


def decided_outcomes(edition: Edition) -> dict[str, list[str]]:
    """Return the outcomes recorded in each category, by its name. For the team alone."""
    outcomes: dict[str, list[str]] = defaultdict(list)
    rows = current_decisions().filter(entry__edition=edition)
    for name, outcome in rows.values_list("entry__category__name", "outcome"):
        outcomes[name].append(outcome)
    return dict(outcomes)


def released_decisions(at: dt.datetime) -> QuerySet[Decision]:
    """Return the decisions that anybody may know at `at`, each with its `released_at`."""
    latest = Announcement.objects.filter(edition=OuterRef("entry__edition")).order_by("-number")
    return (
        current_decisions()
        .annotate(released_at=Subquery(latest.values("release_at")[:1]))
        .filter(released_at__lte=at)
    )


def released_editions(editions: Iterable[Edition], at: dt.datetime) -> set[UUID]:
    """Return which of these editions have announced their awards by `at`. One query."""
    latest = (
        Announcement.objects.filter(edition__in=[edition.pk for edition in editions])
        .order_by("edition_id", "-number")
        .distinct("edition_id")
    )
    return {each.edition_id for each in latest if each.release_at and each.release_at <= at}


def awards_released(edition: Edition, at: dt.datetime) -> list[Award]:
    """Return the edition's awards that are released at `at`; none before the instant. One query.

    By category in the edition's order, then by outcome, then by title.
    """
    decisions = released_decisions(at).filter(entry__edition=edition, outcome__in=PLACED)
    return _awards(decisions)


def awards_decided(edition: Edition) -> list[Award]:
    """Return the awards as decided so far, released or not. For the team alone."""
    return _awards(current_decisions().filter(entry__edition=edition, outcome__in=PLACED))


def outcome_for_entry(entry: Entry, at: dt.datetime) -> EntryOutcome | None:
    """Return what became of a submitted entry; None before the release. One query.

    A submitted entry about which nothing was decided was not placed.
    """
    if entry.status != EntryStatus.SUBMITTED:
        return None
    announced = Announcement.objects.filter(edition=entry.edition_id).order_by("-number")[:1]
    latest = Decision.objects.filter(entry=entry).order_by("-number")
    row = announced.values_list(
        "release_at",
        Subquery(latest.values("outcome")[:1]),
        Subquery(latest.values("citation")[:1]),
    ).first()
    if row is None or row[0] is None or row[0] > at:
        return None
    released_at, outcome, citation = row
    return EntryOutcome(Outcome(outcome or Outcome.NOT_PLACED), citation or "", released_at)


def _awards(decisions: QuerySet[Decision]) -> list[Award]:
    submitted = Submission.objects.filter(entry=OuterRef("entry")).order_by("-number")
    parts = submitted.annotate(
        parts=JSONObject(
            title=KeyTransform("title", "snapshot"),
            organisations=KeyTransform("organisations", "snapshot"),
        )
    )
    rows = decisions.annotate(
        parts=Subquery(parts.values("parts")[:1], output_field=JSONField())
    ).values(
        "outcome",
        "citation",
        "entry_id",
        "parts",
        category_id=F("entry__category_id"),
        category_name=F("entry__category__name"),
        category_slug=F("entry__category__slug"),
        group_position=F("entry__category__group__position"),
        position=F("entry__category__position"),
    )
    return [_award(row) for row in sorted(rows, key=_award_order)]


def _award_order(row: Mapping[str, Any]) -> tuple[Any, ...]:
    group = row["group_position"]
    return (
        group is None,
        group or 0,
        row["position"],
        row["category_name"],
        PLACED.index(row["outcome"]),
        (row["parts"] or {}).get("title", "").casefold(),
    )


def _award(row: Mapping[str, Any]) -> Award:
    parts = row["parts"] or {}
    return Award(
        category_id=row["category_id"],
        category_name=row["category_name"],
        category_slug=row["category_slug"],
        entry_id=row["entry_id"],
        outcome=Outcome(row["outcome"]),
        title=parts.get("title", ""),
        citation=row["citation"],
        organisations=tuple(
            Credit(item["name"], item["role"], item.get("credit_line", ""))
            for item in parts.get("organisations", [])
        ),
    )
