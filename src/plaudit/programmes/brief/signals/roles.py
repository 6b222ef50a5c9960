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
_NAMES_ONE = re.compile(
    r"(?<!this )(?<!the )(?<!our )(?<!your )(?<!an )\b(?:of the year|award|prize|medal|trophy)(?: 20\d\d)?$",
    re.IGNORECASE,
)
"""How the name of one award ends, whatever word it starts with ("Contact Centre of the Year")."""
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?$")
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
            is_name = role in (Role.CONTACT, Role.FURNITURE) and _NAMES_ONE.search(plain)
            return Role.UNKNOWN if is_name else role
    bare = _ASIDE.sub("", plain)
    return role_of_heading(bare) if bare and bare != plain else _role_of_either(plain)


def _role_of_either(text: str) -> Role:
    """The role that one half of a heading in two languages names ("Pwy all ymgeisio? / Who can enter?")."""
    halves = re.split(r"\s[/|]\s", text)
    if len(halves) != 2:
        return Role.UNKNOWN
    roles = [role_of_heading(half) for half in halves]
    return next(
        (role for role in roles if role not in (Role.UNKNOWN, Role.FURNITURE)), Role.UNKNOWN
    )


_ENTERS = r"(?:entrants?|nominees?|applicants?|entries|nominations|candidates|submissions)"
_MAY_ENTER = r"(?:teams|organisations|individuals|projects|schemes|companies|employers|charities)"
_INVITED = r"(?:entries|nominations|applications|submissions)"
_OPEN_TO = (
    r"\b(?:open to|eligible|ineligible|eligibility|"
    rf"{_INVITED} (?:are |is )?(?:welcomed?|invited|accepted|encouraged|sought) from|"
    rf"(?:we )?(?:welcome|invite|accept|encourage) (?:joint |all )?{_INVITED} from|"
    r"(?:may|can|must) be (?:entered|nominated|submitted|made|put forward|proposed) by|"
    r"(?:can|may|must|should|cannot|can.t) (?:not |only |also )?(?:enter|apply|be nominated|nominate yoursel\w+)\b|"
    r"\bmay (?:submit|enter|send in|put forward|nominate) (?:up to|no more than|only|one|a single|more than)\b|"
    r"to qualify|to enter,? you must|self-?nominations? (?:is|are) (?:not )?(?:permitted|allowed|accepted|welcome)|"
    r"^to be (?:considered|in the running|in with a chance|entered|nominated|accepted|valid)\b)"
)
_CANDIDATE = (
    rf"(?:{_ENTERS}|{_MAY_ENTER}|you|(?:the|your|each|all|every|any)(?: \w+){{0,2}} (?:project|scheme|team|"
    r"organi[sz]ation|company|business|campaign|programme|service|work|initiative|product|nominee|entrant|"
    r"applicant|candidate|film|book|building|venue|school|charity|employer|partnership|event|site)|"
    r"(?:projects?|schemes?|work|campaigns?|programmes?|initiatives?|products?|films?|books?|buildings?|"
    r"services?|events?|venues?|schools?|employers?|partnerships?|businesses|museums|clubs|libraries|"
    r"breweries|hospitals|trusts|councils|universities|firms|agencies|authorities|shops|farms|practices|societies|"
    r"groups|coaches|lawyers|cooks|chefs|producers|growers|makers|authors|artists|students|researchers|volunteers|"
    r"members|staff|leaders|suppliers))"
)
_BEING = (
    r"(?:be (?:(?:aged )?(?:over |under |at least |between )?\d+|"
    r"run|led|based|registered|employed|located|owned|delivered|completed|launched|published|aged|under|over|"
    r"working|resident|in |at least|members?|nominated|able|willing|open|available|active|live|practising|"
    r"accredited|qualified|independent|a (?:member|resident|registered|uk|british|full|student|practising|current)|"
    r"an? (?:organisation|individual|accredited|employee))|"
    r"hold|own|employ|live|work|operate|trade|belong|reside|come from|"
    r"have (?:been|at least|completed|started|finished|run|launched|taken place|opened|traded|operated|worked|"
    r"served|fewer|no more|more than|less than|held|reached|published|a (?:minimum|registered|uk|turnover|valid|"
    r"current)|an? annual|under|over|between|\d)|take place|fall|"
    r"show a turnover)"
)
_SAYS_OPEN_TO = re.compile(_OPEN_TO, re.IGNORECASE)
_ELIGIBLE = re.compile(
    rf"{_OPEN_TO}|\b(?:(?:is|are) available to|must be (?:based|registered|located|employed))|"
    rf"\b{_ENTERS}\s+(?:can|may|must|should|need to|have to)\s+"
    r"(?:only\s+)?(?:be(?! (?:received|submitted|sent|made (?!by)|completed|uploaded|e-?mailed|posted|lodged|returned|"
    r"delivered|in by|with us|structured|set out|laid out|divided|arranged|typed|written|no (?:more|longer)|limited|"
    r"kept|concise|clear|accompanied|supported by))|come|have|only|working|based|operate|employed|nominate)\b|"
    rf"\b{_MAY_ENTER}\s+(?:can|may|must|need to|have to)\s+"
    r"(?:only\s+)?(?:be|come|have|employ|operate|enter|apply)\b|"
    r"^(?:[\w’'-]+ ){1,6}must (?:not )?(?:have (?:been )?(?:published|completed|launched|opened|built|released|"
    r"delivered|made|shown|performed|installed|founded|produced|created|written)|"
    r"be (?:(?:over |under |at least |between )?\d+|based|registered|aged|resident|accredited|nominated by))\b|"
    rf"^(?:to (?:enter|apply|be \w+),? )?{_CANDIDATE}(?: (?:entered|nominated|submitted|put forward|in question))?"
    rf"\s+(?:must|need(?:s)? to|should|has to|have to|may|can)\s+(?:not |also |either |both |all |only |each |"
    rf"currently |normally )*{_BEING}",
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
    r"\b(?:want|like|love|need|keen) to (?:hear|know|see|read|learn|understand)\b[^.?!]*:$|"
    rf"\b{ENTRY}\b.{{0,40}}\b(?:should|must|need to|will|are|"
    rf"is)\b.{{0,40}}\b(?:address|demonstrat\w+|cover|show|include|evidence|answer|"
    rf"describe|explain|tell us|judged|scored|assessed|set out|provide|outline|"
    rf"contain|marked|evaluated|structured|organised|divided|"
    r"have (?:\w+ ){0,2}(?:headings|sections|parts))\b|"
    r"\b(?:tell us|describe|explain|demonstrate|show us|address|cover|answer|"
    r"include|you should|you must|you will need to|asked to|questions|looking for|"
    r"consider|evidence of|judged on|judged against|assessed on|assessed against|"
    r"scored on|scored against|marked (?:on|out of|for|against))\b[^.?!]*:$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def introduces_criteria(text: str) -> bool:
    """Whether a sentence leads in to a list of criteria or prompts."""
    return bool(_INTRODUCES_CRITERIA.search(text))
