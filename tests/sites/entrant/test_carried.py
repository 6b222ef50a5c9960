from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.models import Entry
from plaudit.people.models import Person
from tests.entries.actions.test_carry_evidence import begun, earlier_entry
from tests.factories.entries import a_contributor
from tests.sites.entrant.reading import actions_of, form_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def stale(entry: Entry) -> set[int]:
    return set(entry.evidence.filter(is_stale=True).values_list("number", flat=True))


def test_carried_evidence_is_marked_until_somebody_says_that_it_holds(signed_in: SignedIn) -> None:
    entry = begun(earlier_entry())
    browser, here = signed_in(entry.started_by), f"/entries/{entry.pk}/"
    page = browser.get(f"{here}evidence/")
    assert words_of(page).count("It came over from the earlier entry.") == 3
    assert "Record the consent to the testimonial E4" in words_of(page)
    measure, said, file = (entry.evidence.get(number=number) for number in (2, 4, 5))
    keeping = [each for each in actions_of(page) if each.endswith("/keeping")]
    assert f"{here}evidence/{measure.pk}/keeping" in keeping
    assert f"{here}evidence/{said.pk}/keeping" not in keeping
    assert "It came over" in words_of(browser.get(f"{here}files/"))
    assert "Carried over: not looked at yet" in words_of(browser.get(here))
    assert "The consent did not" in words_of(browser.get(f"{here}evidence/{said.pk}/"))
    answers = [browser.post(f"{here}evidence/{each.pk}/keeping") for each in (measure, file)]
    assert [each["Location"] for each in answers] == [
        f"{here}evidence/?said=evidence-kept",
        f"{here}files/?said=evidence-kept",
    ]
    assert browser.post(f"{here}evidence/{said.pk}/keeping").status_code == 403
    assert stale(entry) == {3, 4}
    assert "It came over" not in words_of(browser.get(f"{here}files/"))


def test_what_stayed_behind_is_named(signed_in: SignedIn) -> None:
    entry = begun(earlier_entry(), allowed_file_kinds=["docx"])
    page = signed_in(entry.started_by).get(f"/entries/{entry.pk}/evidence/")
    assert "E5, “The report”, stayed with the earlier entry" in words_of(page)


def test_what_is_new_that_two_people_had_open_is_saved_at_the_second_press(
    signed_in: SignedIn,
) -> None:
    entry = begun(earlier_entry())
    mine, here = signed_in(entry.started_by), f"/entries/{entry.pk}/news/"
    opened = form_of(mine.get(here), here)
    signed_in(a_contributor(entry)).post(here, opened | {"text": "Three towns.\r\nTwo partners."})
    page = mine.post(here, opened | {"text": "Four towns."})
    assert page.status_code == 409
    assert "What somebody else saved Three towns. Two partners. Put what you want" in words_of(page)
    again = form_of(page, here)
    assert again["text"].strip() == "Four towns."
    assert mine.post(here, again)["Location"] == f"/entries/{entry.pk}/?said=news"
    entry.refresh_from_db()
    assert entry.what_is_new == "Four towns."
