"""One batch of exchanges against the answers as the database has them: what to keep, and what to tell each page."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg

from plaudit.entries.actions.answer import LONGEST_TEXT
from plaudit.entries.documents import IncompleteUpdate, SharedText, UnreadableUpdate
from plaudit.entries.notices import Changed, changed, notice_of
from plaudit.entries.rules import may_change
from plaudit.entries.tokens import Token
from plaudit.kit.dates import clock_time, moment
from plaudit.kit.verdict import Verdict
from plaudit.kit.words import count_words
from plaudit.live import reply
from plaudit.live.reply import Reply
from plaudit.live.wire import written_answer
from plaudit.programmes.window import Window

LARGEST_DOCUMENT = 4 * 1024 * 1024
NOTICE_CHANGES = 40  # a notice of PostgreSQL's is shorter than 8,000 bytes

People = Callable[[UUID], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one page sent. `update` is empty when it only asks; `at` is when it arrived, by the site's clock."""

    answer: UUID
    token: Token
    state: bytes
    update: bytes
    at: dt.datetime


class Held:
    """An answer of the batch: as it was read, and as the batch makes it so far."""

    def __init__(self, row: asyncpg.Record) -> None:
        _, self.entry, document, self.version, self.words, self.saved_at, *_ = row
        self.zone, self.limit, self.saver = ZoneInfo(row[13]), row[14], row[15]
        self.status: str = row[16]
        self.shared = SharedText(document)
        self.person: UUID | None = None

    def header(self, people: People) -> dict[str, Any]:
        saved_at = self.saved_at
        return {
            "version": self.version,
            "saved_at": saved_at and saved_at.isoformat(),
            "saved_at_text": _clock_text(saved_at, self.zone) if saved_at else "",
            "words": self.words,
            "limit": self.limit,
            "saved_by": self.saver,
            "status": self.status,
            "people": people(self.entry),
            "state": base64.b64encode(self.shared.state).decode(),
        }


@dataclass
class Batch:
    """The exchanges of one transaction, in the order they came, and what comes of them.

    `replies` are for after COMMIT. `kept` are the answers that changed, `logged` the updates that changed them.
    """

    exchanges: list[Exchange]
    people: People
    replies: dict[int, Reply] = field(default_factory=dict)
    answers: dict[UUID, Held] = field(default_factory=dict)
    kept: dict[UUID, Held] = field(default_factory=dict)
    logged: list[tuple[UUID, int, UUID, dt.datetime, bytes]] = field(default_factory=list)

    def work(self, rows: Iterable[asyncpg.Record]) -> None:
        """Merge every exchange into its answer. `rows` are those of `statements.LOCKED`, or READ."""
        found = {row[0] - 1: row for row in rows}
        for place, exchange in enumerate(self.exchanges):
            row = found.get(place)
            if row is None or row[1] != exchange.token.entry:
                self.replies[place] = reply.GONE
                continue
            self.replies[place] = self._answered(exchange, row)

    def notices(self) -> list[str]:
        """Return what to tell everybody who has one of these entries open."""
        changes: list[Changed] = [
            changed(held.entry, answer, held.version, held.saver, held.words)
            for answer, held in self.kept.items()
        ]
        return [
            notice_of(changes[start : start + NOTICE_CHANGES])
            for start in range(0, len(changes), NOTICE_CHANGES)
        ]

    def parameters(self) -> list[list[Any]]:
        """Return the arrays of `statements.KEEP`, but for the channel and the notices."""
        kept = self.kept
        columns: list[list[Any]] = [
            list(kept),
            [held.shared.text for held in kept.values()],
            [held.words for held in kept.values()],
            [held.shared.document for held in kept.values()],
            [held.version for held in kept.values()],
            [held.saved_at for held in kept.values()],
            [held.person for held in kept.values()],
        ]
        return columns + [list(column) for column in zip(*self.logged, strict=True)]

    def _answered(self, exchange: Exchange, row: asyncpg.Record) -> Reply:
        if row[6] is None:
            return reply.NO_LONGER_YOURS
        if exchange.answer not in self.answers:
            self.answers[exchange.answer] = Held(row)
        held = self.answers[exchange.answer]
        try:
            if exchange.update:
                refusal = self._refused(exchange, row) or self._take(exchange, held)
                if refusal is not None:
                    return refusal
            down = held.shared.missing_in(exchange.state)
        except UnreadableUpdate:
            return reply.UNREADABLE
        except IncompleteUpdate:
            return _incomplete(held.shared.state)
        return reply.told(written_answer(held.header(self.people), down))

    def _refused(self, exchange: Exchange, row: asyncpg.Record) -> Reply | None:
        """Return why the person's words are not taken, by the rule of the pages."""
        window = window_in(row)
        opened_at = exchange.token.opened_at
        level = row[6]
        verdict = may_change(level, window, exchange.at, opened_at)
        if verdict:
            return None
        is_closed = not window.verdict(exchange.at, opened_at)
        return _not_taken(verdict, window if is_closed else None)

    def _take(self, exchange: Exchange, held: Held) -> Reply | None:
        kept = held.shared.take(exchange.update, exchange.state)
        if kept is None:
            return None
        text = held.shared.text
        if len(text) > LONGEST_TEXT or len(held.shared.document) > LARGEST_DOCUMENT:
            held.shared.undo()
            return reply.TOO_LONG
        token = exchange.token
        held.words, held.version = count_words(text), held.version + 1
        held.saved_at, held.saver, held.person = exchange.at, token.name, token.person
        self.kept[exchange.answer] = held
        self.logged.append((exchange.answer, held.version, token.person, exchange.at, kept))
        return None


def window_in(row: asyncpg.Record) -> Window:
    """Return when the entry of the row is taken."""
    is_published, opens_at, edition_closes, category_closes, extended_to, grace, zone = row[7:14]
    closes_at = category_closes or edition_closes
    return Window(
        is_published=is_published,
        opens_at=opens_at,
        closes_at=max(closes_at, extended_to) if extended_to else closes_at,
        grace=dt.timedelta(minutes=grace),
        zone=ZoneInfo(zone),
    )


def _clock_text(instant: dt.datetime, zone: ZoneInfo) -> str:
    return _minute_text(instant.replace(second=0, microsecond=0), zone.key)


@lru_cache(maxsize=256)
def _minute_text(minute: dt.datetime, zone: str) -> str:
    return clock_time(minute, ZoneInfo(zone))


def _not_taken(verdict: Verdict, closed: Window | None) -> Reply:
    safe = "Nothing was saved. What you typed is kept in this browser: you can copy or download it."
    reason = f"{verdict.reason} {safe}"
    if closed is None:
        return reply.refusal(403, "forbidden", reason)
    closed_at = moment(closed.closes_at, closed.zone)
    return reply.refusal(403, "closed", reason, closed_at_text=closed_at)


def _incomplete(state: bytes) -> Reply:
    return reply.refusal(
        409,
        "incomplete",
        "A part of what you typed did not arrive, so nothing was saved yet. The page sends it again by itself.",
        state=base64.b64encode(state).decode(),
    )
