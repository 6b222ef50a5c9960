"""Background work on files. A page never waits for it."""

from __future__ import annotations

from procrastinate.contrib.django import app

from plaudit.entries.actions.extract import extract_waiting_files
from plaudit.entries.actions.scan import scan_waiting_files
from plaudit.entries.actions.upload import purge_uploads
from plaudit.kit.clock import now


@app.task(name="entries.look_after_files", lock="entries.look_after_files")
def look_after_files() -> None:
    """Scan the files that came for viruses and read their words."""
    scan_waiting_files(at=now())
    extract_waiting_files(at=now())


@app.periodic(cron="* * * * *")
@app.task(
    name="entries.look_after_files_each_minute",
    queueing_lock="entries.look_after_files_each_minute",
)
def look_after_files_each_minute(timestamp: int) -> None:
    """Scan what was held while the scanner was down, and whatever a lost wake-up left behind."""
    look_after_files()


@app.periodic(cron="29 4 * * *")
@app.task(name="entries.purge_uploads", queueing_lock="entries.purge_uploads")
def purge_old_uploads(timestamp: int) -> None:
    """Throw away files that never came whole."""
    purge_uploads(at=now())
