"""Sessions in the database, read together with their person."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession

from plaudit.kit.clock import real_now
from plaudit.kit.rows import Columns, first_row
from plaudit.people.models.person import Person
from plaudit.people.models.session import Session

SESSION = Columns(Session, "session")
PERSON = Columns(Person, "person")
SIGNED_IN = f"""
SELECT {SESSION.listed}, {PERSON.listed} FROM people_session session
LEFT JOIN people_person person ON person.id = session.person_id
WHERE session.session_key = %s AND session.expire_date > %s
"""  # noqa: S608 - names of columns alone


class SessionStore(DatabaseStore):
    """Django's database store that fetches the session's person by the same query."""

    person: Person | None = None

    @classmethod
    def get_model_class(cls) -> type[AbstractBaseSession]:
        return Session

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        row = first_row(SIGNED_IN, [self.session_key, real_now()])
        if row is None:
            self._session_key = None
            return None
        if row[SESSION.width] is not None:
            self.person = PERSON.read(row, SESSION.width)
        return SESSION.read(row)

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Return what is stored. Whoever can write to this table could sign anything in anyhow: nothing is signed."""
        return json.dumps(session_dict)

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """Return what was stored; of a session from before, signed as Django does it, too."""
        if isinstance(session_data, bytes) or not session_data.startswith("{"):
            return super().decode(session_data)
        stored: dict[str, Any] = json.loads(session_data)
        return stored

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        row = super().create_model_instance(data)
        row.person_id = data.get(SESSION_KEY)  # type: ignore[attr-defined]
        return row
