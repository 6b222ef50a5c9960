"""Three hundred people with an entry each, five answers of 400 words, and what their pages will send."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.urls import reverse
from pycrdt import Doc, Text

from bench.dataset import an_edition, entries_of, people_and_organisations
from bench.load import Request
from bench.prose import WORDS
from bench.site import HOST, PROXY_HEADERS
from bench.visitors import Visitor
from plaudit.entries.models import Answer, Entry
from plaudit.entries.tokens import mint_token
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_identifier
from plaudit.live.wire import written_exchange
from plaudit.programmes.models import CategoryCriterion

ENTRANTS = 300
LIMIT = 5000  # far enough for all the words that are typed, since an answer that is too long is not submitted


@dataclass
class Writer:
    """One answer as it is open in a browser: each step types a word."""

    answer: UUID
    head: bytes
    document: bytes

    def __post_init__(self) -> None:
        self.shared: Doc[Text] = Doc()
        self.shared.apply_update(self.document)
        self.text = self.shared.get("text", type=Text)
        self.chance = random.Random(self.answer.int)

    def step(self) -> bytes:
        """Type a word, and return the request that saves it."""
        known = self.shared.get_state()
        self.text += f" {self.chance.choice(WORDS)}"
        body = written_exchange(self.shared.get_state(), self.shared.get_update(known))
        return self.head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


@dataclass
class Rush:
    entries: list[Entry]
    visitors: list[Visitor]
    writers: list[Writer]
    ready: list[list[bytes]]

    def saves(self, number: int, of: int = 64) -> Iterator[bytes]:
        """Yield what connection `number` saves: the answers of its own entrants in turn."""
        own = range(number % of, len(self.writers), of)
        while True:
            for place in own:
                made = self.ready[place]
                yield made.pop() if made else self.writers[place].step()

    def repeated(self, number: int) -> Iterator[bytes]:
        """Yield requests as long as a save's, for a server that does not read them."""
        own = [self.ready[place][-1] for place in range(number % 64, len(self.writers), 64)]
        while True:
            yield from own

    def pages(self, number: int) -> Iterator[bytes]:
        """Yield the writing desks of the connection's entrants in turn."""
        paths = []
        for place in range(number % len(self.entries), len(self.entries), 64):
            entry = self.entries[place]
            for writer in self.writers[place * 5 : place * 5 + 5]:
                criterion = self.criteria[writer.answer]
                path = reverse("entry_answer", kwargs={"entry": entry.pk, "criterion": criterion})
                paths.append(self.visitors[place].get(path).encoded(HOST))
        while True:
            yield from paths

    def submits(self, number: int, of: int) -> Iterator[bytes]:
        """Yield one submission for each of the connection's entrants."""
        for place in range(number, len(self.entries), of):
            path = reverse("entry_submissions", kwargs={"entry": self.entries[place].pk})
            request = self.visitors[place].post(path, {"key": new_identifier()}, script=False)
            yield request.encoded(HOST)

    def submits_for_ever(self, number: int) -> Iterator[bytes]:
        while True:
            yield from self.submits(number, 64)

    def prepare(self, steps: int) -> None:
        """Make each writer's next requests, so that making them is not part of what is measured."""
        for made, writer in zip(self.ready, self.writers, strict=True):
            lacking = steps - len(made)
            if lacking > 0:
                made[:0] = [writer.step() for _ in range(lacking)][::-1]

    def __post_init__(self) -> None:
        self.criteria = dict(Answer.objects.values_list("pk", "criterion_id"))


def build(entrants: int = ENTRANTS, seed: int = 1) -> Rush:
    """Fill an empty database."""
    chance = random.Random(seed)
    edition = an_edition(categories=10)
    CategoryCriterion.objects.update(word_limit=LIMIT)
    people, organisations = people_and_organisations(entrants)
    entries = []
    for number, person in enumerate(people):
        entries += entries_of(
            edition,
            people,
            organisations,
            count=1,
            first=number + 1,
            writer=person,
            words=400,
            chance=chance,
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    writers = [
        Writer(answer.pk, _head(entry, answer.pk, token), bytes(answer.document))
        for entry in entries
        for token in [mint_token(entry, entry.started_by, "owner", at=now())]
        for answer in entry.answers.order_by("criterion__position")
    ]
    visitors = [Visitor(entry.started_by) for entry in entries]
    return Rush(entries, visitors, writers, [[] for _ in writers])


def change_every_entry(mark: str) -> None:
    """Give each entry something new to submit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE entries_entry SET title = 'Closer to home ' || number || %s", [f" {mark}"]
        )


def _head(entry: Entry, answer: UUID, token: str) -> bytes:
    headers = (*PROXY_HEADERS, ("Authorization", f"Bearer {token}"))
    request = Request(f"/live/answers/{answer}", method="POST", headers=headers)
    return request.encoded(HOST)[:-2]
