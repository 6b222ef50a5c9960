"""What the text of a Word file goes on from, when the same file is uploaded more than once."""

from __future__ import annotations

from plaudit.entries.documents import merge, text_in
from plaudit.entries.engines.comparing import changes
from plaudit.entries.models import Answer, UpdateSource
from plaudit.kit.rows import all_rows

UPDATES_FROM = """
SELECT data FROM entries_answerupdate WHERE answer_id = %s AND version > %s AND source = %s ORDER BY version
"""


def with_earlier_uploads(answer: Answer, version: int, document: bytes, text: str) -> bytes:
    """Return the document that the file's `text` goes on from.

    `document` is the answer's at `version`, which the file was made from. A file that was uploaded since, and
    worked on further, holds what came by that upload too: without it those words would be merged in once more.
    Each later upload is taken in if `text` differs by fewer words with it than without. Words that were typed
    in the page meanwhile are never part of it, so none of them is taken for deleted.
    """
    if version >= answer.version:
        return document
    distance = _words_apart(text_in(document), text)
    for (data,) in all_rows(UPDATES_FROM, [answer.pk, version, UpdateSource.WORD.value]):
        uploaded = merge(document, bytes(data))
        apart = _words_apart(uploaded.text, text)
        if apart < distance:
            document, distance = uploaded.document, apart
    return document


def _words_apart(old: str, new: str) -> int:
    """Return how many words are in one text and not, in the same order, in the other."""
    return sum(
        change.end - change.start + change.new_end - change.new_start
        for change in changes(old.split(), new.split())
    )
