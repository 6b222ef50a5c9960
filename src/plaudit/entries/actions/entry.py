"""Starting an entry."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from plaudit.entries.models import Answer, Contributor, ContributorLevel, Entry
from plaudit.entries.references import entry_reference, next_stem, reference_stem
from plaudit.entries.rules import remember_level
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Category, Edition
from plaudit.programmes.rules import may_enter


@transaction.atomic
def start_entry(
    category: Category, *, by: Person, at: dt.datetime, key: UUID | None = None
) -> Entry:
    """Start a draft in the category, owned by the person.

    Checks that entries to the category are taken at `at`; takes the edition's lock; returns the entry
    that this `key` started before, if there is one. Otherwise gives the entry the edition's next number
    and its reference, makes the person its owner, and lays out an empty answer for each criterion.
    Raises Refused.
    """
    require(may_enter(category, at))
    edition = Edition.objects.select_for_update(no_key=True).get(pk=category.edition_id)
    started = key and Entry.objects.filter(start_key=key).first()
    if started:
        if started.started_by_id != by.pk or started.category_id != category.pk:
            raise Refused(
                "This form has been used already. Open the category's page and start again."
            )
        return started
    number, reference = _next_number(edition, category)
    entry = Entry.objects.create(
        edition=category.edition,
        category=category,
        number=number,
        reference=reference,
        started_by=by,
        start_key=key,
        created_at=at,
    )
    Contributor.objects.create(entry=entry, person=by, level=ContributorLevel.OWNER, added_at=at)
    Answer.objects.bulk_create(
        Answer(entry=entry, criterion=criterion) for criterion in category.criteria.all()
    )
    remember_level(entry, by, ContributorLevel.OWNER)
    return entry


def _next_number(edition: Edition, category: Category) -> tuple[int, str]:
    """Return the next number of the edition and the reference made of it, under the edition's lock."""
    last = edition.entries.order_by("-number").values_list("number", "reference").first()
    if last is not None:
        number, stem = last[0] + 1, last[1].rsplit("-", 1)[0]
        return number, entry_reference(stem, number)
    own = reference_stem(category.edition.programme.slug, edition.slug)
    attempt = 0
    while Entry.objects.filter(reference__startswith=f"{next_stem(own, attempt)}-").exists():
        attempt += 1
    return 1, entry_reference(next_stem(own, attempt), 1)
