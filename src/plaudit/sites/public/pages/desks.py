"""The desks as a visitor finds them: whom to write to, and a number that a telephone can dial."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plaudit.enquiries.models import Desk

_NUMBER = re.compile(r"\+?[\d ().-]+")
SHORTEST = 5


@dataclass(frozen=True)
class ShownDesk:
    """`call` is the number as an address, or empty where what was given cannot be dialled."""

    slug: str
    purpose: str
    contact_name: str
    phone: str
    call: str


def shown_desk(desk: Desk) -> ShownDesk:
    return ShownDesk(desk.slug, desk.purpose, desk.contact_name, desk.phone, dialled(desk.phone))


def shown_desks(desks: Iterable[Desk]) -> list[ShownDesk]:
    return [shown_desk(desk) for desk in desks]


def dialled(phone: str) -> str:
    """Return "tel:01632960101" for "01632 960101 (ext. 3)"; empty where there is no number at its start."""
    found = _NUMBER.match(phone.strip())
    number = re.sub(r"[^\d+]", "", found[0].replace("(0)", "")) if found else ""
    return f"tel:{number}" if len(number) >= SHORTEST else ""
