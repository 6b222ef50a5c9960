"""More time that was granted to entries."""

from __future__ import annotations

import datetime as dt

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from plaudit.entries.models import Entry, Extension
from plaudit.programmes.models import Edition


def latest_extension(entry: Entry) -> dt.datetime | None:
    """Return the latest instant to which time was extended for the entry, its category or all, or None."""
    for_entry = Q(entry=None) | Q(entry=entry.pk)
    for_category = Q(category=None) | Q(category=entry.category_id)
    rows = Extension.objects.filter(for_entry, for_category, edition=entry.edition_id)
    latest: dt.datetime | None = rows.aggregate(latest=Max("closes_at"))["latest"]
    return latest


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
