from __future__ import annotations


class BadInput(Exception):
    """The problem cannot be read. The message is a plain sentence that names the line or the item."""
