from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.ceremony.mail import on_sale_mail
from plaudit.ceremony.models import Event
from plaudit.ceremony.queries import ON_SALE_KIND, who_is_untold
from plaudit.ceremony.rules import may_tell
from plaudit.kit.verdict import require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person


@transaction.atomic
def tell_who_asked(event: Event, *, by: Person, at: dt.datetime) -> int:
    """Write to everybody who asked for places, or to hear of the ceremony, that tables are on sale.

    Checks that `by` runs the ceremony and that places are on sale at `at`. Queues a mail to each address that has
    had none about this event, and returns how many. Raises Refused.
    """
    require(may_tell(by, event, at))
    untold = who_is_untold(event)
    for asked in untold:
        subject, body = on_sale_mail(event, asked)
        queue_mail(ON_SALE_KIND, to=asked.email, cause=event.pk, subject=subject, body=body, at=at)
    return len(untold)
