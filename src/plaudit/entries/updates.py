"""The bytes of a Yjs update (version 1), read far enough to let only plain text pass to the library.

Anything else that Yjs can carry (formats, embedded things, nested values, other roots) is refused: the pages
never send it, and nested values deep enough end the process that reads them. Format: github.com/yjs/yjs,
src/utils/encoding.js and src/structs.
"""

from __future__ import annotations

ROOT = b"text"
GARBAGE, DELETED, STRING, SKIP = 0, 1, 4, 10
HAS_LEFT, HAS_RIGHT, HAS_KEY, KIND = 0x80, 0x40, 0x20, 0x1F
MOST_PARTS = 60_000
LARGEST_NUMBER = 2**53


class NotPlainText(ValueError):
    """The bytes are no update of a plain text."""


def require_plain_text(update: bytes) -> None:
    """Raise NotPlainText unless the bytes are an update that only inserts and deletes plain text under "text"."""
    try:
        reader = _Reader(update)
        for _ in range(reader.number()):
            structs = reader.number()
            reader.numbers(2)  # author, first clock
            reader.count(structs)
            for _ in range(structs):
                _struct(reader)
        for _ in range(reader.number()):
            reader.number()
            deleted = reader.number()
            reader.count(deleted)
            reader.numbers(2 * deleted)
    except IndexError:
        raise NotPlainText("shorter than it says") from None
    if reader.place != len(update):
        raise NotPlainText("longer than it says")


def state_entries(state: bytes) -> dict[int, int]:
    """Return how many changes of each author a state vector counts. Raises NotPlainText."""
    try:
        reader = _Reader(state)
        authors = reader.number()
        reader.count(authors)
        clocks = {reader.number(): reader.number() for _ in range(authors)}
    except IndexError:
        raise NotPlainText("shorter than it says") from None
    if reader.place != len(state):
        raise NotPlainText("longer than it says")
    return clocks


def _struct(reader: _Reader) -> None:
    info = reader.byte()
    kind = info & KIND
    if kind in (GARBAGE, SKIP):
        reader.number()
        return
    if info & HAS_LEFT:
        reader.numbers(2)
    if info & HAS_RIGHT:
        reader.numbers(2)
    if not info & (HAS_LEFT | HAS_RIGHT) and (
        info & HAS_KEY or reader.number() != 1 or reader.string() != ROOT
    ):
        raise NotPlainText("not under the root")
    if kind == DELETED:
        reader.number()
    elif kind == STRING:
        reader.string()
    else:
        raise NotPlainText("not plain text")


class _Reader:
    """Reads numbers of seven bits a byte, lowest first, and strings after their length in bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place, self.parts = data, 0, 0

    def byte(self) -> int:
        self.place += 1
        return self.data[self.place - 1]

    def number(self) -> int:
        data, place = self.data, self.place
        byte = data[place]
        number, shift = byte & 0x7F, 7
        while byte & 0x80:
            place += 1
            byte = data[place]
            number |= (byte & 0x7F) << shift
            shift += 7
            if number > LARGEST_NUMBER:
                raise NotPlainText("a number too large")
        self.place = place + 1
        return number

    def numbers(self, count: int) -> None:
        for _ in range(count):
            self.number()

    def string(self) -> bytes:
        length = self.number()
        start, self.place = self.place, self.place + length
        if self.place > len(self.data):
            raise NotPlainText("shorter than it says")
        return self.data[start : self.place]

    def count(self, parts: int) -> None:
        """Count parts before they are read. Raises NotPlainText when they are too many."""
        self.parts += parts
        if self.parts > MOST_PARTS:
            raise NotPlainText("too many parts")
