"""The shared document behind an answer's text (Yjs, by pycrdt): the text lies under "text"."""

from __future__ import annotations

from pycrdt import Doc, Text

# Saves are made one at a time, under a lock on the answer: the server is one author to the document.
SERVER = 1


def document_with(document: bytes, new: str) -> bytes:
    """Return the document brought to say `new`, by the smallest single replacement.

    `document` is a Yjs update (version 1), or empty for a document that says nothing yet. Positions in
    pycrdt are counted in bytes of UTF-8; an edit never cuts a character.
    """
    shared: Doc[Text] = Doc(client_id=SERVER)
    if document:
        shared.apply_update(document)
    text = shared.get("text", type=Text)
    old = str(text)
    start, old_end, new_end = changed_span(old, new)
    first = len(old[:start].encode())
    last = first + len(old[start:old_end].encode())
    with shared.transaction():
        if last > first:
            del text[first:last]
        if new_end > start:
            text.insert(first, new[start:new_end])
    return shared.get_update()


def text_in(document: bytes) -> str:
    """Return what the document says."""
    shared: Doc[Text] = Doc()
    if document:
        shared.apply_update(document)
    return str(shared.get("text", type=Text))


def changed_span(old: str, new: str) -> tuple[int, int, int]:
    """Return `start`, `old_end`, `new_end`: `old[start:old_end]` replaced by `new[start:new_end]` gives `new`."""
    start = _same_at_front(old, new)
    tail = _same_at_front(old[start:][::-1], new[start:][::-1])
    return start, len(old) - tail, len(new) - tail


def _same_at_front(one: str, other: str) -> int:
    """Return how many characters the two begin with alike, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
