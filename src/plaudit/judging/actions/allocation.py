from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from plaudit.entries.models import Entry, EntryStatus
from plaudit.judging.mail import entries_ready_mail
from plaudit.judging.models import Assignment, Judge, PanelMember, Round
from plaudit.judging.plan import planned
from plaudit.judging.queries.readiness import with_readiness
from plaudit.judging.queries.ties import conflicted_pairs
from plaudit.judging.rules import may_run_judging
from plaudit.judging.shortage import shortage_in_words
from plaudit.kit.dates import moment
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person


@dataclass(frozen=True, slots=True)
class AllocationReport:
    """What an allocation did: `assigned` new pairs; of `seats` wanted over `entries`, `filled` are.

    `shortfalls` says in a sentence for each category what is missing, and is empty when nothing is.
    """

    entries: int
    seats: int
    filled: int
    assigned: int
    shortfalls: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every entry has all its judges."""
        return not self.shortfalls


@transaction.atomic
def allocate_entries(round_: Round, *, by: Person, at: dt.datetime) -> AllocationReport:
    """Give each submitted entry its judges, evenly, never one in conflict. What was given stays.

    Checks that `by` runs the judging and that the round has not closed. Only judges who have accepted
    the terms and declared their interests are given entries; a recusal or an abstention leaves its seat
    to be filled. Doing it again fills only what is empty. Queues one mail a judge and round, to leave
    when the round opens. Locks the round. Raises `Refused`.
    """
    edition = round_.edition
    require(may_run_judging(by, edition))
    Round.objects.select_for_update().get(pk=round_.pk)
    if at > round_.closes_at:
        raise Refused(f"This round closed at {moment(round_.closes_at, edition.zone)}.")
    entries = list(edition.entries.filter(status=EntryStatus.SUBMITTED).select_related("category"))
    judges = {judge.pk: judge for judge in with_readiness(edition.judges.select_related("person"))}
    panels = _panels(round_)
    kept, barred = _standing(round_, entries)
    barred |= conflicted_pairs(edition)
    found = planned(
        {str(entry.pk): str(entry.category_id) for entry in entries},
        {
            str(pk): panels[pk]
            for pk, judge in judges.items()
            if pk in panels and judge.is_ready  # type: ignore[attr-defined]
        },
        {(str(judge), str(entry)) for judge, entry in barred},
        edition.readers_per_entry,
        {(str(judge), str(entry)) for judge, entry in kept - barred},
    )
    Assignment.objects.bulk_create(
        Assignment(round=round_, judge_id=judge, entry_id=entry, assigned_by=by, assigned_at=at)
        for judge, entry in sorted(found.pairs)
    )
    _tell(round_, [judges[UUID(one)] for one in {judge for judge, _ in found.pairs}], at)
    seats = len(entries) * edition.readers_per_entry
    return AllocationReport(
        entries=len(entries),
        seats=seats,
        filled=seats - sum(short.missing for short in found.empty),
        assigned=len(found.pairs),
        shortfalls=shortage_in_words(
            found.empty, {str(entry.pk): entry for entry in entries}, _waiting(judges, panels)
        ),
    )


def _panels(round_: Round) -> dict[UUID, set[str]]:
    panels: dict[UUID, set[str]] = defaultdict(set)
    members = PanelMember.objects.filter(panel__round=round_)
    for judge, category in members.values_list("judge", "panel__category"):
        panels[judge].add(str(category))
    return panels


def _standing(
    round_: Round, entries: list[Entry]
) -> tuple[set[tuple[UUID, UUID]], set[tuple[UUID, UUID]]]:
    """Return the (judge, entry) pairs that read already, and those that may not be paired again."""
    rows = round_.assignments.values_list("judge", "entry", "recusal__pk", "abstention__pk")
    pairs = {(judge, entry): recusal or abstention for judge, entry, recusal, abstention in rows}
    kept = {pair for pair, ended in pairs.items() if ended is None}
    return kept, set(pairs) - kept


def _waiting(judges: dict[UUID, Judge], panels: dict[UUID, set[str]]) -> dict[str, int]:
    """Return for each category how many of its panel have yet to accept the terms or declare."""
    waiting: dict[str, int] = defaultdict(int)
    for pk, categories in panels.items():
        if not judges[pk].is_ready:  # type: ignore[attr-defined]
            for category in categories:
                waiting[category] += 1
    return waiting


def _tell(round_: Round, judges: list[Judge], at: dt.datetime) -> None:
    for judge in sorted(judges, key=lambda one: one.pk):
        subject, body = entries_ready_mail(round_.edition, round_, judge.person.display_name)
        queue_mail(
            "judge_entries_ready",
            to=judge.person,
            cause=round_.pk,
            subject=subject,
            body=body,
            at=at,
            not_before=max(at, round_.opens_at),
        )
