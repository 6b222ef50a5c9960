"""Public identifiers: time-ordered, so that new rows lie together on disk."""

from __future__ import annotations

import secrets
from uuid import UUID

from uuid_utils.compat import uuid7


def new_identifier() -> UUID:
    """Return a UUID of version 7 (RFC 9562)."""
    return uuid7()


def new_token() -> str:
    """Return 32 random bytes as URL-safe text, for links that stand for a person."""
    return secrets.token_urlsafe(32)
