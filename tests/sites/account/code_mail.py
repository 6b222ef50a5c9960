"""Reading the code out of the outbox, as a person reads it out of a mail."""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.test import Client

from plaudit.messages.models import OutboxMessage


def latest_code(email: str) -> str:
    mail = OutboxMessage.objects.filter(kind="sign_in_code", recipient=email).latest(
        "created_at", "id"
    )
    found = re.search(r"\d{4}-\d{4}", mail.body)
    assert found, mail.body
    return found[0]


def sign_in(client: Client, email: str, **fields: str) -> HttpResponse:
    """Ask for a code and enter it; return the answer to the code."""
    client.post("/sign-in/", {"email": email, **fields})
    return client.post("/sign-in/code/", {"code": latest_code(email), **fields})
