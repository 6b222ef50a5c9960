"""How words are counted. The page counts by the same rule, from the same test vectors."""

from __future__ import annotations

import unicodedata


def count_words(text: str) -> int:
    """Count the runs of non-space characters that hold at least one letter or digit.

    The text is taken in Unicode NFC. A zero-width space separates; a lone dash is no word;
    "re-use", "24/7" and "£3.5m" are one word each.
    """
    runs = unicodedata.normalize("NFC", text).replace("\u200b", " ").split()
    wordless = 0
    for run in runs:
        if not run[0].isalnum() and not any(map(str.isalnum, run)):
            wordless += 1
    return len(runs) - wordless
