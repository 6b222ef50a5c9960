from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plaudit.rehearsal.ledger import Ledger
from plaudit.rehearsal.plan import Plan

if TYPE_CHECKING:
    from plaudit.judging.models import Judge, Round
    from plaudit.people.models import Organisation, Person
    from plaudit.programmes.models import Category, CategoryCriterion, Edition
    from plaudit.rehearsal.draft import Draft


@dataclass
class Stage:
    """What the phases hand on to each other: the plan, chance, the ledger, and who and what there is."""

    plan: Plan
    chance: random.Random
    ledger: Ledger = field(default_factory=Ledger)
    director: Person = field(init=False)
    edition: Edition = field(init=False)
    round: Round = field(init=False)
    categories: list[Category] = field(default_factory=list)
    forms: dict[object, list[CategoryCriterion]] = field(default_factory=dict)
    organisations: list[Organisation] = field(default_factory=list)
    entrants: list[Person] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    judges: list[Judge] = field(default_factory=list)

    def happens(self, share: float) -> bool:
        """Return True for this share of the times it is asked."""
        return self.chance.random() < share
