"""Sessions in the database, read together with their person."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.exceptions import SuspiciousOperation

from plaudit.kit.clock import real_now
from plaudit.people.models.person import Person


class SessionStore(DatabaseStore):
    """Django's database store that fetches the session's person by the same query."""

    person: Person | None = None

    @classmethod
    def get_model_class(cls) -> type[AbstractBaseSession]:
        from plaudit.people.models.session import Session

        return Session

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        try:
            rows = self.get_model_class().objects.select_related("person")  # type: ignore[misc]
            row = rows.get(session_key=self.session_key, expire_date__gt=real_now())
        except (self.model.DoesNotExist, SuspiciousOperation):
            self._session_key = None
            return None
        self.person = row.person  # type: ignore[attr-defined]
        return row

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        row = super().create_model_instance(data)
        row.person_id = data.get(SESSION_KEY)  # type: ignore[attr-defined]
        return row
