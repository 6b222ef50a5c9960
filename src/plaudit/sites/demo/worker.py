from __future__ import annotations

from plaudit.messages.tasks import Wake
from plaudit.results.tasks import queue_mail


def catch_up() -> None:
    """Have the worker do at once what fell due when the clock was moved: result mail, and delivery."""
    queue_mail.defer()
    Wake()()
