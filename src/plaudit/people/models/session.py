from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

if TYPE_CHECKING:
    from plaudit.people.sessions import SessionStore


class Session(AbstractBaseSession):
    """A signed-in browser. It names its person, so that one query answers who is asking."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="sessions"
    )

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        from plaudit.people.sessions import SessionStore

        return SessionStore
