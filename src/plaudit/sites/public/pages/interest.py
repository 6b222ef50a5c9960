"""Words of the two forms for those who would like to come or to sponsor."""

from __future__ import annotations

from dataclasses import dataclass

from plaudit.enquiries.models import RegistrationKind


@dataclass(frozen=True)
class Words:
    title: str
    lede: str


WORDS: dict[str, Words] = {
    RegistrationKind.ATTEND: Words(
        "Hear about the ceremony",
        "Leave your address and we will write when tables and seats can be booked. Nothing is booked or owed by this.",
    ),
    RegistrationKind.SPONSOR: Words(
        "Sponsor a category",
        "An award partner stands beside a category, and never sees entries or scores. Leave your address and somebody "
        "will write to you.",
    ),
}
