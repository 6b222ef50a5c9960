"""The shared document behind an answer's text (Yjs, by pycrdt): the text lies under "text".

Documents and updates are Yjs updates (version 1); no bytes stand for a document that says nothing yet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple, cast

from pycrdt import Doc, Text

from plaudit.entries.engines.replacing import glued_at, replacements
from plaudit.entries.updates import NotPlainText, require_plain_text, state_entries

CLIENT_BITS = 52  # what a script's numbers hold exactly
NOTHING = b"\x00"  # the state vector of an empty document
Delta = list[dict[str, Any]]  # what an update did to the text: retain, insert and delete, in bytes
LONG_UPDATE = 1024  # bytes; a longer one may repeat what is known, and is kept without that


class Merged(NamedTuple):
    """A document after an update came in. `is_changed` is False when all of the update was known."""

    document: bytes
    text: str
    is_changed: bool


class UnreadableUpdate(ValueError):
    """The bytes are no Yjs update, or no state vector."""


class IncompleteUpdate(ValueError):
    """The update rests on changes that the document does not have, so that words in it could not be placed."""


def merge(document: bytes, update: bytes) -> Merged:
    """Return the document with the update merged in: in any order, any number of times, the same.

    Raises UnreadableUpdate.
    """
    shared = _opened(document)
    before = shared.get_update()
    try:
        shared.apply_update(update)
    except Exception as error:
        raise UnreadableUpdate("not a Yjs update") from error
    after = shared.get_update()
    return Merged(after, str(shared.get("text", type=Text)), after != before)


class SharedText:
    """A document held open while updates come in: all of an update is taken, or none.

    `document`, `text` and `state` (its state vector: what it has of each author) are always up to date.
    """

    def __init__(self, document: bytes) -> None:
        self._before = self.document = document
        self.text, self.state = "", NOTHING
        self._reopen()

    def take(self, update: bytes, known: bytes) -> bytes | None:
        """Merge the update of somebody whose own copy has the state `known`.

        Returns what is to be kept of it in the log, or None when all of it was there already. What the database
        cannot hold (a NUL, a carriage return) is taken out again by an edit that is part of what is kept. Raises
        UnreadableUpdate, IncompleteUpdate; the document is then as it was.
        """
        before = self.state
        try:
            require_plain_text(update)
            with self._shared.transaction():
                self._shared.apply_update(update)
                state = self._shared.get_state()
            if not covers(state, known):
                raise IncompleteUpdate("the update rests on changes that are not here")
            is_cleaned = _clean(self._text)
            with self._shared.transaction():
                after, said = bytes(self._shared.get_update()), str(self._text)
                state = self._shared.get_state()
        except IncompleteUpdate:
            self._reopen()
            raise
        except BaseException as error:  # also a panic in the library, which is no Exception
            self._reopen()
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            raise UnreadableUpdate("not a Yjs update") from error
        if after == self.document or (state == before and self._says_the_same(after)):
            return None
        self._before, self.document, self.text = self.document, after, said
        self.state = bytes(state)
        if is_cleaned or len(update) > LONG_UPDATE:
            return bytes(self._shared.get_update(before))
        return update

    def undo(self) -> None:
        """Go back to the document as it was before the last update that was taken."""
        self.document = self._before
        self._reopen()

    def missing_in(self, known: bytes) -> bytes:
        """Return the update that a copy with the state `known` lacks. Raises UnreadableUpdate."""
        try:
            if known != self.state:
                clocks_in(known or NOTHING)
            return bytes(self._shared.get_update(known or NOTHING))
        except Exception as error:
            raise UnreadableUpdate("not a state vector") from error

    def _says_the_same(self, document: bytes) -> bool:
        """Whether the bytes are the document that is held, which may have been written down in another order."""
        return document == _opened(self.document).get_update()

    def _reopen(self) -> None:
        self._shared: Doc[Text] = Doc()
        self._text: Text = self._shared.get("text", type=Text)
        with self._shared.transaction():
            if self.document:
                self._shared.apply_update(self.document)
            self.text, self.state = str(self._text), bytes(self._shared.get_state())


def covers(state: bytes, known: bytes) -> bool:
    """Whether the state vector `state` has all that `known` has. Raises UnreadableUpdate."""
    if state == known or known in (b"", NOTHING):
        return True
    has = clocks_in(state)
    return all(has.get(author, 0) >= clock for author, clock in clocks_in(known).items())


def clocks_in(state: bytes) -> dict[int, int]:
    """Return how many changes of each author a Yjs state vector counts. Raises UnreadableUpdate."""
    try:
        return state_entries(state)
    except NotPlainText as error:
        raise UnreadableUpdate("not a state vector") from error


def _clean(text: Text) -> bool:
    """Take out what the database cannot hold. Return whether there was any."""
    said = str(text)
    if "\x00" not in said and "\r" not in said:
        return False
    found, start = [], 0
    for place, character in enumerate(said):
        if character in "\x00\r":
            found.append((start, character == "\r" and said[place + 1 : place + 2] != "\n"))
        start += len(character.encode())
    for start, is_line_end in reversed(found):
        del text[start : start + 1]
        if is_line_end:
            text.insert(start, "\n")
    return True


def change_to(base: bytes, new: str, *, author: str) -> bytes:
    """Return the update that brings the document `base` to say `new`, by replacing whole words.

    The same change by the same author is the same update, so that making it twice is making it once. New words
    are put in behind the first letter of those that go, so that what others write before or after these stays
    on its side. Positions in pycrdt are counted in bytes of UTF-8.
    """
    shared = _opened(base, client_id=_client(author, base, new))
    text = shared.get("text", type=Text)
    old = str(text)
    known = shared.get_state()
    with shared.transaction():
        for each in reversed(replacements(old, new)):
            gone = old[each.start : each.end]
            first = len(old[: each.start].encode())
            middle = first + (len(gone[0].encode()) if len(gone) > 1 else 0)
            last, more = first + len(gone.encode()), len(each.text.encode())
            if each.text:
                text.insert(middle, each.text)
            if last > middle:
                del text[middle + more : last + more]
            if middle > first:
                del text[first:middle]
    return bytes(shared.get_update(known))


def merge_change(document: bytes, update: bytes) -> tuple[Merged, bytes]:
    """Return the document with a change made by `change_to` merged in, and the update to be kept of it.

    Where a word of the change would run into one that somebody else put in or out meanwhile, a space comes
    between them, so that no word is made of two people's letters.
    """
    shared = _opened(document, client_id=_client("space", document, update.hex()))
    text = shared.get("text", type=Text)
    before, known = shared.get_update(), shared.get_state()
    deltas: list[Delta] = []
    watch = text.observe(lambda event: deltas.append(cast(Any, event).delta))
    shared.apply_update(update)
    text.unobserve(watch)
    after = shared.get_update()
    glued = glued_at(str(text), _ends_of(str(text), deltas))
    if glued:
        with shared.transaction():
            for place in glued:
                text.insert(len(str(text)[:place].encode()), " ")
        after, update = shared.get_update(), shared.get_update(known)
    return Merged(bytes(after), str(text), after != before), bytes(update)


def _ends_of(text: str, deltas: list[Delta]) -> set[int]:
    """Return where in the text the pieces that a change put in begin and end, and where it took some out."""
    said, found = text.encode(), set()
    for delta in deltas:
        place = 0
        for step in delta:
            found.add(place)
            place += step.get("retain", 0) + len(step.get("insert", "").encode())
            found.add(place)
    return {len(said[:place].decode()) for place in found}


def replayed(updates: Iterable[bytes]) -> bytes:
    """Return the document that the updates make."""
    shared: Doc[Text] = Doc()
    for update in updates:
        shared.apply_update(update)
    return bytes(shared.get_update())


def text_in(document: bytes) -> str:
    """Return what the document says."""
    return str(_opened(document).get("text", type=Text))


def _opened(document: bytes, client_id: int | None = None) -> Doc[Text]:
    shared: Doc[Text] = Doc() if client_id is None else Doc(client_id=client_id)
    if document:
        shared.apply_update(document)
    return shared


def _client(author: str, base: bytes, new: str) -> int:
    told = hashlib.sha256(f"{author}\x00{new}".encode() + b"\x00" + base).digest()
    return int.from_bytes(told[:8], "big") >> (64 - CLIENT_BITS)
