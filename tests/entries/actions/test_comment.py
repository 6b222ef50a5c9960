from __future__ import annotations

from uuid import uuid4

import pytest

from plaudit.entries.actions.comment import add_comment, resolve_comment
from plaudit.entries.models import Answer, Comment, ContributorLevel
from plaudit.entries.queries import comment_threads
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import CLOSES, WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def an_answer() -> Answer:
    entry = an_entry()
    return entry.answers.select_related("entry__category__edition", "criterion__criterion").first()


def mail(kind: str) -> list[str]:
    rows = OutboxMessage.objects.filter(kind=kind).order_by("recipient")
    return list(rows.values_list("recipient", flat=True))


def test_who_is_mentioned_hears_by_mail_and_nobody_else() -> None:
    answer = an_answer()
    priya = a_person(name="Priya Nair")
    a_contributor(answer.entry, priya, level=ContributorLevel.COMMENT)
    a_contributor(answer.entry, level=ContributorLevel.WRITE)
    a_person(name="Omar Sand")  # not on the entry
    comment = add_comment(
        answer,
        body="@Priya Nair and @Omar Sand, is 40% right?",
        by=answer.entry.started_by,
        at=WHILE_OPEN,
        key=uuid4(),
    )
    assert list(comment.mentioned.all()) == [priya]
    assert mail("mention") == [priya.email]


def test_a_reply_tells_who_began_and_opens_the_thread_again() -> None:
    answer, writer = an_answer(), a_person()
    a_contributor(answer.entry, writer, level=ContributorLevel.WRITE)
    owner = answer.entry.started_by
    first = add_comment(answer, body="Too long?", by=writer, at=WHILE_OPEN, key=uuid4())
    resolve_comment(first, is_resolved=True, by=owner, at=WHILE_OPEN)
    reply = add_comment(
        answer, body="Yes.", quote="x", by=owner, at=WHILE_OPEN, key=uuid4(), reply_to=first
    )
    second = add_comment(
        answer, body="Done.", by=writer, at=WHILE_OPEN, key=uuid4(), reply_to=reply
    )
    assert (reply.reply_to, second.reply_to, reply.quote) == (first, first, "")
    (thread,) = comment_threads(answer)
    assert thread.resolved_at is None
    assert [each.body for each in thread.replies.all()] == ["Yes.", "Done."]
    assert mail("reply") == [writer.email]


def test_the_same_form_twice_is_one_comment_but_other_words_are_another() -> None:
    answer, key = an_answer(), uuid4()
    by = answer.entry.started_by
    for body in ("One.", "One.", "Two."):
        add_comment(answer, body=body, by=by, at=WHILE_OPEN, key=key)
    assert sorted(Comment.objects.values_list("body", flat=True)) == ["One.", "Two."]


def test_readers_and_strangers_cannot_comment() -> None:
    answer = an_answer()
    reader = a_contributor(answer.entry, level=ContributorLevel.READ)
    for person in (reader, a_person()):
        with pytest.raises(Refused, match="comment"):
            add_comment(answer, body="Hello", by=person, at=WHILE_OPEN, key=uuid4())


def test_nothing_and_too_much_are_refused_and_closing_is_no_matter() -> None:
    answer = an_answer()
    by = answer.entry.started_by
    for body in (" \n", "x" * 2001):
        with pytest.raises(Refused):
            add_comment(answer, body=body, by=by, at=WHILE_OPEN, key=uuid4())
    add_comment(answer, body="After all.", by=by, at=CLOSES.replace(year=2028), key=uuid4())


def test_resolved_threads_come_last() -> None:
    answer = an_answer()
    by = answer.entry.started_by
    first = add_comment(answer, body="First.", by=by, at=WHILE_OPEN, key=uuid4())
    add_comment(answer, body="Second.", by=by, at=WHILE_OPEN, key=uuid4())
    resolve_comment(first, is_resolved=True, by=by, at=WHILE_OPEN)
    assert [each.body for each in comment_threads(answer)] == ["Second.", "First."]
