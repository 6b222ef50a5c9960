from __future__ import annotations

import pytest

from plaudit.judging.models import Scorecard
from plaudit.results.exports.scores import judge_code, scores_rows
from tests.factories.programmes import a_category, an_edition
from tests.factories.results import a_judged_category

pytestmark = pytest.mark.django_db
SECTIONS = {"Need": ["Why?"], "Gain": ["What?"], "Spread": ["Where?"]}


def test_scores_come_in_the_order_that_criteria_are_asked_in() -> None:
    category = a_category(an_edition(readers_per_entry=1), sections=SECTIONS)
    a_judged_category([[9]], category=category)
    scores = {}
    for place, criterion in enumerate(category.criteria.all()):
        criterion.position = 9 - place
        criterion.save()
        score = Scorecard.objects.get().scores.get(criterion=criterion)
        score.value, score.comment = place, f"on {criterion.name}"
        score.save()
        scores[criterion.name] = (place, score.comment)
    [sheaf] = scores_rows(category.edition, with_names=False)
    rows = list(sheaf.rows)
    assert [row[0] for row in rows] == ["Spread", "Gain", "Need"]
    assert {name: (value, comment) for name, value, comment in rows} == scores


def test_scorecards_come_by_entry_and_judge_and_those_of_other_editions_not_at_all() -> None:
    category, entries, judges = a_judged_category([[9, 3], [4, 5]])
    a_judged_category([[1]], edition=an_edition(readers_per_entry=1))
    found = [tuple(sheaf.before[2:]) for sheaf in scores_rows(category.edition, with_names=False)]
    codes = {judge.pk: judge_code(category.edition, judge.pk) for judge in judges}
    assert found == [
        (entry.reference, entry.title, codes[key]) for entry in entries for key in sorted(codes)
    ]


def test_what_is_left_halfway_leaves_the_connection_free() -> None:
    category, _, _ = a_judged_category([[9, 3], [4, 5]])
    rows = scores_rows(category.edition, with_names=False)
    next(rows)
    rows.close()  # type: ignore[attr-defined] - a generator, which a download that breaks off closes
    assert len(list(scores_rows(category.edition, with_names=False))) == 4
