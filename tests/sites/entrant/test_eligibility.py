from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.people.models import Person
from tests.factories.entries import an_entry
from tests.factories.programmes import a_category, an_eligibility_question
from tests.sites.entrant.reading import page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_a_wrong_answer_gives_the_reason_at_once_and_can_be_changed(signed_in: SignedIn) -> None:
    category = a_category(name="Best bridge")
    question = an_eligibility_question(category)
    entry = an_entry(category)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/eligibility/"
    assert browser.post(address, {str(question.pk): "no"})["Location"] == (
        f"{address}?said=eligibility"
    )
    words = words_of(browser.get(address))
    assert "this project cannot be entered in Best bridge" in words
    assert "Only work of the last two years can enter." in words
    browser.post(address, {str(question.pk): "yes"})
    page = browser.get(address)
    assert "By these answers, the project can be entered." in words_of(page)
    assert page_of(page).xpath("//input[@checked]/@value") == ["yes"]


def test_a_category_without_questions_says_so(signed_in: SignedIn) -> None:
    entry = an_entry(a_category(minimum_organisations=2))
    words = words_of(signed_in(entry.started_by).get(f"/entries/{entry.pk}/eligibility/"))
    assert "At least 2 organisations must enter together." in words
    assert "This category asks no questions about eligibility." in words


def test_a_made_up_answer_changes_nothing(signed_in: SignedIn) -> None:
    category = a_category()
    question = an_eligibility_question(category)
    entry = an_entry(category)
    page = signed_in(entry.started_by).post(
        f"/entries/{entry.pk}/eligibility/", {str(question.pk): "perhaps"}
    )
    assert page.status_code == 422
    assert not entry.eligibility_answers.exists()


def test_saving_with_nothing_chosen_says_so_and_what_is_saved_is_confirmed(
    signed_in: SignedIn,
) -> None:
    category = a_category()
    question, other = an_eligibility_question(category), an_eligibility_question(category)
    entry = an_entry(category)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/eligibility/"
    empty = browser.post(address)
    assert empty.status_code == 422
    assert "There is a problem Choose yes or no for at least one question." in words_of(empty)
    saved = browser.post(address, {str(other.pk): "yes"}, follow=True)
    assert "Your answers are saved." in words_of(saved)
    assert entry.eligibility_answers.get().question_id == other.pk != question.pk
