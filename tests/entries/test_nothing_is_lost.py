"""Whatever two people save in whatever order, a text that was acknowledged can be found again."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from plaudit.entries.actions.answer import ONE_SITTING, AnswerConflict, SavedAnswer, save_answer
from plaudit.entries.documents import text_in
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import WHILE_OPEN

WORDS = ["warm ", "homes ", "\n", "£3.5m ", "😀", "", "and a much longer stretch of words " * 8]

SAVES = st.lists(
    st.tuples(
        st.integers(0, 1),  # who
        st.lists(st.sampled_from(WORDS), max_size=5).map("".join),
        st.integers(0, 3),  # how many versions behind
        st.integers(0, 2),  # which key
        st.integers(0, 700),  # seconds since the last save
    ),
    max_size=12,
)


class NothingIsLost(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(SAVES)
    def test_every_acknowledged_text_is_kept_or_was_replaced_by_its_own_author(
        self, saves: list[tuple[int, str, int, int, int]]
    ) -> None:
        entry = an_entry()
        people = [entry.started_by, a_contributor(entry)]
        criterion = entry.category.criteria.first()
        at, acknowledged = WHILE_OPEN, []
        for who, text, behind, key, wait in saves:
            at += dt.timedelta(seconds=wait)
            version = max(0, entry.answers.get(criterion=criterion).version - behind)
            saved = self.outcome_of(entry, criterion, people[who], at, text, version, UUID(int=key))
            if saved is None:
                continue
            acknowledged.append((saved.version, who, text, saved.saved_at))
        self.check(entry.answers.get(criterion=criterion), acknowledged)

    def outcome_of(  # type: ignore[no-untyped-def]
        self, entry, criterion, person, at, text, version, key
    ) -> SavedAnswer | None:
        """Save, and check that a refused save told the truth about what stands there."""
        try:
            return save_answer(
                entry, criterion, by=person, at=at, text=text, version=version, key=key
            )
        except AnswerConflict as conflict:
            told = (conflict.answer.text, conflict.answer.version)
        held = entry.answers.get(criterion=criterion)
        assert told == (held.text, held.version)
        return None

    def check(self, answer, acknowledged) -> None:  # type: ignore[no-untyped-def]
        kept = {"", *answer.revisions.values_list("text", flat=True)}  # every answer begins empty
        for place, (version, who, text, at) in enumerate(acknowledged):
            if text in kept:
                continue
            following = next(each for each in acknowledged[place + 1 :] if each[0] == version + 1)
            assert following[1] == who, "another person's save took the text away"
            assert following[3] - at <= ONE_SITTING, "a text of an earlier sitting is gone"
        if acknowledged:
            assert answer.text == acknowledged[-1][2]
            assert text_in(bytes(answer.document)) == answer.text
            newest = answer.revisions.order_by("-version").first()
            assert newest is None or newest.text == answer.text


pytestmark = pytest.mark.django_db
