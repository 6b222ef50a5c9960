from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from plaudit.entries.actions.carry import start_from_earlier
from plaudit.entries.actions.move import move_entry
from plaudit.entries.models import CategoryMove, Entry
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, an_entry
from tests.factories.programmes import WHILE_OPEN, a_category, an_edition
from tests.sites.entrant.reading import form_of, links_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]
HERE = {"Ambition": ["Why?"], "Outcome": ["What changed?"]}
THERE = {"Outcome": ["How warm are the homes now?"], "Spread": ["Where else?"]}


def test_an_entry_is_advised_moved_and_what_is_parked_can_be_read(signed_in: SignedIn) -> None:
    edition = an_edition()
    entry = a_complete_entry(
        a_category(edition, sections=HERE), texts={"Ambition": "Why we began."}
    )
    there = a_category(edition, sections=THERE, name="Healthy homes", introduction="Warm homes.")
    a_category(edition, name="Data", introduction="Sharing records.")
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/category/"
    page = browser.get(address)
    assert "Healthy homes Closest" in words_of(page)
    assert f"{address}{there.pk}/" in links_of(page)
    words = words_of(browser.get(f"{address}{there.pk}/"))
    assert "Goes along Outcome Is parked Ambition To be written Spread" in words
    moved = browser.post(f"{address}moves", {"category": str(there.pk)})
    assert moved["Location"] == f"{address}?said=moved-parked#parked"
    again = browser.post(f"{address}moves", {"category": str(there.pk)})
    assert again["Location"] == f"{address}?said=moved-parked#parked"
    assert CategoryMove.objects.count() == 1
    words = words_of(browser.get(address))
    assert "Parked answers" in words
    assert "Why we began." in words
    assert f"to Healthy homes by {entry.started_by.name}" in words
    assert "Why we began." not in words_of(browser.get(f"/entries/{entry.pk}/reading/"))


def test_a_category_of_another_edition_is_nowhere(signed_in: SignedIn) -> None:
    entry, foreign = an_entry(), a_category()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/category/"
    assert browser.get(f"{address}{foreign.pk}/").status_code == 404
    assert browser.post(f"{address}moves", {"category": str(foreign.pk)}).status_code == 404


@pytest.mark.parametrize("others", [1, 3])
def test_the_page_asks_as_much_of_one_category_as_of_three(
    signed_in: SignedIn, django_assert_num_queries: DjangoAssertNumQueries, others: int
) -> None:
    entry = a_complete_entry()
    for _ in range(others):
        a_category(entry.edition, introduction="Warm homes, well people.")
    browser = signed_in(entry.started_by)
    with django_assert_num_queries(QUERIES):
        browser.get(f"/entries/{entry.pk}/category/")


QUERIES = 11


def test_one_starts_from_an_earlier_entry_and_is_asked_what_is_new(signed_in: SignedIn) -> None:
    earlier = a_complete_entry(title="Warm homes")
    category = a_category()
    person = earlier.started_by
    edition = category.edition
    address = f"/{edition.programme.slug}/{edition.slug}/categories/{category.slug}/entries/"
    browser = signed_in(person)
    assert f"Warm homes ({earlier.category.name}, " in words_of(browser.get(address))
    begun = browser.post(address, {"earlier": str(earlier.pk)})["Location"]
    entry = Entry.objects.get(carried_from=earlier)
    assert begun == f"/entries/{entry.pk}/"
    words = words_of(browser.get(begun))
    assert "What is new" in words
    assert words.count("Carried over: not looked at yet") == 3
    news = form_of(browser.get(f"{begun}news/"), f"{begun}news/") | {"text": "Three towns."}
    assert browser.post(f"{begun}news/", news)["Location"] == f"{begun}?said=news"
    assert Entry.objects.get(pk=entry.pk).what_is_new == "Three towns."
    criterion = category.criteria.first()
    assert criterion is not None
    answer = f"{begun}answers/{criterion.pk}/"
    assert "It still holds" in words_of(browser.get(answer))
    assert browser.post(f"{answer}keeping")["Location"] == answer
    assert "It still holds" not in words_of(browser.get(answer))
    foreign = a_complete_entry()
    assert browser.post(address, {"earlier": str(foreign.pk)}).status_code == 404


def test_the_entry_is_read_as_by_a_judge_and_as_a_pdf(signed_in: SignedIn) -> None:
    entry = a_complete_entry(texts={"Outcome": "Fewer fell.\n\n- one\n- two"})
    begun = start_from_earlier(entry.category, entry, by=entry.started_by, at=WHILE_OPEN)
    browser = signed_in(entry.started_by)
    words = words_of(browser.get(f"/entries/{begun.pk}/reading/"))
    assert "as a judge reads it" in words
    assert "Fewer fell. one two" in words
    pdf = browser.get(f"/entries/{begun.pk}/pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-")


def moved_entry() -> tuple[Entry, dict[str, str]]:
    """An entry that was moved, and the addresses that its answers had before."""
    edition = an_edition()
    entry = a_complete_entry(
        a_category(edition, sections=HERE), texts={"Ambition": "Why we began.", "Outcome": "Fewer."}
    )
    before = {
        each.name: f"/entries/{entry.pk}/answers/{each.pk}/"
        for each in entry.category.criteria.all()
    }
    there = a_category(edition, sections=THERE, name="Healthy homes")
    move_entry(entry, there, by=entry.started_by, at=WHILE_OPEN)
    return entry, before


def test_an_earlier_address_leads_to_where_the_answer_is_now(signed_in: SignedIn) -> None:
    entry, before = moved_entry()
    browser = signed_in(entry.started_by)
    answer = entry.answers.get(text="Fewer.")
    now = f"/entries/{entry.pk}/answers/{answer.criterion_id}/"
    for more in ("", "earlier/", "earlier/1/", "comments/", "hints/"):
        assert browser.get(f"{before['Outcome']}{more}")["Location"] == f"{now}{more}"
        assert browser.get(f"{now}{more}").status_code == 200
        parked = f"/entries/{entry.pk}/category/#parked"
        assert browser.get(f"{before['Ambition']}{more}")["Location"] == parked
    never = a_category(entry.edition).criteria.first()
    assert never is not None
    assert browser.get(f"/entries/{entry.pk}/answers/{never.pk}/").status_code == 404
    stranger = signed_in(an_entry().started_by)
    for address in before.values():
        assert stranger.get(address).status_code == 404
        assert stranger.post(f"{address}text", {"text": "x", "version": 1}).status_code == 404


def test_a_form_that_was_open_while_the_entry_moved_is_saved_where_the_answer_is_now(
    signed_in: SignedIn,
) -> None:
    entry, before = moved_entry()
    browser = signed_in(entry.started_by)
    answer = entry.answers.get(text="Fewer.")
    saved = browser.post(f"{before['Outcome']}text", {"text": "Fewer fell.", "version": 1})
    assert saved["Location"] == f"/entries/{entry.pk}/answers/{answer.criterion_id}/"
    answer.refresh_from_db()
    assert answer.text == "Fewer fell."
    refused = browser.post(f"{before['Ambition']}text", {"text": "Why we went on.", "version": 1})
    assert refused.status_code == 403
    assert "The answer is parked under Category" in words_of(refused)
    assert "Why we went on." in words_of(refused)
    assert entry.answers.filter(text="Why we began.").exists()
