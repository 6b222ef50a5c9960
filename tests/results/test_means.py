from __future__ import annotations

from decimal import Decimal
from statistics import fmean, stdev

import pytest

from plaudit.entries.actions.submission import withdraw_entry
from plaudit.judging.actions.recusal import recuse
from plaudit.judging.actions.scorecard import save_scores
from plaudit.judging.models import Assignment
from plaudit.kit.identifiers import new_identifier
from plaudit.results.means import scores_of_category, scores_of_entries
from plaudit.results.queries import ranking
from tests.factories.judging import a_scorecard, an_assignment, the_round
from tests.factories.programmes import (
    WHILE_JUDGING,
    WHILE_OPEN,
    a_category,
    an_edition,
    director_of,
)
from tests.factories.results import a_judged_category

pytestmark = pytest.mark.django_db


def test_means_are_per_cent_of_the_maximum_over_confirmed_scorecards() -> None:
    category, entries, _ = a_judged_category([[9, 8, 7], [3, 5, 4]])
    first, second = scores_of_category(category, the_round(category.edition))
    assert (first.key, first.count) == (entries[0].pk, 3)
    assert first.mean == pytest.approx(fmean([90, 80, 70]))
    assert first.spread == pytest.approx(stdev([90, 80, 70]))
    assert (first.lowest, first.highest) == (70, 90)
    assert second.mean == pytest.approx(40)


def test_a_category_is_one_query(django_assert_num_queries: object) -> None:
    category, _, _ = a_judged_category()
    round_ = the_round(category.edition)
    with django_assert_num_queries(1):  # type: ignore[operator]
        ranked = ranking(category, round_)
    assert [one.rank for one in ranked] == [1, 2, 3]


def test_weights_count_when_every_scored_section_has_one() -> None:
    category = a_category(
        an_edition(readers_per_entry=1), sections={"Need": ["Why?"], "Gain": ["What?"]}
    )
    need, gain = category.criteria.order_by("position")
    for section, weight in ((need, 75), (gain, 25)):
        section.weight, section.weight_unit = Decimal(weight), "percent"
        section.save()
    assignment = _confirmed(category, {need.pk: 10, gain.pk: 2})
    [scores] = scores_of_category(category, assignment.round)
    assert scores.mean == pytest.approx(80)
    gain.weight = None
    gain.save()
    [scores] = scores_of_category(category, assignment.round)
    assert scores.mean == pytest.approx(60)


def test_sections_that_are_not_scored_do_not_count() -> None:
    category = a_category(
        an_edition(readers_per_entry=1), sections={"Need": ["Why?"], "Gain": ["What?"]}
    )
    need, gain = category.criteria.order_by("position")
    assignment = _confirmed(category, {need.pk: 10, gain.pk: 2})
    gain.is_scored = False
    gain.save()
    [scores] = scores_of_category(category, assignment.round)
    assert scores.mean == pytest.approx(100)


def test_unconfirmed_recused_and_withdrawn_do_not_count() -> None:
    category, entries, judges = a_judged_category([[9, 5], [7, 3], [1, 1]])
    edition, round_ = category.edition, the_round(category.edition)
    by = director_of(edition)
    recused = Assignment.objects.get(entry=entries[0], judge=judges[1])
    recuse(recused, by=by, at=WHILE_JUDGING, reason="Knows the lead.")
    scores = scores_of_entries([entry.pk for entry in entries], round_)
    assert (scores[entries[0].pk].count, scores[entries[0].pk].mean) == (1, 90)
    assert scores[entries[0].pk].spread is None
    withdraw_entry(entries[2], by=entries[2].started_by, at=WHILE_OPEN)
    assert [one.key for one in scores_of_category(category, round_)] == [
        entries[0].pk,
        entries[1].pk,
    ]


def test_a_scorecard_that_is_not_confirmed_does_not_count() -> None:
    category = a_category(an_edition(readers_per_entry=1))
    from tests.factories.entries import a_submitted_entry

    assignment = an_assignment(a_submitted_entry(category))
    a_scorecard(assignment, value=9)
    [scores] = scores_of_category(category, assignment.round)
    assert (scores.count, scores.mean) == (0, None)


def _confirmed(category: object, values: dict[object, int]) -> Assignment:
    from plaudit.judging.actions.scorecard import confirm_scorecards
    from tests.factories.entries import a_submitted_entry

    assignment = an_assignment(a_submitted_entry(category))  # type: ignore[arg-type]
    save_scores(
        assignment,
        by=assignment.judge.person,
        at=WHILE_JUDGING,
        scores={key: (value, "") for key, value in values.items()},  # type: ignore[misc]
        comment="",
        version=0,
        key=new_identifier(),
    )
    confirm_scorecards(
        assignment.judge, assignment.round, by=assignment.judge.person, at=WHILE_JUDGING
    )
    return assignment
