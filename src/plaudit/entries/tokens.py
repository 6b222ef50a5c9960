"""What a page shows to say who writes: signed, checked without a database.

A token names the person, the entry, and when the form was opened. It is no permission: whoever keeps words
asks the database whether the person may still write. `opened_at` goes by the site's clock, the end of a
token by the machine's.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import struct
from dataclasses import dataclass
from functools import cache, lru_cache
from uuid import UUID

from django.conf import settings

from plaudit.entries.models import ContributorLevel, Entry
from plaudit.kit.clock import real_now
from plaudit.people.models import Person

LASTS = dt.timedelta(hours=4)
LEVELS = [level.value for level in ContributorLevel]
LONGEST_NAME = 200
LONGEST_TOKEN = 1000
_PARTS = struct.Struct(">B16s16sBdd")
_FORMAT = 1
_SIGNATURE = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Token:
    """What a token says. `name` is the person's, as others on the entry see it."""

    person: UUID
    entry: UUID
    level: str
    name: str
    opened_at: dt.datetime
    ends_at: dt.datetime


def mint_token(
    entry: Entry,
    person: Person,
    level: str,
    *,
    at: dt.datetime,
    opened_at: dt.datetime | None = None,
) -> str:
    """Return a token for a form opened at `at`, good for four hours. `opened_at` is for one opened earlier."""
    return signed(
        Token(
            person=person.pk,
            entry=entry.pk,
            level=level,
            name=person.display_name,
            opened_at=opened_at or at,
            ends_at=real_now() + LASTS,
        )
    )


def renewed_token(old: str, entry: Entry, person: Person, level: str, *, at: dt.datetime) -> str:
    """Return a new token that keeps when the old one's form was opened, if the old one was this person's."""
    told = read_token(old)
    is_own = told is not None and (told.person, told.entry) == (person.pk, entry.pk)
    return mint_token(
        entry, person, level, at=at, opened_at=told.opened_at if told and is_own else None
    )


def opened_at_in(token: str, *, entry_id: UUID, person_id: UUID) -> dt.datetime | None:
    """Return when the form was opened that carried the token; None unless it is this person's, and not over."""
    told = valid_token(token)
    if told is None or (told.entry, told.person) != (entry_id, person_id):
        return None
    return told.opened_at


def valid_token(token: str) -> Token | None:
    """Return what the token says, or None if it is forged or over."""
    told = read_token(token)
    return told if told is not None and real_now() < told.ends_at else None


def signed(token: Token) -> str:
    """Return the token as text."""
    stated = _PARTS.pack(
        _FORMAT,
        token.person.bytes,
        token.entry.bytes,
        LEVELS.index(token.level),
        token.opened_at.timestamp(),
        token.ends_at.timestamp(),
    )
    stated += token.name[:LONGEST_NAME].encode()
    return base64.urlsafe_b64encode(_signature(stated, settings.SECRET_KEY) + stated).decode()


def read_token(token: str) -> Token | None:
    """Return what the token says, over or not, or None if it is not one of ours."""
    return _read(token, settings.SECRET_KEY) if len(token) <= LONGEST_TOKEN else None


@lru_cache(maxsize=4096)  # a page shows the same token at every save
def _read(token: str, secret: str) -> Token | None:
    try:
        whole = base64.b64decode(token, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    signature, stated = whole[:_SIGNATURE], whole[_SIGNATURE:]
    if len(stated) < _PARTS.size or not hmac.compare_digest(signature, _signature(stated, secret)):
        return None
    form, person, entry, level, opened_at, ends_at = _PARTS.unpack_from(stated)
    if form != _FORMAT:
        return None
    return Token(
        person=UUID(bytes=person),
        entry=UUID(bytes=entry),
        level=LEVELS[level],
        name=stated[_PARTS.size :].decode(errors="replace"),
        opened_at=dt.datetime.fromtimestamp(opened_at, dt.UTC),
        ends_at=dt.datetime.fromtimestamp(ends_at, dt.UTC),
    )


def _signature(stated: bytes, secret: str) -> bytes:
    return hmac.digest(_key(secret), stated, "sha256")


@cache
def _key(secret: str) -> bytes:
    """Return a key for tokens alone, so that nothing else the site signs can pass for one."""
    return hashlib.sha256(b"plaudit.entries.tokens\x00" + secret.encode()).digest()
