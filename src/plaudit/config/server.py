"""What the web server runs: the live exchange on the event loop, and every page in threads beside it."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from types import FrameType

from django.db import connections
from django.urls import get_resolver

from plaudit.config.wsgi import application as pages_application
from plaudit.kit.serving.pages import Pages
from plaudit.kit.serving.rsgi import HTTPProtocol, Scope
from plaudit.kit.serving.threads import Threads
from plaudit.live.app import Live

THREADS = int(os.environ.get("WEB_THREADS", "1"))
THREADS_AT_MOST = int(os.environ.get("WEB_THREADS_AT_MOST", "8"))
WAITING = 512
SWITCH_SECONDS = 0.002  # how long a page may keep the exchange from its turn
GARBAGE_AFTER = 20_000  # new objects before Python looks for rings of them
LIVE, TOKENS = "/live/", "/live/token/"


class Site:
    """One process of the site, as granian runs it (RSGI)."""

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.live = Live()
        threads = Threads(THREADS, name="pages", most=THREADS_AT_MOST, ended=connections.close_all)
        self.pages = Pages(pages_application, threads, waiting=WAITING)
        sys.setswitchinterval(SWITCH_SECONDS)
        gc.collect()
        gc.freeze()  # what was imported stays: looking at it again and again is wasted
        gc.set_threshold(GARBAGE_AFTER, 20, 50)
        loop.call_soon(self.live.start)
        self._end_streams_at(signal.SIGTERM, loop)
        self._end_streams_at(signal.SIGINT, loop)

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        loop.run_until_complete(self.live.close())
        self.pages.close()

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.path.startswith(LIVE) and not scope.path.startswith(TOKENS):
            await self.live(scope, protocol)
        else:
            await self.pages(scope, protocol)

    def _end_streams_at(self, number: signal.Signals, loop: asyncio.AbstractEventLoop) -> None:
        """End what would never end by itself before the server waits for all that is under way."""
        servers_own = signal.getsignal(number)

        def handle(given: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(self.live.end_streams)
            if callable(servers_own):
                servers_own(given, frame)

        signal.signal(number, handle)


get_resolver().url_patterns  # noqa: B018 - imports every page now, not while the first visitor waits
site = Site()
