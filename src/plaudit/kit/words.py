"""How words are counted. The page counts by the same rule, from the same test vectors."""

from __future__ import annotations

import re
import unicodedata

_GAP = re.compile(r"[\s\u200b]+")


def count_words(text: str) -> int:
    """Count the runs of non-space characters that hold at least one letter or digit.

    The text is taken in Unicode NFC. A zero-width space separates; a lone dash is no word;
    "re-use", "24/7" and "£3.5m" are one word each.
    """
    runs = _GAP.split(unicodedata.normalize("NFC", text))
    return sum(1 for run in runs if any(unicodedata.category(c)[0] in "LN" for c in run))
