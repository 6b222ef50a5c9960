from __future__ import annotations


class DatabaseUnavailable(Exception):
    """The embedded database cannot be used. The message is a plain sentence for the operator."""
