"""Comments beside an answer."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid5

from django.db import transaction

from plaudit.entries.mail_about_comments import mention_mail, reply_mail
from plaudit.entries.mentions import mentioned_in
from plaudit.entries.models import Answer, Comment
from plaudit.entries.rules import may_comment
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person

LONGEST = 2000


@transaction.atomic
def add_comment(
    answer: Answer,
    *,
    body: str,
    by: Person,
    at: dt.datetime,
    key: UUID,
    quote: str = "",
    reply_to: Comment | None = None,
) -> Comment:
    """Say something about the answer to the others on its entry; return the comment.

    The same words under the same `key` are the same comment, which is returned. Checks that the person may comment,
    that something is said, in 2,000 characters at most, and that a reply is to a comment on the same answer;
    a reply to a reply joins its thread, and none keeps a quote. A reply to a resolved comment opens it again.
    Queues a mail to each contributor who is mentioned by "@" and name, and to the writer of the comment
    replied to; never to oneself. Raises Refused.
    """
    require(may_comment(by, answer.entry))
    body = body.replace("\x00", "").replace("\r\n", "\n").strip()
    key = uuid5(key, f"{answer.pk} {by.pk} {body}")
    made = Comment.objects.filter(key=key).first()
    if made is not None:
        return made
    if not body:
        raise Refused("Write your comment first.")
    if len(body) > LONGEST:
        raise Refused(f"A comment can have {LONGEST:,} characters. Yours has {len(body):,}.")
    thread = _thread(answer, reply_to)
    comment = Comment.objects.create(
        answer=answer,
        reply_to=thread,
        person=by,
        body=body,
        quote="" if thread else " ".join(quote.replace("\x00", "").split())[:300],
        key=key,
        written_at=at,
    )
    if thread is not None:
        Comment.objects.filter(pk=thread.pk).update(resolved_at=None, resolved_by=None)
    _tell(comment, thread, by=by, at=at)
    return comment


@transaction.atomic
def resolve_comment(comment: Comment, *, is_resolved: bool, by: Person, at: dt.datetime) -> None:
    """Mark the thread as dealt with, or open it again.

    Checks that the person may comment and that it is the first of its thread. Raises Refused.
    """
    require(may_comment(by, comment.answer.entry))
    if comment.reply_to_id is not None:
        raise Refused("Only a whole thread can be resolved, not one reply.")
    Comment.objects.filter(pk=comment.pk, resolved_at__isnull=is_resolved).update(
        resolved_at=at if is_resolved else None, resolved_by=by if is_resolved else None
    )


def _thread(answer: Answer, reply_to: Comment | None) -> Comment | None:
    if reply_to is None:
        return None
    if reply_to.answer_id != answer.pk:
        raise Refused("That comment is about another answer.")
    return reply_to.reply_to or reply_to


def _tell(comment: Comment, thread: Comment | None, *, by: Person, at: dt.datetime) -> None:
    rows = comment.answer.entry.contributors.select_related("person")
    people = {row.person_id: row.person for row in rows}
    names = {key: person.display_name for key, person in people.items()}
    mentioned = mentioned_in(comment.body, names) - {by.pk}
    comment.mentioned.set([people[key] for key in mentioned])
    for key in mentioned:
        subject, body = mention_mail(comment)
        queue_mail("mention", to=people[key], cause=comment.pk, subject=subject, body=body, at=at)
    begun_by = thread.person_id if thread is not None else None
    if begun_by in people and begun_by not in mentioned | {by.pk}:
        subject, body = reply_mail(comment)
        queue_mail(
            "reply", to=people[begun_by], cause=comment.pk, subject=subject, body=body, at=at
        )
