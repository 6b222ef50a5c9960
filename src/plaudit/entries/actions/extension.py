"""Giving entrants more time."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q

from plaudit.entries.closing import closing_for, remember_extension
from plaudit.entries.extensions import latest_extension
from plaudit.entries.models import Entry, Extension
from plaudit.entries.wording import clean_line
from plaudit.kit.dates import moment
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Category, Edition, TeamRole
from plaudit.programmes.rules import closing_instant, may_work_for

LONGEST_REASON = 300


@transaction.atomic
def extend_closing(
    edition: Edition,
    *,
    closes_at: dt.datetime,
    reason: str,
    by: Person,
    at: dt.datetime,
    category: Category | None = None,
    entry: Entry | None = None,
) -> Extension:
    """Let one entry, the entries of a category, or all of the edition close at `closes_at`.

    Checks that `by` has the entries desk; that the category or the entry, one of them at most, is the
    edition's; that a reason is given; that `closes_at` is ahead of `at`, and later than the closing it
    replaces, since an extension never shortens. The same again changes nothing. Appends an Extension.
    Sends nothing. Raises Refused.
    """
    require(may_work_for(by, edition.programme, TeamRole.ENTRIES))
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    _require_own(edition, category, entry)
    rows = Extension.objects.filter(edition=edition, category=category, entry=entry)
    made = rows.filter(closes_at=closes_at).first()
    if made is not None:
        return made
    reason = clean_line(reason)[:LONGEST_REASON]
    if not reason:
        raise Refused("Say why there is more time. The reason is kept with the extension.")
    if closes_at <= at:
        raise Refused("The new closing time must be ahead of us.")
    closing = _closing_now(edition, category, entry)
    if closes_at <= closing:
        closes = moment(closing, edition.zone)
        raise Refused(f"Entries close at {closes} already. An extension can only give more time.")
    if entry is not None:
        remember_extension(entry, closes_at)
    return Extension.objects.create(
        edition=edition,
        category=category,
        entry=entry,
        closes_at=closes_at,
        reason=reason,
        granted_by=by,
        granted_at=at,
    )


def _require_own(edition: Edition, category: Category | None, entry: Entry | None) -> None:
    if category is not None and entry is not None:
        raise Refused("Extend one entry, or a category, or all: one at a time.")
    for thing in (category, entry):
        if thing is not None and thing.edition_id != edition.pk:
            raise Refused("This is not part of the edition.")


def _closing_now(edition: Edition, category: Category | None, entry: Entry | None) -> dt.datetime:
    """Return the latest closing that the extension would replace."""
    if entry is not None:
        remember_extension(entry, latest_extension(entry))
        return closing_for(entry)
    reached = Q(category=None) if category is None else Q(category=None) | Q(category=category)
    granted = Extension.objects.filter(reached, edition=edition, entry=None)
    own = edition.closes_at if category is None else closing_instant(category)
    return max([own, *granted.values_list("closes_at", flat=True)])
