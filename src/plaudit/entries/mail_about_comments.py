"""The words of the mail that comments send."""

from __future__ import annotations

from plaudit.entries.mail import address
from plaudit.entries.models import Comment


def mention_mail(comment: Comment) -> tuple[str, str]:
    """Return subject and body of the note that somebody is spoken to in a comment."""
    return _mail(comment, "mentioned you in a comment")


def reply_mail(comment: Comment) -> tuple[str, str]:
    """Return subject and body of the note that somebody replied to a comment."""
    return _mail(comment, "replied to your comment")


def _mail(comment: Comment, what: str) -> tuple[str, str]:
    answer = comment.answer
    entry = answer.entry
    name = entry.title or entry.reference
    where = address("entry_comments", entry=entry.pk, criterion=answer.criterion_id)
    subject = f"{comment.person.display_name} {what}: {name}"
    body = f"""{comment.person.display_name} {what} on “{answer.criterion.name}”,
in the entry “{name}”:

{comment.body}

Read it and reply here:
{where}
"""
    return subject, body
