"""People who write, read and submit, and who try again until they are told that it is done."""

from __future__ import annotations

import asyncio
import base64
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from pycrdt import Doc, Text

from bench.load import read_answer as read_http
from bench.rush.data import Writer
from plaudit.live.wire import read_answer, written_exchange

PATIENCE_SECONDS = 10.0
PAUSE_SECONDS = 0.01
AGAIN_SECONDS = 0.5


@dataclass
class Told:
    """What was acknowledged: the words of each answer, and by its key the submission each form made."""

    words: dict[UUID, set[str]] = field(default_factory=dict)
    submissions: dict[UUID, str] = field(default_factory=dict)
    answers: int = 0
    failures: int = 0

    @property
    def acknowledged(self) -> int:
        return sum(map(len, self.words.values())) + len(self.submissions)


class Line:
    """A connection that is made again whenever it breaks."""

    def __init__(self, port: int, told: Told) -> None:
        self.port, self.told = port, told
        self.writer: asyncio.StreamWriter | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send the request once; 0 when no answer came."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                if self.writer is None:
                    self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
                self.writer.write(request)
                status, answer = await read_http(self.reader)
                self.told.answers += 1
                return status, answer
        except (OSError, EOFError, TimeoutError, ValueError):
            self.told.failures += 1
            if self.writer is not None:
                self.writer.close()
            self.writer = None
            return 0, b""


class Author:
    """Writes one word after another, each with a number of its own."""

    def __init__(self, port: int, told: Told, writer: Writer, name: str) -> None:
        self.line, self.told, self.head = Line(port, told), told, writer.head
        self.answer, self.name, self.count = writer.answer, name, 0
        self.shared: Doc[Text] = Doc()
        self.shared.apply_update(writer.document)
        self.text = self.shared.get("text", type=Text)
        self.known = self.shared.get_state()
        self.chance = random.Random(name)

    async def work(self, is_over: Callable[[], bool]) -> None:
        while not is_over():
            self.count += 1
            word = f" <{self.name}.{self.count}>"
            self.text.insert(self.chance.choice([0, len(str(self.text).encode())]), word)
            await self._save(is_over)
            await asyncio.sleep(PAUSE_SECONDS)

    async def _save(self, is_over: Callable[[], bool]) -> None:
        """Save until it is acknowledged, now and then twice."""
        while True:
            state = self.shared.get_state()
            body = written_exchange(state, self.shared.get_update(self.known))
            head = self.head + f"Content-Length: {len(body)}\r\n\r\n".encode()
            status, answer = await self.line.ask(head + body)
            content = answer.partition(b"\r\n\r\n")[2]
            if status == 200:
                header, update = read_answer(content)
                if update:
                    self.shared.apply_update(update)
                self.known = base64.b64decode(header["state"])
                words = {f"<{self.name}.{number}>" for number in range(1, self.count + 1)}
                self.told.words.setdefault(self.answer, set()).update(words)
                if self.chance.random() < 0.05:
                    await self.line.ask(head + body)
                return
            if status == 409:
                self.known = base64.b64decode(json.loads(content)["state"])
            elif is_over():
                return
            await asyncio.sleep(AGAIN_SECONDS)


class Submitter:
    """Submits one entry again and again; each form is posted until it is answered, now and then twice."""

    def __init__(
        self, port: int, told: Told, form: Callable[[], tuple[UUID, bytes]], name: str
    ) -> None:
        self.line, self.told, self.form = Line(port, told), told, form
        self.chance = random.Random(name)

    async def work(self, is_over: Callable[[], bool]) -> None:
        while not is_over():
            key, request = self.form()
            status = 0
            while status != 302 and not is_over():
                status, answer = await self.line.ask(request)
                if status == 302:
                    head = answer.decode("latin-1").lower()
                    location = head.split("location:")[1].split("\r\n")[0].strip()
                    self.told.submissions[key] = location.split("/receipts/")[1].strip("/").upper()
                    if self.chance.random() < 0.2:
                        await self.line.ask(request)
                await asyncio.sleep(AGAIN_SECONDS)


class Reader:
    """Opens one page after another."""

    def __init__(self, port: int, told: Told, requests: Callable[[], bytes]) -> None:
        self.line, self.requests = Line(port, told), requests

    async def work(self, is_over: Callable[[], bool]) -> None:
        while not is_over():
            status, _ = await self.line.ask(self.requests())
            await asyncio.sleep(PAUSE_SECONDS if status == 200 else AGAIN_SECONDS)
