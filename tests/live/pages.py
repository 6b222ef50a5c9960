"""A writing desk without a browser: a copy of the answer, and what goes between it and the server."""

from __future__ import annotations

import base64
import json

from pycrdt import Doc, Text

from plaudit.entries.documents import NOTHING
from plaudit.live.reply import Reply
from plaudit.live.wire import read_answer, read_exchange, written_exchange


class Page:
    """One author's copy. `known` is what the server last said that it has."""

    def __init__(self) -> None:
        self.shared: Doc[Text] = Doc()
        self.text = self.shared.get("text", type=Text)
        self.known = NOTHING

    def __str__(self) -> str:
        return str(self.text)

    def insert(self, where: float, text: str) -> None:
        said = str(self)
        place = int(where * len(said))
        self.text.insert(len(said[:place].encode()), text)

    def delete(self, where: float) -> str:
        """Delete one character and return it; none where there is nothing."""
        said = str(self)
        if not said:
            return ""
        place = min(int(where * len(said)), len(said) - 1)
        start = len(said[:place].encode())
        del self.text[start : start + len(said[place].encode())]
        return said[place]

    def request(self) -> bytes:
        """Return the body of an exchange: what the server is thought to lack."""
        update = self.shared.get_update(self.known)
        return written_exchange(bytes(self.shared.get_state()), bytes(update))

    def hear(self, status: int, body: bytes) -> None:
        """Take an answer in, as the page does."""
        if status == 200:
            header, update = read_answer(body)
            if update:
                self.shared.apply_update(update)
            self.known = base64.b64decode(header["state"])
        elif status == 409:
            self.known = base64.b64decode(json.loads(body)["state"])


def parts_of(body: bytes) -> tuple[bytes, bytes]:
    """Return the state vector and the update of a request."""
    return read_exchange(body)


def outcome(reply: Reply) -> tuple[int, bytes]:
    return reply.status, reply.body
