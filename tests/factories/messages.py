"""Mails waiting in the outbox, for tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.messages.models import OutboxMessage
from tests.factories.numbers import next_number

MORNING = dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC)


def a_mail(**fields: Any) -> OutboxMessage:
    """A mail that is due at `MORNING`, unless told otherwise."""
    number = next_number()
    return OutboxMessage.objects.create(
        **{
            "kind": "receipt",
            "cause": f"entry {number}",
            "recipient": f"person{number}@example.org",
            "subject": "We have your entry",
            "body": "Keep this mail.",
            "created_at": MORNING,
            "not_before": MORNING,
            **fields,
        }
    )
