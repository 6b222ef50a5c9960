from __future__ import annotations

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from plaudit.entries.tasks import remind, submit_at_closing
from plaudit.kit.clock import current_shift, now
from plaudit.messages.tasks import Wake
from plaudit.results.rules import release_instant
from plaudit.results.tasks import queue_mail, wake_at
from plaudit.sites.demo.edition import demo_edition


def catch_up() -> None:
    """Have the worker do at once what fell due when the clock was moved: what was to be submitted at closing,
    reminders of drafts, result mail, and delivery.

    Its timetable runs by the machine's clock, so a release still ahead is put on it where it lies now.
    """
    for task in (submit_at_closing, remind):
        try:
            with transaction.atomic():
                job = task.configure(queueing_lock=task.queueing_lock)
                job.defer(timestamp=int(now().timestamp()))
        except AlreadyEnqueued:
            continue
    queue_mail.defer()
    edition = demo_edition()
    release = release_instant(edition) if edition else None
    if release is not None and release > now():
        wake_at(release - current_shift())
    Wake()()
