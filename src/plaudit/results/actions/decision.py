from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from plaudit.entries.models import Entry, EntryStatus
from plaudit.kit.verdict import require
from plaudit.people.models import Person
from plaudit.programmes.models import Category, TeamRole
from plaudit.programmes.rules import may_work_for
from plaudit.results.models import Decision, Outcome
from plaudit.results.queries import decisions_of
from plaudit.results.rules import may_be_given, may_decide, outcomes_can_grow


@transaction.atomic
def record_decision(
    entry: Entry, outcome: Outcome | str, *, by: Person, at: dt.datetime, citation: str = ""
) -> Decision:
    """Record what the panel makes of one entry. The same outcome and citation again add nothing.

    Checks as `record_decisions`. Returns the decision that counts. Raises `Refused`.
    """
    record_decisions(entry.category, {entry.pk: (Outcome(outcome), citation)}, by=by, at=at)
    return decisions_of(entry.category)[entry.pk]


@transaction.atomic
def record_decisions(
    category: Category,
    chosen: Mapping[UUID, tuple[Outcome, str]],
    *,
    by: Person,
    at: dt.datetime,
) -> list[Decision]:
    """Record outcome and citation for entries of a category, all or none; return the rows added.

    Checks that `by` looks after judging, that awards are not released, that each entry is submitted to
    this category, and that no second winner stands beside the first. What is unchanged adds nothing.
    Locks the category. Raises `Refused`.
    """
    require(may_work_for(by, category.edition.programme, TeamRole.JUDGING))
    Category.objects.select_for_update().get(pk=category.pk)
    require(may_decide(category.edition, at))
    standing = decisions_of(category)
    entries = entries_chosen(category, chosen)
    outcomes = {key: decision.outcome for key, decision in standing.items()}
    outcomes |= {key: outcome.value for key, (outcome, _) in chosen.items()}
    require(outcomes_can_grow(list(outcomes.values())))
    return [
        append_decision(entries[key], standing.get(key), outcome, citation, by, at)
        for key, (outcome, citation) in chosen.items()
        if differs(standing.get(key), outcome, citation)
    ]


def entries_chosen(category: Category, chosen: Mapping[UUID, object]) -> dict[UUID, Entry]:
    """Return the category's entries that are `chosen`. Raises `Refused` unless each can have an outcome."""
    entries = {entry.pk: entry for entry in category.entries.filter(pk__in=chosen)}
    for key in chosen:
        require(may_be_given(entries.get(key) or Entry(status=EntryStatus.DRAFT)))
    return entries


def differs(standing: Decision | None, outcome: Outcome, citation: str) -> bool:
    """Whether outcome and citation say something else than the decision that counts."""
    if standing is None:
        return True
    return (standing.outcome, standing.citation) != (outcome.value, citation.strip())


def append_decision(
    entry: Entry,
    standing: Decision | None,
    outcome: Outcome,
    citation: str,
    by: Person,
    at: dt.datetime,
) -> Decision:
    """Add a row for the entry: from now on it is the one that counts."""
    last = entry.decisions.order_by("-number").values_list("number", flat=True).first()
    return Decision.objects.create(
        entry=entry,
        number=(last or 0) + 1,
        outcome=outcome,
        citation=citation.strip(),
        decided_by=by,
        decided_at=at,
    )
