from __future__ import annotations

import pytest

from plaudit.results.adjusted import adjusted, adjustment_of
from plaudit.results.means import Judgement, judgements_of_category
from tests.factories.judging import allocated
from tests.factories.results import a_judged_category

pytestmark = pytest.mark.django_db


def test_every_score_that_counts_is_read_with_its_judge() -> None:
    category, entries, judges = a_judged_category([[9, 7], [8, 8], [1, 3]])
    round_ = allocated(category.edition)
    found = judgements_of_category(category, round_)
    assert {(each.entry_id, each.judge_id, round(each.percent)) for each in found} == {
        (entry.pk, judge.pk, value * 10)
        for entry, row in zip(entries, [[9, 7], [8, 8], [1, 3]], strict=True)
        for judge, value in zip(judges, row, strict=True)
    }
    assert {each.judge for each in found} == {judge.person.display_name for judge in judges}


def test_where_all_read_all_the_order_is_that_of_the_raw_means() -> None:
    category, entries, _ = a_judged_category([[9, 7], [6, 8], [1, 3], [5, 4]])
    found = adjustment_of(category, allocated(category.edition))
    ranks = [found.scores[entry.pk].rank for entry in entries]
    assert ranks == [1, 2, 4, 3]
    assert all(score.best_rank <= score.rank <= score.worst_rank for score in found.scores.values())
    assert sum(score.chance for score in found.scores.values()) == pytest.approx(found.top)


def test_too_little_to_go_by_is_not_adjusted() -> None:
    category, _, _ = a_judged_category([[9], [6], [1], [5]])
    judgements: list[Judgement] = judgements_of_category(category, allocated(category.edition))
    assert adjusted(judgements).scores == {}
    assert adjusted([]).scores == {}
