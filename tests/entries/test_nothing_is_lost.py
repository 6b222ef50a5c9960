"""Whatever people post, against however old a version: no word that one wrote goes by another's save."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.documents import replayed, text_in
from plaudit.entries.models import Answer
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import WHILE_OPEN

POSTS = st.lists(
    st.tuples(
        st.integers(0, 2),  # who
        st.integers(0, 4),  # how many versions behind their form is
        st.floats(0, 1),  # where in the text they write
        st.booleans(),  # whether the browser posts twice
    ),
    max_size=10,
)


def version_text(answer: Answer, version: int) -> str:
    rows = answer.updates.filter(version__lte=version).order_by("version")
    return text_in(replayed(bytes(each.data) for each in rows))


class NothingIsLost(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(POSTS)
    def test_every_word_that_was_acknowledged_is_there(
        self, posts: list[tuple[int, int, float, bool]]
    ) -> None:
        entry = an_entry()
        people = [entry.started_by, a_contributor(entry), a_contributor(entry)]
        criterion = entry.category.criteria.first()
        acknowledged = []
        for number, (who, behind, where, twice) in enumerate(posts):
            answer = entry.answers.get(criterion=criterion)
            version = max(0, answer.version - behind)
            text, word = version_text(answer, version), f"<{number}> "
            place = text.find("<", int(where * len(text)))
            place = len(text) if place < 0 else place
            text = text[:place] + word + text[place:]
            for _ in range(2 if twice else 1):
                saved = save_answer(
                    entry, criterion, by=people[who], at=WHILE_OPEN, text=text, version=version
                )
            acknowledged.append(word.strip())
            assert saved.text.count(word) == 1
        answer = entry.answers.get(criterion=criterion)
        assert sorted(answer.text.split()) == sorted(acknowledged)
        assert text_in(bytes(answer.document)) == answer.text
        assert version_text(answer, answer.version) == answer.text


pytestmark = pytest.mark.django_db
