from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from plaudit.ceremony.models import Booking, Guest
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.ceremony import MOMENT, NAMES_DUE, a_booking, a_guest, an_event
from tests.factories.people import an_organisation
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


@pytest.fixture
def booking() -> Booking:
    return a_booking(an_event(), an_organisation("Alder Trust"))


@pytest.fixture
def browser(signed_in: SignedIn, booking: Booking) -> Client:
    return signed_in(booking.booked_by)


def address(booking: Booking) -> str:
    return f"/workspace/{booking.organisation_id}/bookings/{booking.pk}/guests/"


def forms(answer: object) -> list[dict[str, str]]:
    """Return the forms of the page that take something typed: one guest, then a list."""
    found = html.fromstring(answer.content).xpath("//main//form[.//label]")  # type: ignore[attr-defined]
    return [
        {each.name: each.value or "" for each in form.xpath(".//input|.//textarea")}
        for form in found
    ]


def named(booking: Booking) -> list[tuple[str, str, str]]:
    return list(booking.guests.values_list("name", "dietary", "access"))


def test_a_guest_is_named_changed_and_removed(browser: Client, booking: Booking) -> None:
    here = address(booking)
    one, _ = forms(browser.get(here))
    typed = {**one, "name": "Ada Byron", "dietary": "vegan", "access": "ramp"}
    assert [browser.post(here, typed).status_code for _ in range(2)] == [302, 302]
    assert named(booking) == [("Ada Byron", "vegan", "ramp")]
    shown = words_of(browser.get(here))
    assert "1 of 10 places have a name" in shown
    assert "Ada Byron Eats: vegan Needs: ramp" in shown
    guest = f"{here}{booking.guests.get().pk}/"
    (form,) = forms(browser.get(guest))
    assert browser.post(guest, {**form, "name": "Ada King"}).status_code == 302
    answer = browser.post(guest, {**form, "dietary": "no nuts"})
    assert (answer.status_code, "Somebody has changed this guest" in words_of(answer)) == (
        422,
        True,
    )
    (again,) = forms(answer)
    assert again["dietary"] == "no nuts"
    assert browser.post(guest, again).status_code == 302
    assert named(booking) == [("Ada Byron", "no nuts", "ramp")]
    assert [browser.post(f"{guest}removal").status_code for _ in range(2)] == [302, 302]
    assert not Guest.objects.exists()
    assert browser.get(guest).status_code == 404


def test_a_list_is_pasted_whole_or_not_at_all(browser: Client, booking: Booking) -> None:
    here = f"{address(booking)}list"
    _, many = forms(browser.get(address(booking)))
    lines = [f"Guest {letter}, vegan; ramp" for letter in "ABCDEFGHIJK"]
    answer = browser.post(here, {**many, "guests": "\n".join(lines)})
    assert answer.status_code == 422
    assert "10 places are without a guest, and you named 11. None was added." in words_of(answer)
    _, back = forms(answer)
    assert back["guests"].split() == "\n".join(lines).split()
    back["guests"] = "\n".join(lines[:10])
    assert [browser.post(here, back).status_code for _ in range(2)] == [302, 302]
    assert [name for name, _, _ in named(booking)] == [f"Guest {letter}" for letter in "ABCDEFGHIJ"]
    full = browser.get(address(booking))
    assert forms(full) == []


@pytest.mark.parametrize("pasted", ["", "  \n , ;", "Ada\n, vegan", "x" * 121])
def test_a_list_that_names_nobody_is_given_back(
    pasted: str, browser: Client, booking: Booking
) -> None:
    _, many = forms(browser.get(address(booking)))
    answer = browser.post(f"{address(booking)}list", {**many, "guests": pasted})
    assert answer.status_code == 422
    assert not Guest.objects.exists()


def test_on_the_day_said_names_are_read_only(signed_in: SignedIn, booking: Booking) -> None:
    guest = a_guest(booking)
    here = address(booking)
    with frozen_at(NAMES_DUE - MOMENT):
        one, many = forms(signed_in(booking.booked_by).get(here))
    with frozen_at(NAMES_DUE):
        browser = signed_in(booking.booked_by)
        page = browser.get(here)
        assert "Names were due by midday on Thursday 27 May 2027" in words_of(page)
        assert "Gale Guest" in words_of(page)
        assert not html.fromstring(page.content).xpath("//main//form")
        assert not forms(browser.get(f"{here}{guest.pk}/"))
        for where, sent in (
            (here, {**one, "name": "Bo"}),
            (f"{here}list", {**many, "guests": "Bo"}),
        ):
            answer = browser.post(where, sent)
            assert (answer.status_code, "Names were due" in words_of(answer)) == (422, True)
            assert "Bo" in answer.content.decode()
    assert [each.name for each in Guest.objects.all()] == ["Gale Guest"]


def test_another_lead_finds_nothing(signed_in: SignedIn, booking: Booking) -> None:
    guest = a_guest(booking)
    other = signed_in(a_booking(booking.event).booked_by)
    here = address(booking)
    for where in (here, f"{here}{guest.pk}/"):
        assert (other.get(where).status_code, other.post(where).status_code) == (404, 404)
    assert other.post(f"{here}{guest.pk}/removal").status_code == 404
    assert Guest.objects.count() == 1


def test_the_page_asks_as_often_for_one_guest_as_for_three(
    browser: Client, booking: Booking
) -> None:
    counts = []
    for _ in range(2):
        a_guest(booking)
        with CaptureQueriesContext(connection) as queries:
            browser.get(address(booking))
        counts.append(len(queries))
        a_guest(booking)
    assert counts == [8, 8]


def test_needs_are_in_no_log(
    browser: Client, booking: Booking, caplog: pytest.LogCaptureFixture
) -> None:
    one, _ = forms(browser.get(address(booking)))
    with caplog.at_level(logging.DEBUG, logger="plaudit"):
        browser.post(address(booking), {**one, "name": "Ada Q", "dietary": "qzdiet"})
        browser.post(address(booking), {**one, "name": "", "dietary": "qzdiet"})
    told = " ".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert "qzdiet" not in told
    assert "Ada Q" not in told
