"""Testimonials: somebody's own words, with their consent."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction

from plaudit.entries.actions.evidence import add_evidence, change_evidence
from plaudit.entries.models import Audience, Entry, Evidence, EvidenceKind, Testimonial
from plaudit.entries.wording import clean_line, clean_text
from plaudit.kit.verdict import Refused
from plaudit.people.models import Person

LONGEST_WORDS = 3000
LONGEST = {
    "name": 120,
    "role": 120,
    "organisation": 200,
    "consent_from": 120,
    "consent_method": 200,
}
CONSENT = ("consent_from", "consent_method", "consented_on")


@dataclass(frozen=True)
class TestimonialFacts:
    """Who said what, and how they agreed to it: see `Testimonial`."""

    words: str
    name: str
    role: str
    organisation: str
    audience: str
    consent_from: str
    consent_method: str
    consented_on: dt.date | None


@transaction.atomic
def add_testimonial(
    entry: Entry,
    title: str,
    facts: TestimonialFacts,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID | None = None,
) -> Testimonial:
    """Put somebody's words on the entry. Without consent it can be kept, but the entry not submitted.

    Checks that there are words, that consent is whole and not from the future, lengths, and what
    `add_evidence` checks; records who wrote down the consent, and when. Raises Refused.
    """
    values = _values(facts, at)
    evidence = add_evidence(entry, EvidenceKind.TESTIMONIAL, title, by=by, at=at, key=key)
    return Testimonial.objects.create(evidence=evidence, **values, **_recorded(facts, by, at))


@transaction.atomic
def change_testimonial(
    evidence: Evidence,
    title: str,
    facts: TestimonialFacts,
    *,
    by: Person,
    at: dt.datetime,
    version: int,
) -> None:
    """Keep other words or another consent.

    Checks as `add_testimonial` and `change_evidence` do; consent that changed is recorded anew. Raises
    Refused, EvidenceConflict.
    """
    values = _values(facts, at)
    change_evidence(evidence, title, by=by, at=at, version=version)
    held = Testimonial.objects.get(evidence=evidence)
    if any(values[name] != getattr(held, name) for name in CONSENT):
        values |= _recorded(facts, by, at)
    Testimonial.objects.filter(pk=held.pk).update(**values)


def _recorded(facts: TestimonialFacts, by: Person, at: dt.datetime) -> dict[str, object]:
    is_given = facts.consented_on is not None
    return {
        "consent_recorded_by": by if is_given else None,
        "consent_recorded_at": at if is_given else None,
    }


def _values(facts: TestimonialFacts, at: dt.datetime) -> dict[str, object]:
    values = asdict(facts) | {"words": clean_text(facts.words).strip()}
    for name, longest in LONGEST.items():
        values[name] = clean_line(values[name])
        if len(values[name]) > longest:
            raise Refused(f"One of the texts is too long: {longest} characters at most.")
    if not values["words"]:
        raise Refused("Write down what was said.")
    if len(values["words"]) > LONGEST_WORDS:
        raise Refused(f"What was said must be {LONGEST_WORDS:,} characters or fewer.")
    if facts.audience not in Audience.values:
        raise Refused("Say who may read it.")
    given = [bool(values[name]) for name in CONSENT]
    if any(given) and not all(given):
        raise Refused("To record consent, say who gave it, how, and on which day.")
    if facts.consented_on and facts.consented_on > at.date() + dt.timedelta(days=1):
        raise Refused("Consent cannot be given on a day that has not come yet.")
    return values
