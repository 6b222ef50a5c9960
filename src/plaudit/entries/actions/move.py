"""Moving an entry to another category of its edition. No word is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import transaction

from plaudit.entries.models import Answer, CategoryMove, Entry, EntryStatus
from plaudit.entries.rules import may_move
from plaudit.entries.statements import LOCKED_ANSWERS
from plaudit.kit.rows import all_rows
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Category


@transaction.atomic
def move_entry(entry: Entry, category: Category, *, by: Person, at: dt.datetime) -> CategoryMove:
    """Move the entry to the category and return the record of it. Its reference stays.

    Checks that the person may write at `at`, that the entry does not stand submitted, and that entries to
    the other category are taken at `at`. Locks the entry, then its answers, so that a live save waits and
    goes on in the same answer afterwards. An answer goes along, with its document and its history, when the
    new category asks the criterion it was written for; the others are parked on the entry, and come back
    when it moves to a category that asks theirs. Criteria without an answer get an empty one. What is asked
    of organisations and eligibility is asked anew, by the new category's rules. Appends a CategoryMove.
    Raises Refused.
    """
    require(may_move(by, entry, category, at))
    held = Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    if held.category_id != entry.category_id or held.status == EntryStatus.SUBMITTED:
        raise Refused("Somebody moved or submitted this entry just now. Open it again.")
    all_rows(LOCKED_ANSWERS, [held.pk])
    _carry(held, category)
    move = CategoryMove.objects.create(
        entry=held,
        from_category_id=held.category_id,
        to_category=category,
        moved_by=by,
        moved_at=at,
    )
    held.category = entry.category = category
    held.save(update_fields=["category"])
    return move


def _carry(entry: Entry, category: Category) -> None:
    """Give each criterion of the category its answer: the one it had here before, or the one of the same name."""
    answers = list(
        Answer.objects.filter(entry=entry).select_related("criterion").defer("document", "text")
    )
    asked = {row.pk: row.criterion_id for row in category.criteria.all()}
    chosen = chosen_answers(answers, asked, entry.category_id)
    for criterion_id, answer in chosen.items():
        if answer.criterion_id != criterion_id:
            Answer.objects.filter(pk=answer.pk).update(criterion=criterion_id)
    there = {answer.criterion_id for answer in answers}
    Answer.objects.bulk_create(
        Answer(entry=entry, criterion_id=key) for key in asked if key not in chosen.keys() | there
    )


def chosen_answers(
    answers: Iterable[Answer], asked: Mapping[UUID, UUID], category_id: UUID
) -> dict[UUID, Answer]:
    """Return which answer goes to which criterion of the new category; none when none fits.

    `asked` gives, for each criterion of the new category, the edition's criterion that it stands for;
    `category_id` is the category the entry leaves. An entry has one answer to an edition's criterion; should
    there be more, the one in that category goes first, then the one saved last, and one that lies in the new
    category already keeps its place.
    """
    by_shared: dict[UUID, list[Answer]] = {}
    for answer in answers:
        by_shared.setdefault(answer.criterion.criterion_id, []).append(answer)
    found: dict[UUID, Answer] = {}
    for criterion_id, shared in asked.items():
        fitting = by_shared.get(shared, [])
        lying = [each for each in fitting if each.criterion_id == criterion_id]
        if lying or fitting:
            found[criterion_id] = max(lying or fitting, key=lambda each: _rank(each, category_id))
    return found


def _rank(answer: Answer, category_id: UUID) -> tuple[bool, bool, dt.datetime]:
    return (
        answer.criterion.category_id == category_id,
        answer.saved_at is not None,
        answer.saved_at or dt.datetime.min.replace(tzinfo=dt.UTC),
    )
