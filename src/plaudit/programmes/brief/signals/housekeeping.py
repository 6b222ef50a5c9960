"""List items about sending an entry in, or tips on writing one: never criteria."""

from __future__ import annotations

import re
from collections.abc import Iterable

_THINGS = (
    r"(?:the|your|an?|this|all|any|up to|no more than|no|not more than|two|three|both|only|everything|it|them|one|"
    r"each|photos?|photographs?|images?|pictures?|files?|copies|documents?)"
)
_HOUSEKEEPING = re.compile(
    rf"^(?:please )?(?:keep (?:an?|your) (?:copy|copies|record|receipt)|keep it (?:short|simple|brief)|"
    rf"(?:attach|upload|enclose|download|print|sign|scan|save|e-?mail|post|return|send|fill in|complete|submit|pay|"
    rf"register|log|back up|proof-?read|spell-?check) {_THINGS}?\b|"
    r"(?:sign|log) (?:in|on)\b|create an account|fill (?:in|out)\b|"
    r"(?:do not|don.t|never|avoid|remember to|make sure (?:you|your|that)|check (?:your|that|the)|"
    r"ask (?:an?|some(?:one|body)|your)|read (?:the|through|all|your|each|this|these)|"
    r"write (?:the way|clearly|in|as|for|simply|plainly)|use (?:plain|short|clear|bullet|headings|simple)|"
    r"be (?:honest|concise|brief|specific|clear|yourself|bold)|start early|spell out|lead with|stick to|"
    r"leave (?:the|yourself|plenty|time|enough)|allow (?:plenty|time|enough)|answer (?:the|every|all|each)|"
    r"quote|tailor|get (?:some|an?) )\b|"
    r"you (?:will|.ll) (?:receive|get|be sent|hear)\b|(?:we|our team|someone) (?:will|.ll|can|may)\b)",
    re.IGNORECASE,
)


def is_housekeeping(text: str) -> bool:
    """Whether an item tells how to send an entry in, or how to write a better one."""
    return bool(_HOUSEKEEPING.match(text))


def is_mostly_housekeeping(texts: Iterable[str]) -> bool:
    """Whether more than half of a list's items do, or every item of a list of two."""
    found = [is_housekeeping(text) for text in texts]
    return len(found) > 1 and sum(found) * 2 > len(found)
