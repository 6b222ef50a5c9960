"""Numbers as people write them: "41%", "1,200", "£3.5m", "−4"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

LARGEST = Decimal(99999999999999)
PLACES = Decimal("0.000001")
_MULTIPLES = {
    "": 1,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[-+])?(?P<currency>[£$€])?(?P<minus>-)?"
    r"(?P<digits>\d{1,3}(?:[, ]\d{3})+|\d+)?(?P<fraction>\.\d+)?"
    r"\s?(?:(?P<multiple>k|thousand|million|m|bn|billion)(?![a-z]))?(?P<close>\))?"
    r"\s?(?P<unit>%|per ?cent|[a-z][a-z /]{0,38})?",
    re.IGNORECASE,
)
LONGEST_QUOTED = 30
_SAME = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "'": ""})


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the unit that was written with it ("%", "£", "days"), or ""."""

    value: Decimal
    unit: str


def number_in(text: str) -> Number:
    """Return the number that `text` says, to six places. Raises ValueError with a sentence for the person."""
    written = " ".join(text.translate(_SAME).split())
    found = _NUMBER.fullmatch(written)
    if found is None or not (found["digits"] or found["fraction"]):
        raise ValueError(_why_not(text.strip(), written))
    multiple = (found["multiple"] or "").lower()
    if multiple == "m" and not found["currency"]:
        raise ValueError(
            f"“{text.strip()}” could be millions, months or metres. Write the number in full."
        )
    digits = (found["digits"] or "0").replace(",", "").replace(" ", "")
    if len(digits) > 15:
        raise ValueError("That number is too large.")
    value = Decimal(digits + (found["fraction"] or "")) * _MULTIPLES[multiple]
    if value > LARGEST:
        raise ValueError("That number is too large.")
    is_negative = found["sign"] == "-" or bool(found["minus"]) or bool(found["open"])
    value = value.quantize(PLACES).normalize()
    return Number(-value if is_negative and value else value, _unit(found))


def plain(value: Decimal) -> str:
    """Return the value as text without exponent or idle zeros: "1200", "0.5"."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _unit(found: re.Match[str]) -> str:
    unit = " ".join((found["unit"] or "").split())
    if unit.lower() in {"%", "percent", "per cent"}:
        return "%"
    return found["currency"] or unit


def _why_not(text: str, written: str) -> str:
    text = text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"
    if re.fullmatch(r"[£$€]?\d+,\d{1,2}%?", written):
        return f"Write “{text}” with a point: {written.replace(',', '.')}."
    if not any(character.isdigit() for character in text):
        return f"“{text}” is not a number." if text else "Enter a number."
    return f"“{text}” could not be read as a number. Write it like 41%, 1,200 or £3.5m."
