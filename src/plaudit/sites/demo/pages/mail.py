"""A mail of the outbox, laid out to be read on a page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings

from plaudit.kit.dates import clock_time, day
from plaudit.messages.models import OutboxMessage
from plaudit.sites.demo.pages.bar import ZONE

ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")


@dataclass(frozen=True)
class Piece:
    """Some words of a line, and where they lead when they are a link."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Letter:
    """One mail, told at the demo's present instant `at`."""

    message: OutboxMessage
    at: dt.datetime

    @property
    def state(self) -> str:
        if self.message.sent_at is not None:
            return f"Delivered {_in_words(self.message.sent_at)}"
        if self.message.not_before > self.at:
            return f"Waits until {_in_words(self.message.not_before)}"
        return "On its way"

    @property
    def paragraphs(self) -> list[list[list[Piece]]]:
        """Return the body as paragraphs of lines of pieces."""
        blocks = re.split(r"\n\s*\n", self.message.body.strip())
        return [[list(_pieces(line)) for line in block.splitlines()] for block in blocks if block]


def _pieces(line: str) -> Iterator[Piece]:
    end = 0
    for found in ADDRESS.finditer(line):
        if found.start() > end:
            yield Piece(line[end : found.start()])
        yield Piece(found.group(), _here(found.group()))
        end = found.end()
    if end < len(line):
        yield Piece(line[end:])


def _here(address: str) -> str:
    """Return a link of our own as a path: mail written on one port is read on another."""
    parts = urlsplit(address)
    own = parts.hostname in {"127.0.0.1", "localhost", urlsplit(str(settings.BASE_URL)).hostname}
    return urlunsplit(parts._replace(scheme="", netloc="")) or "/" if own else address


def _in_words(instant: dt.datetime) -> str:
    return f"{day(instant, ZONE)} at {clock_time(instant, ZONE)}"
