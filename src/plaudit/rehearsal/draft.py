from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from plaudit.entries.models import Entry
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import CategoryCriterion


class Destiny(StrEnum):
    """What is to become of an entry, drawn before it is begun."""

    NEVER = "never submitted"
    EARLY = "submitted days before"
    AGAIN = "submitted, changed and submitted again"
    WITHDRAWN = "submitted and withdrawn"
    BACK = "withdrawn and submitted again"
    SECOND_BEFORE = "submitted a second before closing"
    ON_THE_SECOND = "submitted at the closing instant"
    SECOND_AFTER = "a second late"


@dataclass
class Draft:
    """An entry as the people who write it know it: what they have, and which versions their pages show."""

    entry: Entry
    owner: Person
    criteria: list[CategoryCriterion]
    destiny: Destiny
    begun: dt.datetime
    lead: Organisation
    partners: list[Organisation]
    merit: float
    colleague: Person | None = None
    versions: dict[UUID, int] = field(default_factory=dict)
    texts: dict[UUID, str] = field(default_factory=dict)
