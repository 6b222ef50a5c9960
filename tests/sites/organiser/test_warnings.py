"""What an organiser is warned of before it is too late to change it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from plaudit.judging.models import Confirmation
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Category
from plaudit.sites.organiser.pages.phases import standing
from tests.factories.entries import a_submitted_entry
from tests.factories.judging import a_judge, a_scorecard, an_assignment
from tests.factories.programmes import (
    AFTER_JUDGING,
    BEFORE_OPENING,
    WHILE_JUDGING,
    WHILE_OPEN,
    a_category,
    a_section,
    an_edition,
    director_of,
)
from tests.sites.organiser.test_brief_import import PAGE, fields_of, paste

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def a_category_half_read() -> Category:
    """A category with two entries, of which one has one confirmed score and the other none."""
    category = a_category(an_edition(readers_per_entry=2))
    entry = a_submitted_entry(category, title="Read once")
    a_submitted_entry(category, title="Read by nobody")
    judge, _ = a_judge(category), a_judge(category)
    scorecard = a_scorecard(an_assignment(entry, judge), value=7)
    Confirmation.objects.create(scorecard=scorecard, confirmed_at=WHILE_JUDGING)
    return category


def test_a_ranking_of_unconfirmed_readings_says_so(signed_in: SignedIn) -> None:
    category = a_category_half_read()
    edition = category.edition
    browser = signed_in(director_of(edition))
    with frozen_at(AFTER_JUDGING):
        page = browser.get(reverse("organiser_result", args=[edition.pk, category.pk]))
        text = page.content.decode()
        assert "1 of 4 readings is confirmed. The ranking can still change." in text
        assert "its place cannot be said yet" in text
        assert "Not ranked, because no score is confirmed: Read by nobody." in text
        for name in ("organiser_edition", "organiser_announcement"):
            text = browser.get(reverse(name, args=[edition.pk])).content.decode()
            assert "3 of 4 readings are not confirmed" in text
            assert reverse("organiser_progress", args=[edition.pk]) in text
        assert f"Nothing is decided in {category.name}. Its entries count as not placed." in text


def test_weights_that_do_not_add_up_are_warned_of(signed_in: SignedIn) -> None:
    category = a_category(sections={}, published_at=None)
    for name, weight in (("Need", 60), ("Gain", 30)):
        a_section(category, name, weight=Decimal(weight), weight_unit="percent")
    browser = signed_in(director_of(category.edition))
    here = [category.edition.pk, category.pk]
    with frozen_at(WHILE_OPEN):
        for name in ("organiser_category", "organiser_category_preview"):
            text = browser.get(reverse(name, args=here)).content.decode()
            assert "weights add up to 90%, not 100%" in text


def test_a_review_warns_of_weights_and_names_the_number_that_is_wrong(
    signed_in: SignedIn,
) -> None:
    edition = an_edition()
    browser = signed_in(director_of(edition))
    with frozen_at(WHILE_OPEN):
        fields = fields_of(paste(browser, edition, PAGE).content)
        fields |= {"c0-s0-weight": "60%", "c0-s1-weight": "30%", "c0-s1-word_limit": "0"}
        again = browser.post(reverse("organiser_brief_review", args=[edition.pk]), fields)
        assert "Street of the Year: the weights add up to 90%" in again.content.decode()
        stored = browser.post(reverse("organiser_brief_store", args=[edition.pk]), fields)
    assert stored.status_code == 422
    assert "Word limit of section 2 must be 1 or more" in stored.content.decode()
    assert "Street of the Year: the weights add up to 90%" in stored.content.decode()


def test_an_edition_still_unpublished_when_entries_were_to_open_says_so() -> None:
    edition = an_edition(published_at=None)
    assert standing(edition, WHILE_OPEN).startswith("Not published yet. Entries were to open at")
    assert standing(edition, BEFORE_OPENING).startswith("Not published. Entries are to open at")
