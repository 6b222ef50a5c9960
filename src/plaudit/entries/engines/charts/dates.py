"""Dates as they stand in British spreadsheets: day first, ISO, or a month alone."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
EARLIEST, LATEST = dt.date(1950, 1, 1), dt.date(2100, 12, 31)
_EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
_LEADING = re.compile(r"^(?:w/?[ce]|week (?:commencing|ending|of))\s+", re.IGNORECASE)
_TIME = re.compile(r"[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_NAMED_MONTH = re.compile(r"([a-z]{3,9})\.?[-/ ]*['’]?(\d{4}|\d{2})", re.IGNORECASE)
_NAMED_DAY = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[-/ ]+([a-z]{3,9})\.?[-/, ]+['’]?(\d{4}|\d{2})", re.IGNORECASE
)
_SERIAL = re.compile(r"[2-6]\d{4}")


def date_in(text: str) -> dt.date:
    """Return the day that `text` names; a month stands for its first day.

    "3/4/2025" is 3 April. A bare number of five digits is an Excel day number. Raises ValueError with a
    sentence for the person.
    """
    written = " ".join(text.replace("\u00a0", " ").split())
    written = _WEEKDAY.sub("", _TIME.sub("", _LEADING.sub("", written)))
    parts = _parts(written)
    if parts is None:
        raise ValueError(
            f"“{text.strip()}” could not be read as a date. Write it like 31/01/2025 or Jan 2025."
        )
    year, month, day = parts
    try:
        found = dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError as error:
        raise ValueError(
            f"“{text.strip()}” is not a date. Dates are read with the day first, then the month."
        ) from error
    if not EARLIEST <= found <= LATEST:
        raise ValueError(f"“{text.strip()}” has a year that cannot be right.")
    return found


def _parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day as they are written, or None."""
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3] or 1)
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _MONTH_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), 1
    if found := _NAMED_DAY.fullmatch(text):
        return _named(found[3], found[2], found[1])
    if found := _NAMED_MONTH.fullmatch(text):
        return _named(found[2], found[1], "1")
    if _SERIAL.fullmatch(text):
        day = _EXCEL_DAY_ZERO + dt.timedelta(days=int(text))
        return day.year, day.month, day.day
    return None


def _named(year: str, month: str, day: str) -> tuple[int, int, int] | None:
    number = MONTHS.get(month[:3].lower())
    return None if number is None else (int(year), number, int(day))
