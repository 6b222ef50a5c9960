"""Sentences that tell rather than ask: about the process, the past, the panel, or to a colleague."""

from __future__ import annotations

import re
from functools import lru_cache

from plaudit.programmes.brief.signals.wording import is_question

_PANEL = r"(?:judges?|judging panel|panel(?:lists)?|jury|jurors|assessors?)"
_PROCESS = re.compile(
    rf"^(?:(?:the|our|all|each|every|two|three|four|five|six|seven|independent|expert|a|an|your)\s+)*"
    rf"(?:panel of\s+)?{_PANEL}\b(?:\s+of\s+\w+)?\s+(?:has|have|had|was|were|met|meets?|scores?|reads?|marks?|awards?|"
    r"reviews?|gives?|discuss\w*|visits?|selects?|selected|chose|will (?:meet|read|score|review|visit|select|"
    r"choose|decide|shortlist|discuss|contact|interview|announce)|may (?:ask|visit|contact|request|move|award)|"
    r"reserves?|decide\w*|is made|are drawn|comes?|come)\b|"
    r"^(?:the )?(?:shortlist(?:ed)?|finalists?|winners?|runners?.up|results?|certificates?|trophies|scores?)\b.{0,60}"
    r"\b(?:(?:will|is|are|was|were|may) (?:then |also |all )*(?:be )?(?:announced|published|drawn|chosen|told|"
    r"notified|invited|informed|contacted|revealed|presented|sent|awarded|given|decided|asked|listed|interviewed|"
    r"telephoned|phoned|visited|called|judged|chosen)|"
    r"(?:will )?(?:receive|get|collect|attend)s?)\b|"
    r"^(?:previous|past|last year.s|recent|former|some|all|most|many) (?:of (?:our|the) )?(?:winners?|finalists?|"
    r"entrants?|years?)\b|^(?:in (?:recent|past|previous) years|last year|over the years|since (?:19|20)\d\d)\b|"
    r"^(?:names are|there (?:is|are|was|were|will be) |no entry form|the winner|voting|votes?)\b|"
    r"^(?:(?:all|every|each|the|your) )?(?:entr(?:y|ies)|nominations?|applications?|submissions?) (?:will be|are|is) "
    rf"(?:\w+ly )?(?:scored|judged|marked|assessed|evaluated|read|reviewed|seen)(?: \w+ly)? by\b|"
    r"^(?:all of them|each of them|some (?:have|were|had)|others)\b|"
    r"^(?:(?:all )?(?:entries|nominations|applications|submissions)|forms?|(?:late|incomplete) \w+) (?:will|"
    r"are|is|can|may|must|should) (?:then |not |only |also |all )*(?:be )?(?:read|reviewed|"
    r"acknowledged|returned|accepted|sent|"
    r"received|submitted|shortlisted|treated|kept|uploaded|emailed|e-mailed|disqualified|confidential|published|made|open)\b",
    re.IGNORECASE,
)
_TO_A_COLLEAGUE = re.compile(
    r"^(?:(?:ps|p\.s\.|btw|oh,?|also,?|and|one more thing:?)[ :–—-]*)*(?:please )?"
    r"(?:(?:could|can|would|will) (?:you|someone|we|i)(?: or \w+)? (?:also |please |just |possibly |perhaps |kindly )*"
    r"(?:check|double-?check|let (?:me|us) know|send|forward|chase|upload|add|put|get|have a look|take a look|"
    r"look|ask|remind|fix|change|move|update|post|circulate|print|sort|make sure|pop|ring|call|email)\b|"
    r"(?:let me know|shout|give me a|as (?:discussed|promised|requested)|see (?:below|attached)|"
    r"i(?:'ve|’ve|'ll|’ll|'m|’m| have| will| am)|"
    r"pasted below|attached (?:is|are|below)|here(?:'s|’s| is| are) the|hope (?:this|that|you|all))\b)|"
    r"^(?:are you|is everyone|are we|is jude|are people) (?:all )?(?:happy|ok|okay|content|sure|free|around|able to)\b|"
    r"^(?:is|are|do|does|shall|should|did) (?:this|that|we|i|these|it)\b.{0,60}"
    r"\b(?:ok|okay|website|site|web page|colleagues?|for you|with you|page|wording|version)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_statement(text: str) -> bool:
    """Whether a sentence tells of the process or the past, or is a word between colleagues: never a prompt."""
    if _TO_A_COLLEAGUE.match(text):
        return True
    return not is_question(text) and bool(_PROCESS.match(text))
