"""A small WSGI application, served as the pages are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from plaudit.kit.serving.pages import Pages
from plaudit.kit.serving.threads import Threads

BLOCK = b"x" * 65536
PAGE = "<!DOCTYPE html><title>Größe</title>".encode() + b"<p>One of many lines.</p>" * 100
PAGE_HEADERS = [
    ("Content-Length", str(len(PAGE))),
    ("Vary", "Cookie"),
    ("Set-Cookie", "a=1"),
    ("Set-Cookie", "b=2"),
]


class Long:
    """A long answer that says when it was closed."""

    closed = 0

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(100):
            yield BLOCK

    def close(self) -> None:
        Long.closed += 1


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
    path = environ["PATH_INFO"]
    if path == "/long":
        start("200 OK", [("Content-Type", "text/csv")])
        return Long()
    if path == "/closed":
        start("200 OK", [])
        return [str(Long.closed).encode()]
    if path == "/page":
        start("200 OK", [("Content-Type", "text/html; charset=utf-8"), *PAGE_HEADERS])
        return [PAGE[:700], PAGE[700:]]
    if path == "/breaks":
        raise RuntimeError("on purpose")
    body = environ["wsgi.input"].read()
    told = {name: value for name, value in environ.items() if isinstance(value, str)}
    told["digest"], told["length"] = hashlib.sha256(body).hexdigest(), len(body)
    content = json.dumps(told).encode()
    start("201 Created", [("Content-Length", str(len(content))), ("X-Two", "a"), ("X-Two", "b")])
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else content]


async def app(scope: Any, protocol: Any) -> None:
    await pages(scope, protocol)


pages = Pages(application, Threads(1, name="pages", most=3), waiting=50)
