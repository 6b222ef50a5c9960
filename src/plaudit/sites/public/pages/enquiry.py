"""A thread between an enquirer and a desk, as the enquirer sees it."""

from __future__ import annotations

from dataclasses import dataclass

from plaudit.enquiries.models import Enquiry
from plaudit.kit.dates import clock_time, day
from plaudit.sites.public.pages.prose import Block, blocks

NAMELESS = "The awards team"


@dataclass(frozen=True)
class Said:
    """One message: who wrote it (for the desk a name and nothing else), when, and what."""

    by: str
    when: str
    is_from_desk: bool
    text: list[Block]


def thread(enquiry: Enquiry) -> list[Said]:
    """Return the messages in the order they were written."""
    zone = enquiry.desk.edition.zone
    return [
        Said(
            by=(message.author.name or NAMELESS) if message.author else "You",
            when=f"{day(message.written_at, zone)}, {clock_time(message.written_at, zone)}",
            is_from_desk=message.author is not None,
            text=blocks(message.body),
        )
        for message in enquiry.messages.all()
    ]
