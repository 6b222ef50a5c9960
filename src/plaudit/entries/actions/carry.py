"""Starting an entry from an earlier one, and taking what was carried over as it is."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.carry_evidence import carry_evidence
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.carried import may_start_from, open_for
from plaudit.entries.engines.carrying import matched
from plaudit.entries.meanwhile import rows_to_write
from plaudit.entries.models import Answer, Entry, Partner, UpdateSource
from plaudit.entries.rules import may_write
from plaudit.entries.wording import clean_text
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Category

LONGEST_NEWS = 20_000


@transaction.atomic
def start_from_earlier(
    category: Category, earlier: Entry, *, by: Person, at: dt.datetime, key: UUID | None = None
) -> Entry:
    """Start a draft in the category with what the earlier entry said, and return it.

    Checks that the person may start from the earlier entry and that entries to the category are taken;
    starts the entry as `start_entry` does (the same `key` gives the same entry again). Carries over title,
    summary, organisations with their credit lines, each answer whose criterion is called alike, and the
    evidence under its numbers (`carry_evidence`); answers and evidence are marked stale until somebody saves
    or keeps them. Confirmations, consents, the photo and people stay behind. Raises Refused.
    """
    require(may_start_from(by, earlier))
    entry = start_entry(category, by=by, at=at, key=key)
    if entry.carried_from_id is not None:
        return entry
    entry.carried_from, entry.title, entry.summary = earlier, earlier.title, earlier.summary
    entry.details_version += 1
    entry.save(update_fields=["carried_from", "title", "summary", "details_version"])
    Partner.objects.bulk_create(
        Partner(
            entry=entry,
            organisation_id=partner.organisation_id,
            role=partner.role,
            position=partner.position,
            credit_line=partner.credit_line,
        )
        for partner in earlier.partners.order_by("position")
    )
    _carry_answers(entry, earlier, by=by, at=at)
    carry_evidence(entry, earlier, by=by, at=at)
    return entry


@transaction.atomic
def keep_carried(entry: Entry, criterion_id: UUID, *, by: Person, at: dt.datetime) -> None:
    """Say that an answer carried over still holds: it is stale no more. Its words stay as they are.

    Checks that the person may write at `at`; does nothing when the answer is not stale. Raises Refused.
    """
    require(may_write(by, entry, at))
    Answer.objects.filter(entry=entry, criterion=criterion_id, is_stale=True).update(is_stale=False)


@transaction.atomic
def say_what_is_new(
    entry: Entry, text: str, *, by: Person, at: dt.datetime, version: str | None = None
) -> Entry:
    """Write what is new since the earlier entry, and return the entry as it is now.

    Checks that the person may write at `at`, that the entry was begun from an earlier one, and that the
    text is not over 20,000 characters; locks the entry; checks, where `version` is given, that what is
    written over is what that page showed (`meanwhile.rows_to_write`). Raises Refused, ChangedMeanwhile.
    """
    require(may_write(by, entry, at))
    require(open_for(entry))
    text = clean_text(text).strip()
    if len(text) > LONGEST_NEWS:
        raise Refused(f"This must be {LONGEST_NEWS:,} characters or fewer.")
    held = Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    if rows_to_write({held.pk: (text,)}, {held.pk: (held.what_is_new,)}, version):
        held.what_is_new = entry.what_is_new = text
        held.save(update_fields=["what_is_new"])
    return held


def _carry_answers(entry: Entry, earlier: Entry, *, by: Person, at: dt.datetime) -> None:
    said = {
        answer.criterion_id: answer
        for answer in earlier.answers.filter(words__gt=0).select_related("criterion__criterion")
        if answer.criterion.category_id == earlier.category_id
    }
    asked = {row.pk: row for row in entry.category.criteria.select_related("criterion")}
    pairs = matched(
        {key: answer.criterion.name for key, answer in said.items()},
        {key: row.name for key, row in asked.items()},
    )
    for new, old in pairs.items():
        save_answer(
            entry,
            asked[new],
            by=by,
            at=at,
            text=said[old].text,
            version=0,
            source=UpdateSource.CARRIED,
        )
    Answer.objects.filter(entry=entry, criterion__in=list(pairs)).update(is_stale=True)
