"""Pages that travel compressed to whoever can read them so.

Only whole HTML pages: files are compressed once, when they are gathered, and what is streamed is left alone. A page
for one person that another site made the browser ask for goes out as it is, so that nobody can put guesses into an
address and read in the length of the answer whether they were right (BREACH).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from isal import isal_zlib

Headers = list[tuple[str, str]]

NOT_WORTH_IT = 600  # bytes: with its headers such a page fits one packet anyhow
# 13.6 kB of HTML become 4.1 kB in 0.05 ms: a third of zlib's time at its quickest, half of brotli's for as few bytes.
LEVEL, GZIP_FORMAT = 2, 31
REFUSED = re.compile(r"q=0(\.0*)?")
OTHER_SITES = frozenset({"cross-site", "same-site"})


class Asked(Protocol):
    """The headers of a request, by their names in small letters."""

    def get(self, key: str, default: str = "", /) -> str: ...


def lightened(headers: Headers, body: bytes, asked: Asked) -> tuple[Headers, bytes]:
    """Return the answer as it travels best. What is not a page comes back as it is."""
    told = {name.lower(): value for name, value in headers}
    if not told.get("content-type", "").startswith("text/html") or "content-encoding" in told:
        return headers, body
    headers = _varied(headers)
    if len(body) < NOT_WORTH_IT or "etag" in told:
        return headers, body
    if asked.get("sec-fetch-site", "") in OTHER_SITES and not _is_for_all(told):
        return headers, body
    if not reads_gzip(asked.get("accept-encoding", "")):
        return headers, body
    body = _gzip(body)
    headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
    headers += [("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))]
    return headers, body


@lru_cache(maxsize=256)  # a browser always sends the same
def reads_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header names gzip, and not to refuse it (RFC 9110, 12.5.3)."""
    for part in accepted.lower().replace(" ", "").split(","):
        name, _, weight = part.partition(";")
        if name == "gzip":
            return not REFUSED.fullmatch(weight)
    return False


def _varied(headers: Headers) -> Headers:
    """Return the headers with a Vary that tells caches what the page depends on, compressed or not."""
    others, vary = [], []
    for name, value in headers:
        if name.lower() == "vary":
            vary.append(value)
        else:
            others.append((name, value))
    return [*others, ("Vary", ", ".join([*vary, "Accept-Encoding"]))]


def _is_for_all(told: dict[str, str]) -> bool:
    return "public" in told.get("cache-control", "")


def _gzip(body: bytes) -> bytes:
    packer = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, GZIP_FORMAT)
    return packer.compress(body) + packer.flush()
