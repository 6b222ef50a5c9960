"""What is done to text that people typed, before it is kept."""

from __future__ import annotations

import re

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return `text` with line feeds as its only line ends, and nothing that the database cannot hold.

    A NUL is taken out; half of a broken surrogate pair becomes U+FFFD. No word is ever taken out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return _LONE_SURROGATE.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, each run of white space a single space."""
    return " ".join(clean_text(text).split())
