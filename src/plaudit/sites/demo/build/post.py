from __future__ import annotations

import datetime as dt

from plaudit.kit.clock import frozen_at
from plaudit.messages.actions.delivery import deliver_due_mail


def post(at: dt.datetime) -> None:
    """Deliver what is due at `at`, as the worker would have done then. In the demo it goes nowhere."""
    with frozen_at(at):
        deliver_due_mail(now=lambda: at)
