"""Lines that come along with a copied page and belong to no category.

Dates, prices, sponsors, page numbers, greetings and links.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plaudit.programmes.brief.signals.names import is_button, is_cheer

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_DATES = (
    (
        r"(?:.{0,60}\b)?(?:deadline|clos(?:e|es|ing)|opens?|launch\w*|shortlist\w*|ceremony|"
        r"announced|final|early bird|extended|last updated|published|posted|updated|dinner|"
        rf"awards night|entries)\b.{{0,60}}{_DATE}.{{0,40}}"
    ),
    rf"\W*(?:\w+day,?\s+)?{_DATE}(?:,?\s+20\d\d)?\W*",
    rf"(?:when|dates?|until|deadline):? (?:by |is )?.{{0,20}}{_DATE}.{{0,40}}",
    r"(?:last )?(?:updated|published|posted)\b.{0,60}",
)
_PRICES = (
    (
        r".{0,80}\b(?:fees?|costs?|prices?|tickets?|per (?:entry|table|seat|person|head)|"
        r"early bird|standard|members?|late entr\w+|charge|vat|pay\w*)\b.{0,60}[£€$]\s?\d.{0,80}"
    ),
    r".{0,20}[£€$]\s?\d[\d,.]*(?:\s*(?:\+|plus|ex|inc)\w*\.?\s*vat)?.{0,20}",
    r".{0,40}\bfree to enter\b.{0,40}",
    r".{0,60}\+\s?VAT\b.{0,30}",
)
_SPONSORS = (
    (
        r"(?:.{0,30}\b)?(?:sponsored by|in association with|in partnership with|supported by|"
        r"award partner|category (?:sponsor|partner)|headline (?:sponsor|partner)|"
        r"brought to you by|kindly supported|proudly sponsored)\b.{0,120}"
    ),
)
_SURROUNDINGS = (
    r"page \d+(?: of \d+)?",
    r"\d+ ?/ ?\d+",
    r"- ?\d+ ?-",
    r"\d{1,3}",
    r"(?:©|\(c\) |copyright |image:|photo(?: credit)?:).*",
    r"all rights reserved.*",
    r"https?://\S+",
    r"www\.\S+",
    r".{0,60}(?: > | » | › | / .{1,40} / ).{0,80}",
    r".{0,30}\|.{0,30}\|.{0,60}\|.{0,60}",
    r"home|menu",
    r".{0,60}\bcookies?\b.{0,100}",
    r"registered (?:charity|company|in england).{0,100}",
    r"(?:skip|back|return) to .{0,40}",
    r"[<‹«←◀]+ ?\S.{0,60}",
    r"\S.{0,60} ?[>›»→▶]+",
    r"(?:next|previous|prev)(?: (?:page|category|award|up))?(?: ?[:»›>→–—-]+ ?)\S.{0,80}",
    r"(?:from|to|cc|sent|subject|date): .{1,120}",
    r"sent from my .{0,40}",
    r"follow us.{0,60}",
    r"did you know\b.*",
    r"i (?:agree|confirm|consent|have read|accept|understand)\b.{0,160}",
    r"#\w+(?: #\w+)*",
    r"-{2,}.*-{2,}",
    r"(?:hi|hello|hey|dear)\b[ ,]?.{0,40}",
    r"(?:kind |best |warm |many )?(?:regards|wishes|thanks|thank you)\b.{0,30}",
    r"yours (?:sincerely|faithfully|truly).{0,10}",
    r"cheers,?",
)
_PATTERNS = tuple(
    (reason, re.compile("|".join(shapes), re.IGNORECASE))
    for reason, shapes in (
        ("a date", _DATES),
        ("a price", _PRICES),
        ("about a sponsor", _SPONSORS),
        ("part of the page around the text", _SURROUNDINGS),
    )
)


_PRAISES = re.compile(
    r"\b(?:this|the|our) (?:\w+ )?(?:award|category|prize) (?:is (?:for|about|open)|goes to|celebrat\w+|recogni\w+|"
    r"honours?|rewards?|shines|thanks|looks)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def page_furniture(text: str) -> str | None:
    """Why a line is a date, a price, a sponsor's or from around the text, or None."""
    if len(text) > 200 or _PRAISES.search(text):
        return None
    return next((reason for reason, pattern in _PATTERNS if pattern.fullmatch(text)), None)


@lru_cache(maxsize=8192)
def furniture_line(text: str) -> str | None:
    """Why a line standing by itself is not part of a category, or None."""
    if is_cheer(text):
        return "good wishes"
    if reason := page_furniture(text):
        return reason
    return "a button or link" if is_button(text) and len(text.split()) <= 6 else None
