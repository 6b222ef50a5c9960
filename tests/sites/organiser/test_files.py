from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.people.models import Person
from tests.factories.programmes import a_category, director_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_an_organiser_says_how_many_files_of_which_kind_and_how_large(signed_in: SignedIn) -> None:
    edition = a_category().edition
    browser, address = signed_in(director_of(edition)), f"/organise/{edition.pk}/files/"
    assert 'value="10"' in browser.get(address).content.decode()
    typed = {"most_files": "3", "largest_file_megabytes": "5", "allowed_file_kinds": ["pdf", "png"]}
    assert browser.post(address, typed).status_code == 302
    edition.refresh_from_db()
    stored = (edition.most_files, edition.largest_file_megabytes, edition.allowed_file_kinds)
    assert stored == (3, 5, ["pdf", "png"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"most_files": "51"},
        {"largest_file_megabytes": "0"},
        {"largest_file_megabytes": "101"},
        {"allowed_file_kinds": []},
        {"allowed_file_kinds": ["exe"]},
    ],
)
def test_what_makes_no_sense_is_refused(signed_in: SignedIn, wrong: dict[str, object]) -> None:
    edition = a_category().edition
    typed = {"most_files": "3", "largest_file_megabytes": "5", "allowed_file_kinds": ["pdf"]}
    address = f"/organise/{edition.pk}/files/"
    answer = signed_in(director_of(edition)).post(address, typed | wrong)
    assert answer.status_code == 422
