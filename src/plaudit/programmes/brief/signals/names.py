"""Names of awards and programmes, and the badges put on them."""

from __future__ import annotations

import re

from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.measures import take_measures

_PREFIX = re.compile(
    r"^(?:award\s+)?(?:category|award|prize|class)(?:\s+name)?\s*(?:no\.?\s*|number\s*)?(?:\d{1,2}[a-z]?|[A-Z]|[ivx]{1,4})?\s*(?:[:.)–—]|\s-)\s*(?=\S)",
    re.I,
)
_NUMBERED_PREFIX = re.compile(r"^(?:award\s+)?(?:category|award|prize|class)\s*(?:no\.?\s*|number\s*)?(?:\d{1,2}[a-z]?|[A-Z])\b\s*[:.)–—-]?\s*", re.I)
_ORDINAL = re.compile(r"^(?:\d{1,2}|[A-Z])[.)]\s+")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50]")
_BADGE = re.compile(
    r"\s*[(\[*★✨–—|:-]*\s*\b(?:brand[\s-]new(?:\s+(?:category|award))?|new\s+(?:award\s+)?(?:category|award)(?:\s+(?:for|in)\s+(?:20\d\d|this year))?|new\s+(?:for|in)\s+(?:20\d\d|this year)|new\s+this\s+year|new\s+20\d\d|(?-i:NEW)|newly\s+added)\b\s*!*\s*[)\]*★✨|:–—-]*\s*|\s*[(\[]new!*[)\]]\s*|^new!\s*|\s+new!$|[\s–—-]+new$",
    re.I,
)
_AWARD = re.compile(
    r"\b(?:award|prize|medal|trophy|of the year|champion|rising star|newcomer|best|outstanding|excellence|lifetime achievement|"
    r"achiever|hero|fellowship|shield|cup|commendation|honou?r|innovation of|project of|team of|special recognition)\b",
    re.I,
)
_PROGRAMME = re.compile(r"\b(?:awards|prizes|honours)\b(?!\s+(?:category\b))", re.I)
_YEAR = re.compile(r"\b20\d\d\b")
_BUTTON = re.compile(
    r"^(?:start|begin|submit|continue|create|make|enter|apply|nominate|register|log ?in|sign (?:in|up)|download|view|see|read|find out|learn|book|back|return|print|share|click|get|home|next|previous|menu|skip|accept|search|subscribe|follow|tweet|vote|buy|add|save|show|hide|expand|close|open|top|go|contact|visit|explore|discover)\b"
    r"(?:(?!\?$|:$).){0,45}$",
    re.I,
)
_CHEER = re.compile(r"^(?:(?:the very )?best of luck|good luck|we (?:can.t wait|look forward)|don.t (?:miss|delay)|thank(?:s| you)|enter (?:now|today)|all the best|happy writing|see you).{0,80}[.!]*$", re.I)


def without_badge(text: str) -> tuple[str, bool]:
    """The text without a "new" badge, and whether it had one."""
    bare = _BADGE.sub(" ", text.replace("🆕", " NEW "))
    return (squeeze(bare).strip(" -–—|:!"), True) if bare != text else (text, False)


def is_badge(text: str) -> bool:
    """Whether the line is nothing but a "new" badge."""
    bare, found = without_badge(text)
    return (found and len(re.sub(r"\W", "", bare)) < 3) or bool(re.fullmatch(r"\W*new\W*", text, re.I))


def category_name(text: str) -> str:
    """A heading as a category's name: badge, number, weight and "Category 3:" put aside."""
    bare = without_badge(take_measures(text).text)[0]
    bare = _ORDINAL.sub("", bare)
    for pattern in (_PREFIX, _NUMBERED_PREFIX):
        cut = pattern.sub("", bare)
        if cut:
            bare = cut
    return squeeze(_EMOJI.sub("", bare)).strip(" -–—|:*")


def is_numbered_category(text: str) -> bool:
    """Whether the heading says outright that it names a category ("Category 2 – Rising Star", "Award: Rising Star")."""
    return bool(_PREFIX.match(text) or _NUMBERED_PREFIX.match(text)) and not re.match(r"^(?:award|category|prize)\s*(?:criteria|description|overview|partner|sponsor)", text, re.I)


def names_award(text: str) -> bool:
    """Whether the words could name one award."""
    return len(text.split()) <= 14 and bool(_AWARD.search(text)) and not text.rstrip().endswith((".", "?", ":"))


def names_programme(text: str) -> bool:
    """Whether the words name a whole programme ("Civic Pride Awards 2027") rather than one award."""
    return bool(_PROGRAMME.search(text)) or bool(re.fullmatch(r"(?:.{0,40}\b)?(?:the |award |awards |entry |our )?categories(?: and criteria)?(?: (?:for )?20\d\d)?", text.strip(), re.I))


def is_button(text: str) -> bool:
    """Whether the line is a button or link that came along with the copied text."""
    bare = text.strip(" »→>›")
    return not bare.endswith((".", "?", ":")) and len(bare.split()) <= 8 and bool(_BUTTON.match(bare))


def is_cheer(text: str) -> bool:
    """Whether the line is only good wishes or urging."""
    return bool(_CHEER.match(text))
