"""Measures: what was counted before and after."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from plaudit.entries.actions.evidence import add_evidence, change_evidence
from plaudit.entries.models import Direction, Entry, Evidence, EvidenceKind, Measure
from plaudit.entries.wording import clean_line
from plaudit.kit.verdict import Refused
from plaudit.people.models import Person

LARGEST = Decimal(99999999999999)
LONGEST = {
    "unit": 40,
    "baseline_period": 80,
    "target_period": 80,
    "result_period": 80,
    "source": 300,
    "change_note": 200,
}


@dataclass(frozen=True)
class MeasureFacts:
    """What a measure says beside its title: see `Measure`."""

    unit: str
    direction: str
    baseline: Decimal | None
    baseline_period: str
    target: Decimal | None
    target_period: str
    result: Decimal | None
    result_period: str
    source: str
    series: list[list[str]]
    changed_on: dt.date | None
    change_note: str


@transaction.atomic
def add_measure(
    entry: Entry,
    title: str,
    facts: MeasureFacts,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID | None = None,
) -> Measure:
    """Put a measure on the entry.

    Checks the facts' lengths and sizes, and what `add_evidence` checks, which numbers it and makes sure that
    one `key` makes one measure. Raises Refused.
    """
    values = _values(facts)
    evidence = add_evidence(entry, EvidenceKind.MEASURE, title, by=by, at=at, key=key)
    return Measure.objects.create(evidence=evidence, **values)


@transaction.atomic
def change_measure(
    evidence: Evidence,
    title: str,
    facts: MeasureFacts,
    *,
    by: Person,
    at: dt.datetime,
    version: int,
) -> None:
    """Keep other facts for the measure.

    Checks the facts' lengths and sizes, and what `change_evidence` checks. Raises Refused, EvidenceConflict.
    """
    values = _values(facts)
    change_evidence(evidence, title, by=by, at=at, version=version)
    Measure.objects.filter(evidence=evidence).update(**values)


def _values(facts: MeasureFacts) -> dict[str, object]:
    values = asdict(facts)
    for name, longest in LONGEST.items():
        values[name] = clean_line(values[name])
        if len(values[name]) > longest:
            raise Refused(f"One of the texts is too long: {longest} characters at most.")
    if facts.direction not in Direction.values:
        raise Refused("Say which way is better: up, down or neither.")
    figures = (facts.baseline, facts.target, facts.result)
    if any(each is not None and abs(each) > LARGEST for each in figures):
        raise Refused("One of the numbers is too large.")
    return values
