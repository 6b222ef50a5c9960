"""The bytes of an exchange: each part after its length, a whole number of four bytes, highest first."""

from __future__ import annotations

import json
from typing import Any

LENGTH = 4
MOST_BYTES = (
    2 * 1024 * 1024
)  # of one exchange; a text of 200,000 characters with its history is far below
NO_UPDATE = (b"", b"\x00\x00")


class UnreadableBody(ValueError):
    """The bytes are no exchange."""


def read_exchange(body: bytes) -> tuple[bytes, bytes]:
    """Return the state vector and the update that a page sent; no bytes for an empty update. Raises UnreadableBody."""
    state, update = _parted(body)
    return state, b"" if update in NO_UPDATE else update


def written_exchange(state: bytes, update: bytes) -> bytes:
    """Return what a page sends."""
    return len(state).to_bytes(LENGTH, "big") + state + update


def written_answer(header: dict[str, Any], update: bytes) -> bytes:
    """Return what is sent back: what is told of the answer, then the update that the page lacks."""
    told = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    return len(told).to_bytes(LENGTH, "big") + told + update


def read_answer(body: bytes) -> tuple[dict[str, Any], bytes]:
    """Return what was told and the update. Raises UnreadableBody."""
    told, update = _parted(body)
    return json.loads(told), update


def _parted(body: bytes) -> tuple[bytes, bytes]:
    end = LENGTH + int.from_bytes(body[:LENGTH], "big")
    if len(body) < LENGTH or len(body) < end:
        raise UnreadableBody("shorter than it says")
    return body[LENGTH:end], body[end:]
