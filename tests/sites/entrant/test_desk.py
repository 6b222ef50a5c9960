from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_submitted_entry, an_entry
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import CLOSES, a_category, an_eligibility_question
from tests.sites.entrant.reading import actions_of, links_of, page_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_an_entry_is_a_list_of_tasks(signed_in: SignedIn) -> None:
    category = a_category(minimum_organisations=2)
    an_eligibility_question(category)
    category.criteria.filter(criterion__name="Ambition").update(word_limit=10)
    entry = a_complete_entry(category, lead=an_organisation("Northmoor Trust", "nhs_provider"))
    words = words_of(signed_in(entry.started_by).get(f"/entries/{entry.pk}/"))
    for text in (
        "Not submitted yet. You can submit until 5pm on Friday 12 March 2027 (UK time).",
        "Ambition 17 of 10 words: 7 over",
        "Outcome 17 words",
        "Title and summary Done",
        "Organisations Northmoor Trust Needs attention",
        "Eligibility Done",
        "Photo and files Optional",
        "Measures and testimonials Optional",
        "2 things are still missing.",
    ):
        assert text in words


def test_a_submitted_entry_tells_when_it_was_changed_since(signed_in: SignedIn) -> None:
    entry = a_submitted_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/"
    received = "Received at 10am on Monday 1 February 2027 (UK time)."
    assert f"{received} You can edit and submit again until" in words_of(browser.get(address))
    entry.title = "A better title"
    entry.save()
    assert f"{received} You have changed it since. Submit again by" in words_of(
        browser.get(address)
    )


def test_after_closing_what_was_submitted_is_shown_and_not_the_draft(signed_in: SignedIn) -> None:
    entry = a_submitted_entry(title="As submitted", texts={"Ambition": "Sent words."})
    entry.title = "Changed too late"
    entry.save()
    entry.answers.filter(criterion__criterion__name="Ambition").update(text="Later words.")
    browser = signed_in(entry.started_by)
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        desk = browser.get(f"/entries/{entry.pk}/")
        check = browser.get(f"/entries/{entry.pk}/check/")
    for page in (desk, check):
        words = words_of(page)
        assert "As submitted" in words
        assert "Changed too late" not in words
        assert "The entry is judged as you submitted it." in words
        assert (
            "Changes made after 10am on Monday 1 February 2027 (UK time) were not submitted. "
            "They are kept in your draft."
        ) in words
        assert f"/entries/{entry.pk}/text" in links_of(page)
    assert "Sent words." in words_of(check)
    assert "Later words." not in words_of(check)


def test_every_page_of_the_room_leads_to_the_account_and_out(signed_in: SignedIn) -> None:
    entry = a_submitted_entry()
    browser = signed_in(entry.started_by)
    receipt = f"receipts/{entry.submissions.get().reference}/"
    for part in ("", receipt, *(f"{entry.pk}/{name}" for name in ("", "check/", "files/"))):
        (header,) = page_of(browser.get(f"/entries/{part}")).xpath("//header")
        assert header.xpath(".//a[@href='/account/']/text()") == ["Your account"]
        assert header.xpath(".//form[@method='post']/@action") == ["/sign-out/"]
        assert header.xpath(".//form//input[@name='csrfmiddlewaretoken']")


def test_a_closed_draft_can_be_read_and_downloaded_and_not_changed(signed_in: SignedIn) -> None:
    entry = a_complete_entry(texts={"Ambition": "What we wrote."})
    browser = signed_in(entry.started_by)
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        page = browser.get(f"/entries/{entry.pk}/")
        check = browser.get(f"/entries/{entry.pk}/check/")
        text = browser.get(f"/entries/{entry.pk}/text")
        for part in ("details", "organisations", "eligibility", "files", "people"):
            assert browser.get(f"/entries/{entry.pk}/{part}/").status_code == 200
    assert "Not submitted. Entries closed at 5pm on Friday 12 March 2027 (UK time)" in words_of(
        page
    )
    assert (actions_of(page), actions_of(check)) == (set(), set())
    assert "What we wrote." in words_of(check)
    assert "What we wrote." in text.content.decode()
    assert text["Content-Disposition"] == f'attachment; filename="{entry.reference}.txt"'


def test_withdrawing_is_offered_only_for_what_is_submitted(signed_in: SignedIn) -> None:
    draft, sent = an_entry(), a_submitted_entry()
    for entry, is_offered in ((draft, False), (sent, True)):
        links = links_of(signed_in(entry.started_by).get(f"/entries/{entry.pk}/"))
        assert (f"/entries/{entry.pk}/withdrawal/" in links) == is_offered


def test_an_entrys_page_costs_few_queries(
    signed_in: SignedIn, django_assert_num_queries: Callable[..., object]
) -> None:
    person = a_person()
    draft, sent = an_entry(owner=person), a_submitted_entry(owner=person)
    browser = signed_in(person)
    with django_assert_num_queries(5):  # session, entry, parts, people, submissions
        browser.get(f"/entries/{draft.pk}/")
    with django_assert_num_queries(7):  # outcome; answers for the digest
        browser.get(f"/entries/{sent.pk}/")
