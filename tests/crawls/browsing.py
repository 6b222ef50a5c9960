"""Browsers of the world's people, and what two answers are compared by."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from pypdf import PdfReader

from plaudit.people.models import Person
from tests.house.strict_client import check_headers, check_page

CHANCE = [
    (re.compile(r'nonce="[^"]+"'), 'nonce="chance"'),
    (re.compile(r"'nonce-[^']+'"), "'nonce-'"),
    (re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"'), 'name="csrfmiddlewaretoken"'),
    (re.compile(r'name="key" value="[^"]+"'), 'name="key"'),
    (re.compile(r'"challenge": ?"[^"]+"'), '"challenge"'),
    (re.compile(r'"token": ?"[^"]+"'), '"token"'),
    (re.compile(r"<dcterms:(\w+)[^<]*<"), "<"),
]
PACKED = ("spreadsheetml.sheet", "wordprocessingml.document")
BY_CHANCE = {"X-Request-ID", "Content-Length"}


class Crawler(Client):
    """Reads every different page strictly, but takes an answer without a body; a fault is an answer of 500."""

    _read: ClassVar[set[int]] = set()

    def __init__(self) -> None:
        super().__init__(raise_request_exception=False)

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_page and not response.streaming and response.content:
            check_headers(response)
            self._check_once(without_chance(response.content.decode()))
        return response

    def _check_once(self, source: str) -> None:
        if hash(source) not in self._read:
            check_page(source)
            self._read.add(hash(source))


class Browsers:
    """Signs every person of the world in once; hands out a fresh browser that holds only that session."""

    def __init__(self, people: Mapping[str, Person | None]) -> None:
        self._sessions: dict[str, str] = {}
        for role, person in people.items():
            if person is not None:
                client = Crawler()
                client.force_login(person)
                self._sessions[role] = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.roles = tuple(people)

    def of(self, role: str) -> Crawler:
        """Return a browser in which the role's person is signed in, or nobody."""
        client = Crawler()
        client.cookies = SimpleCookie()
        if role in self._sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self._sessions[role]
        return client


def body_of(response: HttpResponseBase) -> bytes:
    """Return all that was sent; of a spreadsheet or a Word file, its parts unpacked; of a PDF, its text."""
    if response.streaming:
        content: bytes = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    else:
        assert isinstance(response, HttpResponse)
        content = response.content
    kind = response.get("Content-Type", "")
    if content and kind.endswith(PACKED):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return b"\n".join(parts.read(name) for name in parts.namelist())
    if content and kind == "application/pdf":
        pages = PdfReader(io.BytesIO(content)).pages
        return "\n".join(page.extract_text() for page in pages).encode()
    return content


def without_chance(text: str) -> str:
    """Return the text less nonces, tokens and keys, which differ from answer to answer."""
    for pattern, replacement in CHANCE:
        text = pattern.sub(replacement, text)
    return text


@dataclass(frozen=True)
class Answer:
    """What of a response may tell something: all but what is chance."""

    status: int
    headers: str
    text: str

    @classmethod
    def of(cls, response: HttpResponseBase) -> Answer:
        headers = {name: value for name, value in response.headers.items() if name not in BY_CHANCE}
        text = body_of(response).decode(errors="replace")
        shown = without_chance(str(sorted(headers.items())))
        return cls(response.status_code, shown, without_chance(text))

    def says(self, word: str) -> bool:
        """Whether the word, in lower case, stands anywhere in it."""
        return word in self.text.lower() or word in self.headers.lower()
