from __future__ import annotations

import datetime as dt

from plaudit.messages.actions.delivery import SIGN_IN_CODE
from plaudit.messages.models import OutboxMessage

CODES_KEPT = dt.timedelta(days=1)
BODIES_KEPT = dt.timedelta(days=180)


def purge_outbox(*, at: dt.datetime) -> tuple[int, int]:
    """Forget what is no longer needed and return how many rows were deleted and how many blanked.

    Deletes the rows of sign-in codes after a day. Blanks the bodies of other mails half a year after
    they were sent; their rows stay, because a row is what keeps a mail from being queued twice.
    """
    codes = OutboxMessage.objects.filter(kind=SIGN_IN_CODE, created_at__lt=at - CODES_KEPT)
    deleted, _ = codes.delete()
    old = OutboxMessage.objects.filter(sent_at__lt=at - BODIES_KEPT).exclude(body="")
    return deleted, old.update(body="")
