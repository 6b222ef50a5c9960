"""Acronyms that a judge from outside the field has not been told the meaning of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plaudit.entries.engines.coach.hint import Hint, HintKind, hint

# Read by anybody in the United Kingdom without a thought. Those of the trade (ICB, MDT, CQC) are left out on purpose.
_READ_BY_ANYBODY = (
    "AGM AI A&E AM BBC BSL CCTV CD CEO COVID CT CV DIY DNA DVD ECG EU FAQ GB GP HIV HR ID IQ IT LGBT LGBTQ "
    "MP MRI MRSA NHS OK PA PC PDF PE PM PPE QR SMS TB TV UK UN URL US USA USB VAT VIP WHO YMCA"
)
UNDERSTOOD = frozenset(_READ_BY_ANYBODY.split())
_ACRONYM = re.compile(r"(?<![\w&])[A-Z]{2,}(?:&[A-Z]+|[A-Z0-9])*(?=s?(?![\w&]))")
_ROMAN = re.compile(r"^(?=[IVX])X{0,2}(?:I[XV]|V?I{0,3})$")
_LONGEST = 8
_SHOUTED = 0.7
_NEAR = 60
_MOST_LOOKED_AT = 60


def undefined_acronyms(text: str, earlier: Iterable[str] = ()) -> Iterator[Hint]:
    """Yield a hint at the first use of each acronym that neither the text nor an earlier one spells out."""
    read_before = list(earlier)
    told: set[str] = set()
    for match in _ACRONYM.finditer(text):
        name = match[0]
        if name in told or name in UNDERSTOOD or not _is_acronym(match, text):
            continue
        told.add(name)
        if len(told) > _MOST_LOOKED_AT:
            return
        if any(is_explained(name, each) for each in (text, *read_before)):
            continue
        yield hint(
            HintKind.ACRONYM,
            text,
            match.start(),
            match.end(),
            f"Say what {name} stands for where you first use it. Not every judge works in your field.",
        )


def is_explained(name: str, text: str) -> bool:
    """Whether the text says, in brackets on one side or the other, what the acronym stands for."""
    plain = re.escape(name)
    after_words = rf"\b(?:[\w’'&-]+[ \u00a0]+){{2}}[(\[][“\"']?{plain}s?[”\"']?[)\]]"
    said = rf"\b{plain}s?,?[ \u00a0]+(?:stands for|is short for|means|or the)\b"
    if re.search(after_words, text) or re.search(said, text):
        return True
    in_brackets = re.finditer(rf"\b{plain}s?[ \u00a0]+[(\[]([^()\[\]]{{3,150}})[)\]]", text)
    return any(" " in each[1].strip() and not each[1].isupper() for each in in_brackets)


def _is_acronym(match: re.Match[str], text: str) -> bool:
    name = match[0]
    return len(name) <= _LONGEST and not _ROMAN.match(name) and not _is_shouted(text, match.start())


def _is_shouted(text: str, place: int) -> bool:
    """Whether the line that holds the place is a heading in capitals."""
    start = max(text.rfind("\n", 0, place) + 1, place - _NEAR)
    end = text.find("\n", place, place + _NEAR)
    letters = [
        letter for letter in text[start : end if end >= 0 else place + _NEAR] if letter.isalpha()
    ]
    return len(letters) > _LONGEST and sum(map(str.isupper, letters)) > _SHOUTED * len(letters)
