"""Points out words that may tell who a patient is. It runs here, on this machine, and sends nothing anywhere.

What it looks for: NHS numbers (ten digits with a right check digit, NHS Data Dictionary "NHS NUMBER"), hospital
numbers with their label, dates of birth, people's own e-mail addresses and telephone numbers, home addresses.
It would rather miss a doubtful case than cry wolf: switchboards, freephone numbers and shared mailboxes
such as enquiries@ pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from plaudit.entries.engines.guarding import patterns
from plaudit.entries.engines.guarding.numbers import is_nhs_number


class Kind(Enum):
    NHS_NUMBER = "nhs_number"
    HOSPITAL_NUMBER = "hospital_number"
    BIRTH_DATE = "birth_date"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"


REASONS = {
    Kind.NHS_NUMBER: "looks like an NHS number",
    Kind.HOSPITAL_NUMBER: "looks like a hospital or record number",
    Kind.BIRTH_DATE: "looks like somebody’s date of birth",
    Kind.EMAIL: "looks like a person’s own e-mail address",
    Kind.PHONE: "looks like a person’s own telephone number",
    Kind.ADDRESS: "looks like somebody’s home address",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`text[start:end]` may identify somebody. `masked` is those words, mostly hidden, fit to be shown again."""

    start: int
    end: int
    kind: Kind
    masked: str

    @property
    def reason(self) -> str:
        """Why it was pointed out: "looks like an NHS number"."""
        return REASONS[self.kind]


def findings(text: str) -> list[Finding]:
    """Return what may identify a patient in the text, in order, none overlapping another. Linear in its length."""
    found: list[Finding] = []
    for start, end, kind in sorted(_spans(text), key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1].end:
            found.append(Finding(start, end, kind, masked(text[start:end])))
    return found


def masked(words: str) -> str:
    """Hide all but the first character and the last two; of an e-mail address, all before the @ but the first."""
    if "@" in words:
        local, _, domain = words.partition("@")
        return f"{local[:1]}{'•' * max(3, len(local) - 1)}@{domain}"
    shown = {0, len(words) - 2, len(words) - 1}
    return "".join(
        "•" if character.isalnum() and index not in shown else character
        for index, character in enumerate(words)
    )


def _spans(text: str) -> Iterator[tuple[int, int, Kind]]:
    for number in patterns.TEN_DIGITS.finditer(text):
        if is_nhs_number(number, text):
            yield *number.span(), Kind.NHS_NUMBER
    for found in patterns.HOSPITAL_NUMBER.finditer(text):
        if sum(map(str.isdigit, found["number"])) >= 5:
            yield *found.span("number"), Kind.HOSPITAL_NUMBER
    for pattern in (patterns.BORN_ON, patterns.TITLED_AND_DATE, patterns.NAME_AND_DATE):
        for found in pattern.finditer(text):
            yield *found.span("date"), Kind.BIRTH_DATE
    for found in patterns.EMAIL.finditer(text):
        if not _is_shared(found["local"]):
            yield *found.span(), Kind.EMAIL
    yield from _phones(text)
    for found in patterns.HOME.finditer(text):
        yield *found.span("address"), Kind.ADDRESS


def _is_shared(local: str) -> bool:
    return any(part in patterns.SHARED_MAILBOXES for part in re.split(r"[._\-+\d]+", local.lower()))


def _phones(text: str) -> Iterator[tuple[int, int, Kind]]:
    for found in patterns.MOBILE.finditer(text):
        yield *found.span(), Kind.PHONE
    for found in patterns.LANDLINE.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if patterns.SOMEBODYS_OWN.search(before):
            yield *found.span(), Kind.PHONE
