from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from plaudit.entries.models import Entry
from plaudit.judging.actions.recusal import recuse_conflicted
from plaudit.judging.models import Interest, InterestDeclaration, InterestKind, Judge
from plaudit.judging.queries.assignments import conflicted_assignments
from plaudit.judging.rules import is_the_judge
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class DeclaredInterest:
    """One thing that ties a judge to an organisation or to an entry: exactly one of the two."""

    kind: InterestKind | str
    organisation: Organisation | None = None
    entry: Entry | None = None
    note: str = ""


@transaction.atomic
def declare_interests(
    judge: Judge,
    *,
    employer: Organisation | None,
    interests: Iterable[DeclaredInterest],
    by: Person,
    at: dt.datetime,
) -> InterestDeclaration:
    """Record the judge's word that these are all their interests. `employer` is one of them, or None.

    Checks that `by` is the judge, that the terms are accepted, and that each entry is of the edition.
    Replaces what was declared before: what is no longer named ends, and is kept. Recuses the judge from
    every assignment that is now in conflict. Locks the judge. Raises `Refused`.
    """
    locked = _record(judge, employer, interests, by, at)
    declaration = InterestDeclaration.objects.create(judge=locked, declared_at=at)
    _recuse(judge, at)
    return declaration


@transaction.atomic
def record_interests(
    judge: Judge,
    *,
    employer: Organisation | None,
    interests: Iterable[DeclaredInterest],
    by: Person,
    at: dt.datetime,
) -> None:
    """Keep what the judge has named so far, without their word that it is all.

    Checks, replaces and recuses as `declare_interests` does. Raises `Refused`.
    """
    _record(judge, employer, interests, by, at)
    _recuse(judge, at)


@transaction.atomic
def add_interest(
    judge: Judge, interest: DeclaredInterest, *, by: Person, at: dt.datetime
) -> Interest:
    """Add one interest to those declared, as when a judge recognises a project while reading.

    Checks that `by` is the judge and that the entry is of the edition. Recuses the judge from every
    assignment that is now in conflict. Locks the judge. Raises `Refused`.
    """
    require(is_the_judge(judge, by))
    _check(judge, interest)
    Judge.objects.select_for_update().get(pk=judge.pk)
    row, _ = Interest.objects.get_or_create(
        judge=judge,
        kind=InterestKind(interest.kind),
        organisation=interest.organisation,
        entry=interest.entry,
        ended_at=None,
        defaults={"note": interest.note, "declared_at": at},
    )
    _recuse(judge, at)
    return row


def _record(
    judge: Judge,
    employer: Organisation | None,
    interests: Iterable[DeclaredInterest],
    by: Person,
    at: dt.datetime,
) -> Judge:
    require(is_the_judge(judge, by))
    if not hasattr(judge, "terms_acceptance"):
        raise Refused("Accept the terms of judging first.")
    named = list(interests)
    if employer is not None:
        named.insert(0, DeclaredInterest(InterestKind.EMPLOYER, organisation=employer))
    for interest in named:
        _check(judge, interest)
    locked = Judge.objects.select_for_update().get(pk=judge.pk)
    locked.employer = judge.employer = employer
    locked.save(update_fields=["employer"])
    _replace(locked, named, at)
    return locked


def _check(judge: Judge, interest: DeclaredInterest) -> None:
    if (interest.organisation is None) == (interest.entry is None):
        raise Refused("Name either an organisation or an entry for each interest.")
    if interest.entry is not None and interest.entry.edition_id != judge.edition_id:
        raise Refused("That entry is not in this edition.")


def _replace(judge: Judge, named: list[DeclaredInterest], at: dt.datetime) -> None:
    standing = {
        (row.kind, row.organisation_id, row.entry_id): row
        for row in judge.interests.filter(ended_at__isnull=True)
    }
    wanted = {
        (
            str(InterestKind(one.kind)),
            one.organisation and one.organisation.pk,
            one.entry and one.entry.pk,
        ): one
        for one in named
    }
    ended = [row.pk for key, row in standing.items() if key not in wanted]
    judge.interests.filter(pk__in=ended).update(ended_at=at)
    Interest.objects.bulk_create(
        Interest(
            judge=judge,
            kind=key[0],
            organisation=one.organisation,
            entry=one.entry,
            note=one.note,
            declared_at=at,
        )
        for key, one in wanted.items()
        if key not in standing
    )
    for key, one in wanted.items():
        if key in standing and standing[key].note != one.note:
            judge.interests.filter(pk=standing[key].pk).update(note=one.note)


def _recuse(judge: Judge, at: dt.datetime) -> None:
    for assignment in conflicted_assignments(judge.edition, judge=judge):
        recuse_conflicted(assignment, at=at)
