"""Taking in what a client sends, in memory while it is short."""

from __future__ import annotations

import tempfile
from io import BytesIO
from typing import IO

from plaudit.kit.serving.rsgi import HTTPProtocol, Scope

IN_MEMORY = 1024 * 1024
LARGEST = 1024 * 1024 * 1024
THROWN_AWAY = 32 * 1024 * 1024


class BodyTooLarge(Exception):
    """More was sent than is ever taken."""


async def taken_in(protocol: HTTPProtocol, announced: int | None) -> IO[bytes]:
    """Return all that the client sends, as a file to read. Above 1 MB it lies in a temporary file.

    `announced` is the Content-Length, or None where the client does not say. Raises BodyTooLarge.
    """
    if announced == 0:
        return BytesIO()
    if announced is not None and announced <= IN_MEMORY:
        return BytesIO(await protocol())
    if announced is not None and announced > LARGEST:
        raise BodyTooLarge
    taken = 0
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by who reads it
    try:
        async for chunk in protocol:
            taken += len(chunk)
            if taken > LARGEST:
                raise BodyTooLarge
            file.write(chunk)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def announced_length(scope: Scope) -> int | None:
    """Return how long the body is: 0 where there is none, None where the client does not say."""
    length = scope.headers.get("content-length")
    if length is not None and length.isdecimal():
        return int(length)
    return None if "transfer-encoding" in scope.headers else 0


async def thrown_away(protocol: HTTPProtocol) -> None:
    """Read what is too large to be taken, within reason: a browser hears the answer only after it has sent all."""
    taken = 0
    async for chunk in protocol:
        taken += len(chunk)
        if taken > THROWN_AWAY:
            return
