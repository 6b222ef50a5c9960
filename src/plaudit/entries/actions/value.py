"""Value for money: what a project cost and what it saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from plaudit.entries.actions.evidence import add_evidence, change_evidence
from plaudit.entries.engines.value import staff_cost
from plaudit.entries.models import Entry, Evidence, EvidenceKind, Value, ValueLine, ValueLineKind
from plaudit.entries.wording import clean_line, clean_text
from plaudit.kit.verdict import Refused
from plaudit.people.models import Person

MOST_LINES = 30
MOST_MONTHS = 600
MOST_POUNDS = Decimal(99999999999)
LONGEST_ASSUMPTIONS = 4000


@dataclass(frozen=True)
class LineFacts:
    """A cost or saving. For staff time given in `hours` at a `rate`, `amount` is worked out and may be None."""

    kind: str
    description: str
    hours: Decimal | None
    rate: Decimal | None
    amount: Decimal | None


@dataclass(frozen=True)
class ValueFacts:
    """What a value says beside its title: see `Value`."""

    period: str
    months: int | None
    assumptions: str
    source: str
    lines: Sequence[LineFacts]


@transaction.atomic
def add_value(
    entry: Entry,
    title: str,
    facts: ValueFacts,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID | None = None,
) -> Value:
    """Put costs and savings on the entry. Checks the facts, and what `add_evidence` checks. Raises Refused."""
    values, lines = _values(facts), _lines(facts.lines)
    evidence = add_evidence(entry, EvidenceKind.VALUE, title, by=by, at=at, key=key)
    value = Value.objects.create(evidence=evidence, **values)
    _keep(value, lines)
    return value


@transaction.atomic
def change_value(
    evidence: Evidence,
    title: str,
    facts: ValueFacts,
    *,
    by: Person,
    at: dt.datetime,
    version: int,
) -> None:
    """Keep other costs and savings, all lines anew.

    Checks the facts, and what `change_evidence` checks. Raises Refused, EvidenceConflict.
    """
    values, lines = _values(facts), _lines(facts.lines)
    change_evidence(evidence, title, by=by, at=at, version=version)
    Value.objects.filter(evidence=evidence).update(**values)
    value = Value.objects.get(evidence=evidence)
    value.lines.all().delete()
    _keep(value, lines)


def _keep(value: Value, lines: list[ValueLine]) -> None:
    for position, line in enumerate(lines, start=1):
        line.value, line.position = value, position
    ValueLine.objects.bulk_create(lines)


def _values(facts: ValueFacts) -> dict[str, object]:
    period, source = clean_line(facts.period), clean_line(facts.source)
    assumptions = clean_text(facts.assumptions).strip()
    if len(period) > 80 or len(source) > 300 or len(assumptions) > LONGEST_ASSUMPTIONS:
        raise Refused("One of the texts is too long.")
    if facts.months is not None and not 1 <= facts.months <= MOST_MONTHS:
        raise Refused("The period must be at least one month, and at most 50 years.")
    return {"period": period, "months": facts.months, "assumptions": assumptions, "source": source}


def _lines(facts: Sequence[LineFacts]) -> list[ValueLine]:
    if not facts:
        raise Refused("Add one cost or saving at least.")
    if len(facts) > MOST_LINES:
        raise Refused(f"There can be {MOST_LINES} costs and savings at most.")
    return [_line(each) for each in facts]


def _line(facts: LineFacts) -> ValueLine:
    description = clean_line(facts.description)
    if facts.kind not in ValueLineKind.values:
        raise Refused("Say of each line whether it is a cost or a saving.")
    if not description or len(description) > 200:
        raise Refused("Say what each cost or saving is, in 200 characters or fewer.")
    hours, rate, amount = facts.hours, facts.rate, facts.amount
    if facts.kind != ValueLineKind.STAFF:
        hours = rate = None
    if hours is not None and rate is not None:
        amount = staff_cost(hours, rate)
    if amount is None:
        raise Refused(f"Give the amount of “{description}”.")
    if any(each is not None and each < 0 for each in (hours, rate, amount)):
        raise Refused("Amounts are written without a minus: the kind says whether it is a cost.")
    if amount > MOST_POUNDS or (hours or 0) > MOST_POUNDS / 100 or (rate or 0) > MOST_POUNDS / 100:
        raise Refused("One of the numbers is too large.")
    return ValueLine(
        kind=facts.kind, description=description, hours=hours, rate=rate, amount=amount
    )
