"""Each invariant holds on sound data and can tell when it is broken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plaudit.entries import invariants
from plaudit.entries.documents import change_to
from plaudit.entries.models import Answer, AnswerUpdate, Contributor, Entry, Partner, Submission
from tests.factories.entries import a_submitted_entry, a_withdrawn_entry, an_entry
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, a_category

pytestmark = pytest.mark.django_db

LATER = WHILE_OPEN.replace(year=2028)

BREACHES: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
    "status": (
        invariants.status_is_what_was_recorded,
        lambda: Entry.objects.update(status="withdrawn"),
    ),
    "owner": (invariants.entries_have_one_owner, lambda: Contributor.objects.update(level="write")),
    "edition": (
        invariants.entries_lie_in_one_edition,
        lambda: Entry.objects.update(edition=a_category().edition),
    ),
    "words": (invariants.answers_agree_with_their_parts, lambda: Answer.objects.update(words=99)),
    "document": (
        invariants.answers_agree_with_their_parts,
        lambda: Answer.objects.update(document=b""),
    ),
    "log": (
        invariants.answers_agree_with_their_parts,
        lambda: AnswerUpdate.objects.filter(version=1).delete(),
    ),
    "replay": (
        invariants.answers_agree_with_their_parts,
        lambda: AnswerUpdate.objects.update(data=change_to(b"", "Other", author="nobody")),
    ),
    "digest": (
        invariants.submissions_are_whole,
        lambda: Submission.objects.update(digest="0" * 64),
    ),
    "deadline": (
        invariants.submissions_are_whole,
        lambda: Submission.objects.update(submitted_at=LATER),
    ),
    "order": (invariants.partners_are_in_order, lambda: Partner.objects.update(position=3)),
}


def test_every_invariant_holds_on_entries_in_every_state() -> None:
    an_entry()
    a_submitted_entry(partners=(an_organisation(),))
    a_withdrawn_entry()
    assert [sentence for each in invariants.INVARIANTS for sentence in each()] == []


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_told_in_a_sentence(name: str) -> None:
    invariant, break_it = BREACHES[name]
    a_submitted_entry()
    break_it()
    told = list(invariant())
    assert told
    assert all(sentence.endswith(".") for sentence in told)
