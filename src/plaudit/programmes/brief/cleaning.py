"""Characters as they were meant: mojibake undone, odd spaces made plain, invisible marks removed."""

from __future__ import annotations

import re

import ftfy

_INVISIBLE = re.compile(
    "[\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufe0f\ufffc]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SUSPECT = re.compile("[\u0080-\u009fÂÃâÅ\ufffd]")
_RUNS = re.compile(r"\s+")
_UNCURLED = ftfy.TextFixerConfig(
    uncurl_quotes=False,
    normalization=None,
    fix_character_width=False,
    unescape_html=False,
    explain=False,
)
_LOST_QUOTE = re.compile(r"â€(?=[\s.,;:!?)]|$)")
_PRIVATE_BULLETS = re.compile("[\uf000-\uf0ff]")


def clean_line(text: str) -> str:
    """One line with its meaning kept and its noise gone; leading spaces and tabs stay."""
    if text.isascii():
        return _CONTROLS.sub("", text)
    if _SUSPECT.search(text):
        text = ftfy.fix_text(_LOST_QUOTE.sub("”", text), _UNCURLED)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return _CONTROLS.sub("", _PRIVATE_BULLETS.sub("•", text))


def squeeze(text: str) -> str:
    """Runs of white space as single spaces, none at the ends."""
    return _RUNS.sub(" ", text).strip()


def same_text_key(text: str) -> str:
    """A key under which two spellings of one line are equal (case, punctuation and spacing aside)."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
