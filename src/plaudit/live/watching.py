"""What pages that listen cannot be told when it happens, and is looked for now and then."""

from __future__ import annotations

from collections.abc import Sequence

from plaudit.live.members import Members
from plaudit.live.streams import Stream, event


async def look_around(streams: Sequence[Stream], members: Members) -> None:
    """End the streams of people who work on the entry no longer; tell the others where it stands.

    Each stream is told once, and again whenever its entry was submitted or withdrawn since. One query, none
    without streams. Raises UNAVAILABLE.
    """
    if not streams:
        return
    held = await members.among([(each.entry, each.person) for each in streams])
    for stream in streams:
        standing = held.get((stream.entry, stream.person))
        if standing is None:
            stream.end()
        elif standing != stream.standing:
            stream.standing = standing
            stream.push(event("standing", {"status": standing}))
