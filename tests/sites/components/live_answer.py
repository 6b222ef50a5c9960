"""An answer that lives at a server: the exchange as it is agreed on, for browsers whose network is a test."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from playwright.sync_api import Route
from pycrdt import Doc, Text

from plaudit.entries.documents import covers
from tests.sites.components.conftest import BUILT

PLACE = "https://desk.example"
ADDRESS = f"{PLACE}/entries/1/answers/2/"
ANSWER, ENTRY, PERSON = (str(UUID(int=number)) for number in (2, 1, 3))


@dataclass
class LiveAnswer:
    """Keeps what pages send while it is `reachable`; `refusal` is (status, JSON) instead of an answer.

    `token` is the one it takes; `people` are the others who are here.
    """

    text: str = ""
    limit: str = "6"
    reachable: bool = True
    scripts_arrive: bool = True
    is_strict: bool = False
    refusal: tuple[int, dict[str, Any]] | None = None
    token: str = "first"
    renewal: tuple[int, dict[str, Any]] = (401, {"kind": "signed_out"})
    people: list[dict[str, Any]] = field(default_factory=list)
    version: int = 1
    exchanges: int = 0
    attributes: str = 'data-live-token="first"'
    doc: Doc[Text] = field(default_factory=Doc)

    def __post_init__(self) -> None:
        self.rendered = self.text
        self.words = self.doc.get("text", type=Text)
        self.words += self.text

    def restore(self, backup: bytes) -> None:
        """Go back to what was once kept."""
        self.doc = Doc()
        self.words = self.doc.get("text", type=Text)
        self.doc.apply_update(backup)

    def page(self) -> str:
        readonly = "readonly" if "data-why-not" in self.attributes else ""
        return f"""<!DOCTYPE html><html lang="en-GB"><title>Outcome – Awards</title><main>
        <form data-desk data-answer="{ANSWER}" data-entry="{ENTRY}" data-person="{PERSON}" data-version="{self.version}"
          {self.attributes} data-live="/live.js" data-limit="{self.limit}" data-sign-in="/sign-in/"
          method="post" action="{ADDRESS}text">
        <input type="hidden" name="csrfmiddlewaretoken" value="csrf">
        <input type="hidden" name="version" value="{self.version}">
        <textarea name="text" aria-label="Outcome" rows="8" {readonly}>{self.rendered}</textarea>
        <span data-word-count></span> <span data-here></span>
        <span data-save-status role="status">Saved at 14:00.</span><button>Save</button></form>
        <ul data-people></ul><p role="status" data-people-say></p>
        </main><script type="module" src="/desk.js"></script></html>"""

    def __call__(self, route: Route) -> None:
        path = route.request.url.removeprefix(PLACE).partition("?")[0]
        if path.endswith(".js"):
            self._script(route, path)
        elif path.startswith("/live/"):
            self._live(route, path)
        elif route.request.url == ADDRESS:
            route.fulfill(body=self.page(), content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    def _script(self, route: Route, path: str) -> None:
        if path == "/live.js" and not self.scripts_arrive:
            route.abort("connectionrefused")
        else:
            script = (BUILT / path.removeprefix("/")).read_text()
            route.fulfill(body=script, content_type="text/javascript")

    def _live(self, route: Route, path: str) -> None:
        if not self.reachable or path.endswith("/events"):
            route.abort("connectionrefused")
        elif path == f"/live/token/{ENTRY}":
            route.fulfill(status=self.renewal[0], json=self.renewal[1])
        elif path == f"/live/entries/{ENTRY}/presence":
            route.fulfill(json={"people": self.people})
        elif path == f"/live/answers/{ANSWER}":
            self._exchange(route)

    def _exchange(self, route: Route) -> None:
        self.exchanges += 1
        if route.request.headers.get("authorization") != f"Bearer {self.token}":
            route.fulfill(status=401, json={"kind": "signed_out", "reason": "You are signed out."})
        elif self.refusal is not None:
            route.fulfill(status=self.refusal[0], json=self.refusal[1])
        elif self.is_strict and self._lacks(route.request.post_data_buffer or b""):
            route.fulfill(status=409, json={"kind": "incomplete", "reason": "A part is missing."})
        else:
            route.fulfill(body=self._answered(route.request.post_data_buffer or b""))

    def _lacks(self, body: bytes) -> bool:
        """Whether the page's update rests on what is not here: then the server takes none of it."""
        (length,) = struct.unpack_from(">I", body)
        known, update = body[4 : 4 + length], body[4 + length :]
        trial: Doc[Text] = Doc()
        for each in filter(None, (self.doc.get_update(), update)):
            trial.apply_update(each)
        return bool(update) and not covers(bytes(trial.get_state()), known)

    def _answered(self, body: bytes) -> bytes:
        (length,) = struct.unpack_from(">I", body)
        known, update = body[4 : 4 + length], body[4 + length :]
        if update:
            self.doc.apply_update(update)
            self.version += 1
        header = {
            "version": self.version,
            "saved_at": "2027-02-01T14:02:00Z",
            "saved_at_text": "14:02",
            "words": len(str(self.words).split()),
            "people": self.people,
        }
        told = json.dumps(header).encode()
        return struct.pack(">I", len(told)) + told + self.doc.get_update(known)
