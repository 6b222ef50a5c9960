"""Names of awards and programmes, and the badges put on them."""

from __future__ import annotations

import re
from functools import lru_cache

from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.measures import take_measures
from plaudit.programmes.brief.signals.contact_details import is_person

_PREFIX = re.compile(
    r"^(?:award\s+)?(?:category|award|prize|class)(?:\s+name)?\s*(?:no\.?\s*|"
    r"number\s*)?(?:\d{1,2}[a-z]?|(?-i:\b[A-Z])|\b[ivx]{1,4})?\s*(?:[:.)–—]|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_NUMBERED_PREFIX = re.compile(
    r"^(?:award\s+)?(?:category|award|prize|class)\s*(?:no\.?\s*|"
    r"number\s*)?(?:\d{1,2}[a-z]?|(?-i:\b[A-Z]))\b\s*[:.)–—-]?\s*(?=\S)",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"^(?:(?:category|award|prize)\s+)?(?:name|title)(?:\s+of\s+(?:the\s+)?(?:award|category|prize))?"
    r"\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_ENTER = re.compile(
    r"^(?:nominate|enter|apply|(?:entry|nomination) form)\s*(?::|\s[–—-])\s*(?=\S)", re.IGNORECASE
)
_ORDINAL = re.compile(r"^(?:\d{1,2}|[A-Z])[.)]\s+")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50]")
_BADGE = re.compile(
    r"\s*[(\[*★✨–—|:-]*\s*\b(?:brand[\s-]new(?:\s+(?:category|award))?|"
    r"new\s+(?:award\s+)?(?:category|award)(?:\s+(?:for|in)\s+(?:20\d\d|this "
    r"year))?|new\s+(?:for|in)\s+(?:20\d\d|this year)|new\s+this\s+year|"
    r"new\s+20\d\d|(?-i:NEW)|newly\s+added)\b\s*!*\s*[)\]*★✨|:–—-]*\s*|"
    r"^(?-i:New)\s+(?=(?-i:Best|Outstanding|Excellence|Most|Category|Award|Rising)\b)|"
    r"\s*[(\[]new!*[)\]]\s*|^new!\s*|\s+new!$|[\s–—-]+new$",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:award|prize|medal|trophy|of the year|champion|rising star|newcomer|best|"
    r"outstanding|excellence|lifetime achievement|"
    r"achiever|hero|fellowship|shield|cup|commendation|honou?r|innovation of|"
    r"project of|team of|special recognition)\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(r"\b(?:awards|prizes|honours)\b(?!\s+(?:category\b))", re.IGNORECASE)
_SPONSOR = re.compile(
    r"\s*[(\[|,–—-]*\s*\b(?:sponsored|supported|presented|powered|partnered) by\b.*$|"
    r"\s*[(\[|,–—-]*\s*\bin (?:association|partnership) with\b.*$",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\s*[–—|:-]?\s*\b(?:(?:entry|judging|award|nomination|application|category|assessment) ){1,2}"
    r"(?:criteria|forms?|guidelines|guidance|brief|details|information|pack|questions)$|\s*[–—|:-]\s*criteria$",
    re.IGNORECASE,
)
"""What a title says the page is, after the award's name ("Night Owl Award entry criteria")."""
_MONEY = re.compile(r"[£€$]\s?\d")
_YEAR = re.compile(r"\b20\d\d\b")
_BUTTON = re.compile(
    r"^(?:start|begin|submit|continue|create|make|enter|apply|nominate|register|log "
    r"?in|sign (?:in|up)|download|view|see|read|find out|learn|book|back|return|"
    r"print|share|click|get|home|next|previous|menu|skip|accept|search|subscribe|"
    r"follow|tweet|vote|buy|add|save|show|hide|expand|close|open|top|go|contact|"
    r"visit|explore|discover)\b"
    r"(?:(?!\?$|:$).){0,45}$",
    re.IGNORECASE,
)
_NOUN_FIRST = re.compile(
    r"^(?:start|book|home|open|top|print|show|search|contact|view|buy|save|next|share|back|menu|vote|read|"
    r"follow|discover|explore|create|make|go|add)\b(?! (?:an?|the|your|our|now|here|for|online|to|this|in|all|more|"
    r"us|my)\b)",
    re.IGNORECASE,
)
"""Words that are a button's, or the first word of a name ("Book of the Year", "Start-up of the Year")."""
_CHEER = re.compile(
    r"^(?:(?:the very )?best of luck|good luck|we (?:can.t wait|look forward)|don.t "
    r"(?:miss|delay)|thank(?:s| you)|enter (?:now|today)|all the best|happy writing|"
    r"see you).{0,80}[.!]*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def without_badge(text: str) -> tuple[str, bool]:
    """The text without a "new" badge, and whether it had one."""
    if len(text) > 200:
        return text, False
    bare = _BADGE.sub(_kept_in_capitals, text.replace("🆕", " NEW "))
    return (squeeze(bare).strip(" -–—|:!"), True) if bare != text else (text, False)


def _kept_in_capitals(match: re.Match[str]) -> str:
    """A plain NEW among capitals is a word of the name ("BEST NEW PLOT"), unless it ends the line."""
    is_word = match[0].strip() == "NEW" and match.end() < len(match.string)
    return match[0] if is_word and match.string.isupper() else " "


def is_badge(text: str) -> bool:
    """Whether the line is nothing but a "new" badge."""
    bare, found = without_badge(text)
    return (found and len(re.sub(r"\W", "", bare)) < 3) or bool(
        re.fullmatch(r"\W*new\W*", text, re.IGNORECASE)
    )


@lru_cache(maxsize=8192)
def category_name(text: str) -> str:
    """A heading as a category's name: badge, number, weight and "Category 3:" put aside."""
    bare = without_badge(take_measures(text).text)[0]
    bare = _SPONSOR.sub("", _ORDINAL.sub("", bare)) or bare
    if (award := _DOCUMENT.sub("", bare)) != bare and names_award(award):
        bare = award
    for pattern in (_ENTER, _KEY, _PREFIX, _NUMBERED_PREFIX):
        cut = pattern.sub("", bare)
        if cut:
            bare = cut
    return squeeze(_EMOJI.sub("", bare)).strip(" -–—|:*")


def is_numbered_category(text: str) -> bool:
    """Whether the heading says outright that it names a category ("Category 2 – Rising Star", "Award: Rising Star")."""
    if _MONEY.search(text) or _names_contact(text):
        return False
    return bool(
        _KEY.match(text) or _PREFIX.match(text) or _NUMBERED_PREFIX.match(text)
    ) and not re.match(
        r"^(?:award|category|prize)\s*(?:criteria|description|overview|partner|sponsor)",
        text,
        re.IGNORECASE,
    )


def _names_contact(text: str) -> bool:
    """Whether the line is a contact's field ("Name: Ada Quill")."""
    value = _KEY.sub("", text)
    return value != text and is_person(value) and not names_award(value)


@lru_cache(maxsize=8192)
def names_award(text: str) -> bool:
    """Whether the words could name one award."""
    return (
        len(text.split()) <= 14
        and bool(_AWARD.search(text))
        and not text.rstrip().endswith((".", "?", ":"))
    )


def names_programme(text: str) -> bool:
    """Whether the words name a whole programme ("Civic Pride Awards 2027") rather than one award."""
    return bool(_PROGRAMME.search(text)) or bool(
        re.fullmatch(
            r"(?:.{0,40}\b)?(?:the |award |awards |entry |our )?categories(?: and "
            r"criteria)?(?: (?:for )?20\d\d)?",
            text.strip(),
            re.IGNORECASE,
        )
    )


def is_button(text: str) -> bool:
    """Whether the line is a button or link that came along with the copied text."""
    bare = text.strip(" »→>›")
    if _NOUN_FIRST.match(bare) and names_award(bare):
        return False
    return (
        not bare.endswith((".", "?", ":")) and len(bare.split()) <= 8 and bool(_BUTTON.match(bare))
    )


def is_cheer(text: str) -> bool:
    """Whether the line is only good wishes or urging."""
    return bool(_CHEER.match(text))
