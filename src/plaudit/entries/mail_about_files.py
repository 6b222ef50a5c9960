"""The words of the mail about files that people sent."""

from __future__ import annotations

from plaudit.entries.mail import address
from plaudit.entries.models import Attachment


def virus_mail(attachment: Attachment) -> tuple[str, str]:
    """Return subject and body of the mail to who sent a file with a virus in it."""
    entry = attachment.entry
    subject = f"A file of your entry cannot be opened: {attachment.name}"
    body = f"""A virus was found in a file that you added to your entry, so nobody can open it.

File: {attachment.name}
Entry: {entry.title or "No title yet"} ({entry.reference})
What was found: {attachment.scan_note}

Everything else in the entry is safe. Save the document again, or as PDF, on a computer that is clean, and
replace the file; its number stays the same:
{address("entry_files", entry=entry.pk)}
"""
    return subject, body
