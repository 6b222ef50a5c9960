"""E-mail addresses and telephone numbers in a text."""

from __future__ import annotations

import re
from functools import lru_cache

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w/.,-])(?:\+\d{1,3}[\s.-]?)?(?:\(0?\d{1,5}\)[\s.-]?)?\d[\d\s.-]{5,14}\d(?:\s*(?:ext|"
    r"x)\.?\s*\d{1,5})?(?![\w/@%]|\s*words)",
    re.IGNORECASE,
)

_AMERICAN = re.compile(
    r"(?:1[\s.-])?\d{3}[\s.-]\d{3}[\s.-]\d{4}(?:\s*(?:ext|x)\.?\s*\d{1,5})?", re.IGNORECASE
)
_LOCAL = re.compile(r"(?<![\w/.,-])\d{3}[-.]\d{4}(?![\w/@%-])(?!\s*words)")
_CALLS = re.compile(r"\b(?:call|phone|tel(?:ephone)?|ring|dial|mobile)\b", re.IGNORECASE)

_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame)\.? )?[A-Z][\w'’.-]*(?: "
    r"(?:de|van|von|der|la|le|du|da|bin|al|[A-Z][\w'’.-]*)){1,4}"
)
_NOT_PEOPLE = re.compile(
    r"\b(?:enquir\w+|queries|questions?|support|help|entries|entry|sponsorship|"
    r"judging|media|press|marketing|bookings?|tickets?|"
    r"tables?|events?|one|two|copy|copies|pdf|forms?|documents?|files?|team|desk|office|award|awards|the|and|of|criteria|general|technical)\b",
    re.IGNORECASE,
)


def is_person(text: str) -> bool:
    """Whether the text has the shape of a person's name: two to five capitalised words, none a trade word."""
    return bool(_PERSON.fullmatch(text)) and not _NOT_PEOPLE.search(text)


@lru_cache(maxsize=8192)
def find_email(text: str) -> str | None:
    """The first e-mail address, or None."""
    match = EMAIL.search(text) if "@" in text else None
    return match[0].rstrip(".-") if match else None


@lru_cache(maxsize=8192)
def find_phone(text: str) -> str | None:
    """The first telephone number (nine digits or more), or None."""
    for match in PHONE.finditer(EMAIL.sub(" ", text)):
        digits = re.sub(r"\D", "", match[0])
        if (
            (9 <= len(digits) <= 18 and digits[0] == "0")
            or match[0].startswith("+")
            or (9 <= len(digits) <= 15 and "(" in match[0])
            or (len(digits) in (10, 11) and _AMERICAN.fullmatch(match[0].strip(" .-")))
        ):
            return match[0].strip(" .-")
    local = _LOCAL.search(text)
    return local[0] if local and (EMAIL.search(text) or _CALLS.search(text)) else None


def has_contact_details(text: str) -> bool:
    """Whether the text holds an e-mail address or a telephone number."""
    return find_email(text) is not None or find_phone(text) is not None
