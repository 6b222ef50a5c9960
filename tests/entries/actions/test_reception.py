from __future__ import annotations

import pytest

from plaudit.entries.actions.reception import receive
from plaudit.entries.models import Entry, Reception
from plaudit.entries.queries import reception_of
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def test_the_last_word_counts_and_only_trouble_is_mailed() -> None:
    submission = a_submission()
    entry = submission.entry
    desk = director_of(entry.category.edition)
    receive(submission, is_in_order=True, by=desk, at=WHILE_OPEN)
    receive(submission, is_in_order=True, by=desk, at=WHILE_OPEN)
    assert Reception.objects.count() == 1
    assert not OutboxMessage.objects.filter(kind="not_in_order").exists()
    receive(submission, is_in_order=False, note="The logo is missing.", by=desk, at=WHILE_OPEN)
    last = reception_of(submission)
    assert last is not None
    assert (last.is_in_order, last.note) == (False, "The logo is missing.")
    (message,) = OutboxMessage.objects.filter(kind="not_in_order")
    assert message.recipient == entry.started_by.email
    assert "The logo is missing." in message.body


def test_it_takes_a_note_the_desk_and_the_last_version() -> None:
    entry = a_complete_entry()
    first = a_submission(entry)
    desk = director_of(entry.category.edition)
    with pytest.raises(Refused, match="Say what"):
        receive(first, is_in_order=False, note=" ", by=desk, at=WHILE_OPEN)
    with pytest.raises(Refused, match="not on the team"):
        receive(first, is_in_order=True, by=entry.started_by, at=WHILE_OPEN)
    Entry.objects.filter(pk=entry.pk).update(title="A better title")
    a_submission(Entry.objects.get(pk=entry.pk))
    with pytest.raises(Refused, match="submitted again"):
        receive(first, is_in_order=True, by=desk, at=WHILE_OPEN)
