"""What must hold of the outbox, whatever happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.conf import settings
from django.db.models import F

from plaudit.messages.actions.delivery import SIGN_IN_CODE
from plaudit.messages.models import OutboxMessage


def nothing_sent_early() -> Iterator[str]:
    """No mail left before its instant."""
    for message in OutboxMessage.objects.filter(sent_at__lt=F("not_before")):
        yield f"Mail {message.id} ({message.kind}) left before the instant set for it."


def no_code_stays_readable() -> Iterator[str]:
    """A sign-in code that was sent is not kept (the demo shows its mail on a page)."""
    if settings.DEMO:
        return
    for message in OutboxMessage.objects.filter(kind=SIGN_IN_CODE, sent_at__isnull=False):
        if message.body:
            yield f"The code in mail {message.id} can still be read."


def subjects_are_one_line() -> Iterator[str]:
    for message in OutboxMessage.objects.filter(subject__regex=r"[\r\n]"):
        yield f"The subject of mail {message.id} has a line break."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    nothing_sent_early,
    no_code_stays_readable,
    subjects_are_one_line,
]
