"""A series that was mended after a partner had confirmed it: what they are asked again about."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal

from plaudit.entries.actions.measure import MeasureFacts, change_measure
from plaudit.entries.models import Entry, EvidenceKind
from plaudit.people.models import Person


def mend_series(entry: Entry, *, by: Person, at: dt.datetime) -> None:
    """Mend the last value of the entry's first series, take its first date away, and add a month to it."""
    piece = (
        entry.evidence.filter(kind=EvidenceKind.MEASURE, removed_at__isnull=True)
        .exclude(measure__series=[])
        .select_related("measure")
        .order_by("number")
        .first()
    )
    if piece is None:
        return
    piece.entry = entry
    said = {field.name: getattr(piece.measure, field.name) for field in fields(MeasureFacts)}
    facts = MeasureFacts(**said)
    *kept, (day, value) = facts.series[1:]
    month = (dt.date.fromisoformat(day) + dt.timedelta(days=31)).replace(day=1).isoformat()
    mended = [*kept, [day, str(Decimal(value) + 3)], [month, value]]
    facts = replace(facts, series=mended)
    change_measure(piece, piece.title, facts, by=by, at=at, version=piece.version)
