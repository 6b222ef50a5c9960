"""Makes pages in one process, as a page thread of the server does, for `bench.turns`. Runs in any checkout."""

from __future__ import annotations

import io
import itertools
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

import django

PAGES, WARM = 25, 100
HEADERS = {
    "SERVER_NAME": "bench.localhost",
    "SERVER_PORT": "80",
    "REQUEST_METHOD": "GET",
    "REMOTE_ADDR": "127.0.0.1",
    "HTTP_HOST": "bench.localhost",
    "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_FOR": "127.0.0.1",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "wsgi.url_scheme": "http",
    "wsgi.errors": sys.stderr,
}


def main() -> None:
    django.setup()
    logging.disable(logging.CRITICAL)
    from django.core.handlers.wsgi import WSGIHandler

    site = WSGIHandler()
    asked = itertools.cycle(json.loads(Path(sys.argv[1]).read_text()))
    for _ in range(WARM):
        make(site, *next(asked))
    print("ready", flush=True)
    for _ in sys.stdin:
        processor, clock = time.process_time(), time.perf_counter()
        for _ in range(PAGES):
            make(site, *next(asked))
        spent = time.process_time() - processor, time.perf_counter() - clock
        print(*[1000 * each / PAGES for each in spent], flush=True)


def make(site: Any, path: str, cookies: str) -> None:
    """Make the page. Raises RuntimeError unless it is answered."""
    said: list[str] = []
    environ = {**HEADERS, "PATH_INFO": path, "HTTP_COOKIE": cookies, "wsgi.input": io.BytesIO()}
    b"".join(site(environ, lambda status, _headers: said.append(status)))
    if said != ["200 OK"]:
        raise RuntimeError(f"{path} answered {said}")


if __name__ == "__main__":
    main()
