"""What is answered: the words of an exchange, or in a sentence why not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

Headers = list[tuple[str, str]]

COMMON: Headers = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
BINARY: Headers = [("Content-Type", "application/octet-stream"), *COMMON]
JSON: Headers = [("Content-Type", "application/json"), *COMMON]


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Headers
    body: bytes


def told(body: bytes) -> Reply:
    """Return the answer to an exchange."""
    return Reply(200, BINARY, body)


def as_json(value: dict[str, Any], status: int = 200, headers: Headers | None = None) -> Reply:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return Reply(status, [*JSON, *(headers or [])], text.encode())


def refusal(status: int, kind: str, reason: str, **more: str) -> Reply:
    """Return why not: `kind` for the script, `reason` for the person."""
    return as_json({"kind": kind, "reason": reason, **more}, status)


SIGNED_OUT = refusal(
    401,
    "signed_out",
    "You are signed out, or this page has been open for too long. What you typed is kept in this browser. "
    "Sign in again and it will be saved.",
)
GONE = refusal(
    404,
    "not_found",
    "This answer is no longer part of the entry. What you typed is kept in this browser: copy it somewhere safe.",
)
NO_LONGER_YOURS = refusal(
    403,
    "forbidden",
    "You no longer work on this entry, so nothing was saved. What you typed is kept in this browser. "
    "Ask the owner of the entry to let you back in.",
)
TOO_LONG = refusal(
    413,
    "too_long",
    "This answer is too long to be kept: the most is 200,000 characters. "
    "Nothing was saved: copy your text somewhere safe, then shorten it.",
)
UNREADABLE = refusal(
    400,
    "unreadable",
    "What this page sent could not be read, so nothing was saved. "
    "Copy your text somewhere safe, then reload the page.",
)
BUSY = Reply(
    503,
    [*JSON, ("Retry-After", "1")],
    as_json(
        {
            "kind": "busy",
            "reason": "The site is busy or being restarted. What you typed is kept in this browser, "
            "which tries again by itself.",
        }
    ).body,
)
