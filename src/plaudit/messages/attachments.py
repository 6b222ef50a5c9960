"""Files that go with a mail. They are made when the mail is sent, by the room that knows what they hold.

A room registers its maker when the application starts; the outbox keeps only the maker's name and the
identifier of what the file is made of, so that queueing a mail costs nothing and a file is never stale.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.module_loading import import_string


@dataclass(frozen=True)
class MailFile:
    """A file as it goes with a mail."""

    name: str
    content: bytes
    content_type: str


Maker = Callable[[str], MailFile]

_MAKERS: dict[str, str] = {}


class UnknownAttachment(LookupError):
    """No room makes files of this kind."""


def register_attachment(kind: str, maker: str) -> None:
    """Let the function named `maker`, by its dotted path, make the files of this kind.

    It is given the identifier that was queued, and imported when the first file is made: typesetting is
    heavy, and the web server never does it for mail.
    """
    _MAKERS[kind] = maker


def attachment_for(kind: str, identifier: str) -> MailFile:
    """Return the file. Raises UnknownAttachment, and whatever its maker raises: the mail is tried again later."""
    try:
        maker = _MAKERS[kind]
    except KeyError:
        raise UnknownAttachment(kind) from None
    make: Maker = import_string(maker)
    return make(identifier)
