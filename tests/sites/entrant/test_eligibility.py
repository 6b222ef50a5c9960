from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import a_category, an_eligibility_question
from tests.sites.entrant.reading import form_of, page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_a_wrong_answer_gives_the_reason_at_once_and_can_be_changed(signed_in: SignedIn) -> None:
    category = a_category(name="Best bridge")
    question = an_eligibility_question(category)
    entry = an_entry(category)
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/eligibility/"
    form = form_of(browser.get(address), address) | {str(question.pk): "no"}
    assert browser.post(address, form)["Location"] == f"{address}?said=eligibility"
    words = words_of(browser.get(address))
    assert "this project cannot be entered in Best bridge" in words
    assert "Only work of the last two years can enter." in words
    browser.post(address, form_of(browser.get(address), address) | {str(question.pk): "yes"})
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
    form = form_of(browser.get(address), address) | {str(other.pk): "yes"}
    saved = browser.post(address, form, follow=True)
    assert "Your answers are saved." in words_of(saved)
    assert entry.eligibility_answers.get().question_id == other.pk != question.pk


def test_answers_that_two_people_had_open_are_joined_and_a_clash_is_saved_at_the_second_press(
    signed_in: SignedIn,
) -> None:
    category = a_category()
    one, two = (str(an_eligibility_question(category).pk) for _ in range(2))
    entry = an_entry(category)
    address, mine = f"/entries/{entry.pk}/eligibility/", signed_in(entry.started_by)
    opened = form_of(mine.get(address), address)
    theirs = signed_in(a_contributor(entry))
    theirs.post(address, opened | {one: "no"})
    page = mine.post(address, opened | {one: "yes", two: "yes"})
    assert page.status_code == 409
    assert "Somebody else saved “No” here while you had it open." in words_of(page)
    assert not entry.eligibility_answers.filter(question=two).exists()
    theirs.post(address, form_of(theirs.get(address), address) | {two: "no"})
    page = mine.post(address, form_of(page, address) | {one: "no"})
    assert page.status_code == 409
    assert form_of(page, address)[one] == "no"
    assert mine.post(address, form_of(page, address)).status_code == 302
    assert set(entry.eligibility_answers.values_list("question", "is_yes")) == {
        (UUID(one), False),
        (UUID(two), True),
    }
