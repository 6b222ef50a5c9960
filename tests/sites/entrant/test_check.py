from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_contributor, a_submitted_entry, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import CLOSES
from tests.sites.entrant.reading import actions_of, hidden, links_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_what_is_missing_is_listed_with_links_and_there_is_no_button(signed_in: SignedIn) -> None:
    entry = an_entry()
    page = signed_in(entry.started_by).get(f"/entries/{entry.pk}/check/")
    assert "6 things are missing" in words_of(page)
    answers = {
        f"/entries/{entry.pk}/answers/{criterion.pk}/"
        for criterion in entry.category.criteria.all()
    }
    places = {f"/entries/{entry.pk}/details/", f"/entries/{entry.pk}/organisations/"}
    assert answers | places <= links_of(page)
    assert actions_of(page) == {f"/entries/{entry.pk}/check/automatic"}


def test_checking_submitting_and_the_receipt(signed_in: SignedIn) -> None:
    entry = a_complete_entry(texts={"Outcome": "Dry and\nwarm."})
    browser = signed_in(entry.started_by)
    page = browser.get(f"/entries/{entry.pk}/check/")
    assert "Warm homes, well people" in words_of(page)
    assert "Dry and warm." in words_of(page)
    assert actions_of(page) == {
        f"/entries/{entry.pk}/submissions/",
        f"/entries/{entry.pk}/check/automatic",
    }
    form = {"key": hidden(page, "key")}
    first = browser.post(f"/entries/{entry.pk}/submissions/", form)
    again = browser.post(f"/entries/{entry.pk}/submissions/", form)
    submission = entry.submissions.get()
    assert first["Location"] == again["Location"] == f"/entries/receipts/{submission.reference}/"
    receipt = words_of(browser.get(first["Location"]))
    for text in (
        "We have received your entry",
        submission.reference,
        submission.digest,
        "10:00:00 on 1 February 2027 (UK time)",
        "You can edit the entry and submit again until 5pm on Friday 12 March 2027 (UK time).",
        "Judges read from 22 March 2027 to 30 April 2027.",
    ):
        assert text in receipt
    assert "There is nothing to submit again" in words_of(
        browser.get(f"/entries/{entry.pk}/check/")
    )


def test_saving_and_submitting_are_different_addresses(signed_in: SignedIn) -> None:
    entry = a_complete_entry()
    answer = entry.answers.first()
    browser = signed_in(entry.started_by)
    browser.post(
        f"/entries/{entry.pk}/answers/{answer.criterion_id}/text",
        {"text": "Saved", "version": answer.version, "submit": "1"},
    )
    assert not entry.submissions.exists()


@pytest.mark.parametrize(("seconds", "status"), [(-1, 302), (0, 302), (1, 403)])
def test_the_page_keeps_the_deadline_to_the_second(
    signed_in: SignedIn, seconds: int, status: int
) -> None:
    entry = a_complete_entry()
    with frozen_at(CLOSES + dt.timedelta(seconds=seconds)):
        page = signed_in(entry.started_by).post(
            f"/entries/{entry.pk}/submissions/", {"key": str(uuid4())}
        )
    assert page.status_code == status
    assert entry.submissions.exists() == (status == 302)
    if status == 403:
        assert (
            "The entry was not submitted. Entries closed at 5pm on Friday 12 March 2027"
            in words_of(page)
        )


def test_an_incomplete_entry_is_refused_also_without_the_page(signed_in: SignedIn) -> None:
    entry = an_entry()
    page = signed_in(entry.started_by).post(
        f"/entries/{entry.pk}/submissions/", {"key": str(uuid4())}
    )
    assert page.status_code == 403
    assert "Give the project a title." in words_of(page)


def test_who_cannot_submit_is_told_who_can(signed_in: SignedIn) -> None:
    entry = a_complete_entry()
    page = signed_in(a_contributor(entry)).get(f"/entries/{entry.pk}/check/")
    assert "You cannot submit this entry. Ask its owner" in words_of(page)
    assert actions_of(page) == set()


def test_a_receipt_is_for_those_who_work_on_the_entry(signed_in: SignedIn, client: Client) -> None:
    entry = a_submitted_entry()
    address = f"/entries/receipts/{entry.submissions.get().reference}/"
    assert client.get(address).status_code == 302
    assert signed_in(a_person()).get(address).status_code == 404
    assert signed_in(a_contributor(entry, level="read")).get(address).status_code == 200
    assert signed_in(entry.started_by).get("/entries/receipts/XX99-0001/1/").status_code == 404


def test_withdrawing_takes_a_page_and_a_button(signed_in: SignedIn) -> None:
    entry = a_submitted_entry()
    browser, address = signed_in(entry.started_by), f"/entries/{entry.pk}/withdrawal/"
    assert "will not be judged" in words_of(browser.get(address))
    taken_out = browser.post(address, {"reason": "Not ready"})
    assert taken_out["Location"] == f"/entries/{entry.pk}/?said=withdrawn"
    words = words_of(browser.get(f"/entries/{entry.pk}/"))
    assert "Withdrawn. It will not be judged, unless you submit it again by" in words
    assert entry.withdrawals.get().reason == "Not ready"
    receipt = browser.get(f"/entries/receipts/{entry.submissions.get().reference}/")
    assert "The entry was withdrawn after this receipt was given." in words_of(receipt)
    assert "nothing to withdraw" in words_of(browser.get(address))


def test_the_check_page_costs_the_same_for_every_entry(
    signed_in: SignedIn, django_assert_num_queries: Callable[..., object]
) -> None:
    person = a_person()
    browser = signed_in(person)
    for entry in (an_entry(owner=person), a_complete_entry(owner=person)):
        with django_assert_num_queries(5):  # session, entry, submissions, parts, answers
            browser.get(f"/entries/{entry.pk}/check/")
