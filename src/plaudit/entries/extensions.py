"""More time that was granted to entries."""

from __future__ import annotations

import datetime as dt

from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery

from plaudit.entries.models import Entry, Extension
from plaudit.programmes.models import Edition


def latest_extension(entry: Entry) -> dt.datetime | None:
    """Return the latest instant to which time was extended for the entry, its category or all, or None."""
    latest: dt.datetime | None = _reaching(entry).aggregate(latest=Max("closes_at"))["latest"]
    return latest


def extension_for_all(edition: Edition) -> dt.datetime | None:
    """Return until when time was extended for all entries of the edition, where that is later than its closing."""
    rows = Extension.objects.filter(
        edition=edition, entry=None, category=None, closes_at__gt=edition.closes_at
    )
    latest: dt.datetime | None = rows.aggregate(latest=Max("closes_at"))["latest"]
    return latest


def extension_granted_at(entry: Entry, closes_at: dt.datetime) -> dt.datetime | None:
    """Return when the entry was first given time until `closes_at`, or None if that is no extension."""
    granted = _reaching(entry).filter(closes_at=closes_at)
    first: dt.datetime | None = granted.aggregate(first=Min("granted_at"))["first"]
    return first


def _reaching(entry: Entry) -> QuerySet[Extension]:
    """Return the extensions for the entry, its category or all."""
    for_entry = Q(entry=None) | Q(entry=entry.pk)
    for_category = Q(category=None) | Q(category=entry.category_id)
    return Extension.objects.filter(for_entry, for_category, edition=entry.edition_id)


def latest_extension_of_each() -> Subquery:
    """Return what to annotate rows of entries with, so that a list need not ask `latest_extension` of each."""
    rows = Extension.objects.filter(
        Q(entry=None) | Q(entry=OuterRef("pk")),
        Q(category=None) | Q(category=OuterRef("category")),
        edition=OuterRef("edition"),
    )
    return Subquery(rows.order_by("-closes_at").values("closes_at")[:1])


def extensions_of(edition: Edition) -> QuerySet[Extension]:
    """Return the extensions granted in the edition, newest first, with whom they are for and who granted them."""
    rows = Extension.objects.filter(edition=edition)
    return rows.select_related("entry", "category", "granted_by").order_by("-granted_at", "-pk")
