"""Scanning files for viruses. A file is held until the scanner has said that it is clean."""

from __future__ import annotations

import datetime as dt
import logging

from django.conf import settings

from plaudit.entries.mail_about_files import virus_mail
from plaudit.entries.models import Attachment, ScanState
from plaudit.kit.clamd import ScannerDown, virus_in
from plaudit.messages.actions.outbox import queue_mail

BATCH = 50
logger = logging.getLogger("plaudit.files")


def scan_waiting_files(*, at: dt.datetime) -> int:
    """Scan the files that are being checked, the longest waiting first, and return how many were judged.

    Stops at the first that the scanner does not answer for: they stay held until the next time. Without a
    scanner, what was held before it was taken away is let go. Tells who sent a file that a virus is in it.
    """
    waiting = Attachment.objects.filter(scan=ScanState.CHECKING).order_by("added_at")
    if not settings.CLAMD_ADDRESS:
        return waiting.update(scan=ScanState.NOT_NEEDED)
    judged = 0
    for attachment in waiting.select_related("entry__category__edition", "added_by")[:BATCH]:
        try:
            with attachment.file.open("rb") as file:
                virus = virus_in(file, settings.CLAMD_ADDRESS)
        except ScannerDown as error:
            logger.warning("the virus scanner did not answer: %s", error)
            break
        except OSError as error:
            logger.warning("a file could not be read for scanning: %s", error)
            continue
        _record(attachment, virus, at)
        judged += 1
    return judged


def _record(attachment: Attachment, virus: str, at: dt.datetime) -> None:
    attachment.scan = ScanState.INFECTED if virus else ScanState.CLEAN
    attachment.scan_note, attachment.scanned_at = virus[:200], at
    attachment.save(update_fields=["scan", "scan_note", "scanned_at"])
    if virus:
        subject, body = virus_mail(attachment)
        queue_mail(
            "virus_found",
            cause=attachment.pk,
            to=attachment.added_by,
            subject=subject,
            body=body,
            at=at,
        )
