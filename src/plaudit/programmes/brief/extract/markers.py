"""List markers: bullets, numbers, letters, roman numerals and question numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.programmes.brief.block import Marker
from plaudit.programmes.brief.measures import is_only_measures
from plaudit.programmes.brief.signals.wording import asks

_BULLETS = "•‣▪▫◦●○■□◆◇❖·∙➢➤➔➜►▶▸✓✔☑✅☐✦★☆→»§⁃⦿※➡"
_BULLET = re.compile(rf"^([{_BULLETS}])\s*|^([-–—*+~]|o(?=\s))(?:\s+|$)|^([-–])(?=[A-Z][a-z])")
_TASK = re.compile(r"^\[[ xX]\]\s+")
_QUESTION = re.compile(
    r"^(?:Q|Question|Statement|Prompt)\s?\.?(\d{1,2}[a-z]?)\s*(?:(?:of|/)\s*\d{1,2}\s*[.:)–—-]?(?:\s+|$)|[.:)–—-]?\s+(?=\S))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^[(\[]?(\d{1,2})[.)\]]\)?(?:\s+|(?=[A-Z][a-z])|$)|^(\d{1,2}:)\s+(?=[A-Z])|"
    r"^((?:\d{1,2}\.){1,3}\d{1,2})[.)]?\s+(?=[A-Z(“\"'])"
)
_LETTER = re.compile(r"^\(?([a-zA-Z])[.)](?:\s+|$)|^\(([a-zA-Z])\)\s*")
_ROMAN = re.compile(r"^\(?((?:x{0,2})(?:ix|iv|v?i{1,3}|v|x))[.)]\s+", re.IGNORECASE)
_BARE = re.compile(r"^\s*(\d{1,2})(?:\s+|\s*[–—-]\s+)(?=[A-Z])")
_TIME = re.compile(r"^\d{1,2}[.:]\d{2}\s*(?:am|pm|–|-|to\b|[A-Z])")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line parted from its list marker."""

    text: str
    marker: Marker = Marker.NONE
    ordinal: str = ""


def part_marker(line: str) -> Marked:
    """Parts a stripped line from its marker; a line without one comes back whole."""
    if not line:
        return Marked(line)
    if match := _BULLET.match(line):
        return Marked(_TASK.sub("", line[match.end() :]).strip(), Marker.BULLET, match[0].strip())
    match = _QUESTION.match(line)
    if match and not is_only_measures(line[match.end() :]):
        return Marked(line[match.end() :].strip(), Marker.QUESTION, match[1])
    if match := _ROMAN.match(line):
        return Marked(line[match.end() :].strip(), Marker.ROMAN, match[1].lower())
    return _part_number(line)


def _part_number(line: str) -> Marked:
    match = _NUMBER.match(line)
    if match and not _TIME.match(line):
        ordinal = (match[1] or match[2] or match[3]).rstrip(":")
        return Marked(line[match.end() :].strip(), Marker.NUMBER, ordinal)
    if match := _LETTER.match(line):
        return Marked(line[match.end() :].strip(), Marker.LETTER, (match[1] or match[2]).lower())
    return Marked(line)


def bare_numbers(lines: Sequence[str]) -> frozenset[int]:
    """The lines of lists numbered without a stop ("1 What did you do?"): requests counted up from one."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        match = _BARE.match(line)
        if match is None or not asks(line[match.end() :].strip()):
            continue
        if int(match[1]) != len(run) + 1:
            run = []
        if int(match[1]) == len(run) + 1:
            run.append(index)
            found.update(run if len(run) > 1 else ())
    return frozenset(found)


def part_bare_number(line: str) -> Marked:
    """Parts such a line from its number."""
    match = _BARE.match(line)
    if match is None:
        return Marked(line)
    return Marked(line[match.end() :].strip(), Marker.NUMBER, match[1])
