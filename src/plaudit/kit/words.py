"""How words are counted. The page counts by the same rule, from the same test vectors."""

from __future__ import annotations

import unicodedata


def count_words(text: str) -> int:
    """Count the runs of non-space characters that hold at least one letter or digit.

    The text is taken in Unicode NFC. A zero-width space separates; a lone dash is no word;
    "re-use", "24/7" and "£3.5m" are one word each.
    """
    runs = unicodedata.normalize("NFC", text).replace("\u200b", " ").split()
    doubtful = [run for run in runs if not run[0].isalnum()]
    return len(runs) - sum(not any(map(str.isalnum, run)) for run in doubtful)
