"""What a heading or an opening sentence says its passage is about."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from plaudit.programmes.brief.cleaning import squeeze
from plaudit.programmes.brief.measures import take_measures
from plaudit.programmes.brief.signals.furniture_words import FURNITURE
from plaudit.programmes.brief.signals.heading_words import (
    CONTACT,
    CRITERIA,
    ELIGIBILITY,
    ENTRY,
    INTRODUCTION,
)


class Role(Enum):
    """What a passage holds. CRITERIA is a frame around criteria; CRITERION is one of them."""

    INTRODUCTION = "introduction"
    ELIGIBILITY = "eligibility"
    CRITERIA = "criteria"
    CRITERION = "criterion"
    CONTACT = "contact"
    FURNITURE = "furniture"
    UNKNOWN = "unknown"


_PATTERNS = tuple(
    (role, re.compile("|".join(phrases), re.IGNORECASE))
    for role, phrases in (
        (Role.ELIGIBILITY, ELIGIBILITY),
        (Role.CRITERIA, CRITERIA),
        (Role.INTRODUCTION, INTRODUCTION),
        (Role.CONTACT, CONTACT),
        (Role.FURNITURE, FURNITURE),
    )
)
_ABOUT_SOMEBODY = re.compile(
    r"About (?!The |This |You|Our )(?:(?:[A-Z][\w&'-]*|and|of|the|&)(?: |$))+"
)
_NUMBERED = re.compile(
    r"^(?:(?:section|part|step)\s+(?:\d+|[a-z])\s*[:.–—-]\s*|\(?\d{1,2}[.)]\s+|"
    r"[a-z][.)]\s+)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def role_of_heading(text: str) -> Role:
    """The role a heading names, or UNKNOWN: the whole heading must match, so a criterion's title rarely does."""
    plain = squeeze(re.sub(r"[’‘]", "'", take_measures(text).text)).strip(" :?!.…–—-*#>»→")
    plain = _NUMBERED.sub("", plain)
    if _ABOUT_SOMEBODY.fullmatch(plain):
        return Role.FURNITURE
    for role, pattern in _PATTERNS:
        if pattern.fullmatch(plain):
            return role
    return Role.UNKNOWN


_ENTERS = r"(?:entrants?|nominees?|applicants?|entries|nominations|candidates|submissions)"
_MAY_ENTER = r"(?:teams|organisations|individuals|projects|schemes|companies|employers|charities)"
_INVITED = r"(?:entries|nominations|applications|submissions)"
_OPEN_TO = (
    r"\b(?:open to|eligible|ineligible|eligibility|"
    rf"{_INVITED} (?:are |is )?(?:welcomed?|invited|accepted|encouraged|sought) from|"
    rf"(?:we )?(?:welcome|invite|accept|encourage) (?:joint |all )?{_INVITED} from|"
    r"(?:may|can|must) be (?:entered|nominated|submitted|made) by|"
    r"(?:can|may) (?:enter|apply|be nominated)\b|to qualify|to enter,? you must)"
)
_SAYS_OPEN_TO = re.compile(_OPEN_TO, re.IGNORECASE)
_ELIGIBLE = re.compile(
    rf"{_OPEN_TO}|\b(?:(?:is|are) available to|must be (?:based|registered|located|employed))|"
    rf"\b{_ENTERS}\s+(?:can|may|must|should|need to|have to)\s+"
    r"(?:only\s+)?(?:be|come|have|only|working|based|operate|employed|nominate)\b|"
    rf"\b{_MAY_ENTER}\s+(?:can|may|must|need to|have to)\s+"
    r"(?:only\s+)?(?:be|come|have|employ|operate|enter|apply)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def speaks_of_eligibility(sentence: str) -> bool:
    """Whether a sentence says who may enter."""
    return bool(_ELIGIBLE.search(sentence))


def says_who_may_enter(sentence: str) -> bool:
    """The same, of a sentence inside an introduction, where only plain words count."""
    return bool(_SAYS_OPEN_TO.search(sentence))


_INTRODUCES_CRITERIA = re.compile(
    r"\b(?:judges?|judging panel|panel|jury|assessors?)\b.{0,40}\b(?:look|looking|"
    r"want|expect|assess|score|consider|mark|seek|like to see|judge)\b|"
    r"\bcriteria\b|\b(?:following|these|below)\b.{0,30}\b(?:questions|points|areas|"
    r"headings|sections|prompts|aspects|themes|topics)\b|"
    rf"\b{ENTRY}\b.{{0,40}}\b(?:should|must|need to|will|are|"
    rf"is)\b.{{0,40}}\b(?:address|demonstrat\w+|cover|show|include|evidence|answer|"
    rf"describe|explain|tell us|judged|scored|assessed|set out|provide|outline|"
    rf"contain|marked|evaluated)\b|"
    r"\b(?:tell us|describe|explain|demonstrate|show us|address|cover|answer|"
    r"include|you should|you must|you will need to|asked to|questions|looking for|"
    r"consider|evidence of|judged on|judged against|assessed on|assessed against|"
    r"scored on|scored against)\b[^.?!]*:$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def introduces_criteria(text: str) -> bool:
    """Whether a sentence leads in to a list of criteria or prompts."""
    return bool(_INTRODUCES_CRITERIA.search(text))
