from __future__ import annotations

import pytest

from plaudit.kit.clock import frozen_at
from plaudit.results.invariants import released_categories_can_stand
from plaudit.results.models import Outcome
from tests.factories.programmes import a_category, an_edition
from tests.factories.results import RELEASE, a_decision, a_judged_category, an_announcement

pytestmark = pytest.mark.django_db


def test_categories_of_one_name_in_two_editions_are_each_their_own() -> None:
    for _ in range(2):
        edition = an_edition(readers_per_entry=3)
        category, [first, *_], _ = a_judged_category(category=a_category(edition, slug="care"))
        a_decision(first, Outcome.WINNER)
        an_announcement(category.edition)
    with frozen_at(RELEASE):
        assert list(released_categories_can_stand()) == []


def test_a_lone_joint_winner_is_a_breach() -> None:
    category, [first, *_], _ = a_judged_category()
    decision = a_decision(first, Outcome.WINNER)
    an_announcement(category.edition)
    type(decision).objects.filter(pk=decision.pk).update(outcome=Outcome.JOINT_WINNER)
    with frozen_at(RELEASE):
        [breach] = released_categories_can_stand()
    assert category.slug in breach
