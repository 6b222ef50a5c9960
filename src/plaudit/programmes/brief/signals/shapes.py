"""Lines that come along with a copied page and belong to no category: dates, prices, sponsors, page numbers."""

from __future__ import annotations

import re

from plaudit.programmes.brief.signals.names import is_button, is_cheer

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("a date", rf"^(?:.{{0,60}}\b)?(?:deadline|clos(?:e|es|ing)|open(?:s)?|launch\w*|shortlist\w*|ceremony|announced|final|early bird|extended|last updated|published|posted|updated|dinner|awards night|entries)\b.{{0,60}}{_DATE}.{{0,40}}$|^\W*(?:\w+day,?\s+)?{_DATE}(?:,?\s+20\d\d)?\W*$|^(?:last )?(?:updated|published|posted)\b.{{0,60}}$"),
    ("a price", r"^.{0,80}\b(?:fees?|costs?|prices?|tickets?|per (?:entry|table|seat|person|head)|early bird|standard|members?|late entr\w+|charge|vat|pay\w*)\b.{0,60}[£€$]\s?\d.{0,80}$|^.{0,20}[£€$]\s?\d[\d,.]*(?:\s*(?:\+|plus|ex|inc)\w*\.?\s*vat)?.{0,20}$|^.{0,40}\bfree to enter\b.{0,40}$|^.{0,60}\+\s?VAT\b.{0,30}$"),
    ("about a sponsor", r"^(?:.{0,30}\b)?(?:sponsored by|in association with|in partnership with|supported by|award partner|category (?:sponsor|partner)|headline (?:sponsor|partner)|brought to you by|kindly supported|proudly sponsored)\b.{0,120}$"),
    ("part of the page around the text", r"^(?:page \d+(?: of \d+)?|\d+ ?/ ?\d+|- ?\d+ ?-|\d{1,3}|©.*|\(c\) .*|copyright .*|all rights reserved.*|https?://\S+|www\.\S+|.{0,60}(?: > | » | › | / .{1,40} / ).{0,80}|home|menu|.{0,30}\|.{0,30}\|.{0,60}\|.{0,60}|.{0,60}\bcookies?\b.{0,100}|registered (?:charity|company|in england).{0,100}|skip to .{0,40}|back to .{0,40}|(?:from|to|cc|sent|subject|date): .{1,120}|sent from my .{0,40}|image:.*|photo(?: credit)?:.*|follow us.{0,60}|#\w+(?: #\w+)*|-{2,}.*-{2,}|(?:hi|hello|hey|dear)\b[ ,]?.{0,40}|(?:kind |best |warm |many )?(?:regards|wishes|thanks|thank you)\b.{0,30}|yours (?:sincerely|faithfully|truly).{0,10}|cheers,?)$"),
)  # fmt: skip
_COMPILED = tuple((reason, re.compile(pattern, re.I)) for reason, pattern in _PATTERNS)


def page_furniture(text: str) -> str | None:
    """Why a line is a date, a price, a sponsor's or part of the page around the text, or None."""
    if len(text) > 200:
        return None
    return next((reason for reason, pattern in _COMPILED if pattern.search(text)), None)


def furniture_line(text: str) -> str | None:
    """Why a line standing by itself is not part of a category, or None."""
    if is_cheer(text):
        return "good wishes"
    if reason := page_furniture(text):
        return reason
    return "a button or link" if is_button(text) and len(text.split()) <= 6 else None
