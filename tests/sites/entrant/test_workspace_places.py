from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.enquiries.models import InterestRegistration
from plaudit.entries.actions.membership import grant_membership
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category
from tests.factories.entries import a_complete_entry
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, a_category, an_edition, director_of
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


@pytest.fixture
def category() -> Category:
    return a_category()


@pytest.fixture
def trust(category: Category) -> Organisation:
    trust = an_organisation("Alder Trust")
    a_complete_entry(category, lead=trust)
    return trust


@pytest.fixture
def lead(trust: Organisation, category: Category) -> Person:
    person, director = a_person("Lee Lead"), director_of(category.edition)
    grant_membership(trust, email=person.email, role="awards_lead", by=director, at=WHILE_OPEN)
    return person


def address(trust: Organisation, category: Category) -> str:
    return f"/workspace/{trust.pk}/places/{category.edition.pk}/"


def filled(browser: Client, here: str, **given: object) -> dict[str, object]:
    """Return the form of the page as a browser would send it, with what is typed into it."""
    (form,) = html.fromstring(browser.get(here).content).xpath("//main//form[@method='post']")
    return {**{each.name: each.value or "" for each in form.xpath(".//input|.//textarea")}, **given}


def test_a_lead_asks_changes_it_and_the_organiser_reads_the_last_word(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    browser, here = signed_in(lead), address(trust, category)
    workspace = f"/workspace/{trust.pk}/"
    assert "Your organisation has asked for no places." in words_of(browser.get(workspace))
    for places in (12, 20):
        sent = browser.post(here, filled(browser, here, places=places, note="A ramp, please"))
        assert (sent.status_code, sent["Location"]) == (302, workspace)
    assert "Lee Lead asked for 20 places on" in words_of(browser.get(workspace))
    assert filled(browser, here)["places"] == "20"
    organiser = signed_in(director_of(category.edition))
    listed = reverse("organiser_registrations", args=[category.edition.pk])
    shown = html.fromstring(organiser.get(listed).content).xpath("//tbody/tr")
    assert [row.xpath("string(td[1])") for row in shown] == ["Alder Trust"]
    assert shown[0].xpath("string(td[3])") == "20"
    (exported,) = export(organiser, category)
    assert (exported["Organisation"], exported["Places"], exported["Note"]) == (
        "Alder Trust", "20", "A ramp, please"
    )  # fmt: skip


def export(organiser: Client, category: Category) -> list[dict[str, str]]:
    answer = organiser.get(
        reverse("organiser_registrations_export", args=[category.edition.pk, "csv"])
    )
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text)))


def test_a_form_sent_twice_asks_once(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    browser, here = signed_in(lead), address(trust, category)
    form = filled(browser, here, places=3)
    assert [browser.post(here, form).status_code for _ in range(2)] == [302, 302]
    assert InterestRegistration.objects.count() == 1


@pytest.mark.parametrize("typed", ["", "a dozen", "-1", "501", "2.5", "9" * 40])
def test_what_is_no_number_of_places_is_given_back(
    typed: str, signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    browser, here = signed_in(lead), address(trust, category)
    answer = browser.post(here, filled(browser, here, places=typed, note="Near the stage"))
    assert answer.status_code == 422
    page = html.fromstring(answer.content)
    assert page.xpath("//input[@name='places']/@value") == ([typed] if typed else [])
    assert page.xpath("string(//textarea[@name='note'])").strip() == "Near the stage"
    assert not InterestRegistration.objects.exists()


def test_after_the_ceremony_what_was_asked_is_read_and_no_more_is_asked(
    signed_in: SignedIn, lead: Person, trust: Organisation, category: Category
) -> None:
    browser, here = signed_in(lead), address(trust, category)
    form = filled(browser, here, places=4)
    browser.post(here, form)
    with frozen_at(category.edition.judging_closes_at):
        late = signed_in(lead)
        assert "Lee Lead asked for 4 places on" in words_of(late.get(f"/workspace/{trust.pk}/"))
        assert not html.fromstring(late.get(here).content).xpath("//main//form")
        refused = late.post(here, {**form, "key": "01900000-0000-7000-8000-000000000000"})
    assert refused.status_code == 422
    assert "The ceremony has been held." in words_of(refused)


def test_an_edition_without_an_entry_of_theirs_is_not_there(
    signed_in: SignedIn, lead: Person, trust: Organisation
) -> None:
    other = a_category(an_edition())
    assert signed_in(lead).get(address(trust, other)).status_code == 404
