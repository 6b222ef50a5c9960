from __future__ import annotations


class DatabaseUnavailable(Exception):
    """The embedded database cannot be used. The message is a plain sentence for the operator."""


class DatabaseInUse(DatabaseUnavailable):
    """Another process has started the server on this data directory and holds its lock."""
