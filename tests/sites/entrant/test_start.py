from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Category
from tests.factories.people import a_person
from tests.factories.programmes import CLOSES, a_category
from tests.sites.entrant.reading import actions_of, hidden, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def address_of(category: Category) -> str:
    edition = category.edition
    return f"/{edition.programme.slug}/{edition.slug}/categories/{category.slug}/entries/"


def test_one_post_from_the_categorys_page_starts_a_draft(signed_in: SignedIn) -> None:
    category, person = a_category(), a_person()
    response = signed_in(person).post(address_of(category))
    entry = Entry.objects.get()
    assert response["Location"] == f"/entries/{entry.pk}/"
    assert (entry.category, entry.started_by) == (category, person)


def test_a_signed_out_person_comes_back_to_one_button(client: Client, signed_in: SignedIn) -> None:
    category = a_category()
    address = address_of(category)
    response = client.post(address)
    assert response["Location"].startswith("/sign-in/?next=%2F")
    assert not Entry.objects.exists()
    browser = signed_in(a_person())
    page = browser.get(address)
    assert actions_of(page) == {address}
    form = {"key": hidden(page, "key")}
    first, again = browser.post(address, form), browser.post(address, form)
    assert first["Location"] == again["Location"]
    assert Entry.objects.count() == 1


def test_an_entry_that_stands_already_is_named_before_another_is_started(
    signed_in: SignedIn,
) -> None:
    category, person = a_category(), a_person()
    browser = signed_in(person)
    browser.post(address_of(category))
    assert "You work on an entry for this category already" in words_of(
        browser.get(address_of(category))
    )


def test_a_closed_category_says_so_and_offers_no_button(signed_in: SignedIn) -> None:
    category = a_category()
    browser = signed_in(a_person())
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        page = browser.get(address_of(category))
        assert browser.post(address_of(category)).status_code == 403
    assert "Entries closed at 5pm on Friday 12 March 2027 (UK time)" in words_of(page)
    assert actions_of(page) == set()
    assert not Entry.objects.exists()


def test_drafts_and_unknown_categories_are_not_found(client: Client) -> None:
    hidden_one, shown = a_category(published_at=None), a_category()
    assert client.get(address_of(hidden_one)).status_code == 404
    assert client.post(address_of(shown).replace(shown.slug, "other")).status_code == 404
