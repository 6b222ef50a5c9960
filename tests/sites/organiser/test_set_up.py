from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.judging.queries import current_round
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, Programme, TeamRole
from plaudit.programmes.queries import category_form
from tests.factories.judging import a_judge
from tests.factories.people import a_person
from tests.factories.programmes import (
    BEFORE_OPENING,
    WHILE_OPEN,
    a_category,
    a_programme,
    a_section,
    an_edition,
    director_of,
)

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
DATES = {
    "time_zone": "Europe/London",
    "opens_at": "2027-01-11T09:00",
    "closes_at": "2027-03-12T17:00",
    "judging_opens_at": "2027-03-22T09:00",
    "judging_closes_at": "2027-04-30T17:00",
}
PROGRAMME = {
    "name": "Neighbour Awards",
    "organiser_name": "Example Journal",
    "edition_name": "Neighbour Awards 2027",
}


def form_fields(browser: Client, address: str) -> dict[str, Any]:
    page = html.document_fromstring(browser.get(address).content.decode())
    form = next(one for one in page.xpath("//main//form") if one.get("action") == address)
    return {
        name: value or "" for name, value in form.form_values() if name != "csrfmiddlewaretoken"
    }


def test_a_programme_and_its_edition_come_from_one_form(signed_in: SignedIn) -> None:
    person = a_person()
    with frozen_at(BEFORE_OPENING):
        response = signed_in(person).post(reverse("organiser_programme"), PROGRAMME | DATES)
    assert response.status_code == 302
    [edition] = Edition.objects.all()
    assert (edition.programme.slug, edition.slug) == ("neighbour-awards", "2027")
    assert edition.judging_closes_at == dt.datetime(2027, 4, 30, 16, tzinfo=dt.UTC)
    assert edition.published_at is None
    assert director_of(edition) == person
    assert edition.score_anchors.count() == 6
    assert "confidential" in edition.judge_terms


def test_a_stranger_cannot_add_a_programme_to_the_site(signed_in: SignedIn) -> None:
    a_programme()
    browser = signed_in(a_person())
    assert browser.get(reverse("organiser_programme")).status_code == 403
    assert browser.post(reverse("organiser_programme"), PROGRAMME | DATES).status_code == 403
    assert Programme.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"closes_at": "2027-01-10T17:00"}, "Entries must open before they close."),
        ({"judging_opens_at": "2027-03-01T09:00"}, "Judging cannot open before entries close."),
        ({"time_zone": "Europe/Atlantis"}, "That is not a time zone."),
        (
            {"opens_at": "2027-03-28T01:30", "closes_at": "2027-04-01T10:00"},
            "The clocks go forward",
        ),
        ({"slug": "organise"}, "belongs to the site itself"),
        ({"name": ""}, "Fill in “What is the award programme called?”."),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, str], said: str, signed_in: SignedIn) -> None:
    with frozen_at(BEFORE_OPENING):
        response = signed_in(a_person()).post(
            reverse("organiser_programme"), PROGRAMME | DATES | changed
        )
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Programme.objects.exists()


def test_the_home_goes_straight_to_the_only_edition(signed_in: SignedIn) -> None:
    edition = an_edition()
    browser = signed_in(director_of(edition))
    there = reverse("organiser_edition", args=[edition.pk])
    assert browser.get(reverse("organiser_home"))["Location"] == there
    an_edition(edition.programme, name="Neighbour Awards 2028")
    page = browser.get(reverse("organiser_home")).content.decode()
    assert "Neighbour Awards 2028" in page
    assert there in page


def test_details_come_back_as_they_were_and_change(signed_in: SignedIn) -> None:
    category = a_category()
    a_judge(category)
    edition = category.edition
    browser, address = (
        signed_in(director_of(edition)),
        reverse("organiser_details", args=[edition.pk]),
    )
    with frozen_at(WHILE_OPEN):
        fields = form_fields(browser, address)
        assert (fields["judging_closes_at"], fields["time_zone"]) == (
            "2027-04-30T17:00",
            "Europe/London",
        )
        changed = {
            "accent_colour": "7A1F3D",
            "judging_closes_at": "2027-05-07T17:00",
            "strapline": "Next door",
        }
        assert browser.post(address, fields | changed).status_code == 302
    edition.refresh_from_db()
    assert (edition.accent_colour, edition.strapline) == ("#7A1F3D", "Next door")
    assert edition.judging_closes_at == dt.datetime(2027, 5, 7, 16, tzinfo=dt.UTC)
    round_ = current_round(edition, WHILE_OPEN)
    assert round_ is not None
    assert round_.closes_at == edition.judging_closes_at


def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(
    signed_in: SignedIn,
) -> None:
    edition = an_edition()
    browser, address = (
        signed_in(director_of(edition)),
        reverse("organiser_details", args=[edition.pk]),
    )
    with frozen_at(WHILE_OPEN):
        fields = form_fields(browser, address)
        response = browser.post(address, fields | {"accent_colour": "#FFD700"})
    assert response.status_code == 422
    text = response.content.decode()
    assert "The nearest colour that can be read is #" in text
    assert 'value="#FFD700"' in text


def test_an_open_edition_is_not_closed_in_the_past(signed_in: SignedIn) -> None:
    edition = an_edition()
    browser, address = (
        signed_in(director_of(edition)),
        reverse("organiser_details", args=[edition.pk]),
    )
    with frozen_at(WHILE_OPEN):
        fields = form_fields(browser, address)
        response = browser.post(address, fields | {"closes_at": "2027-01-31T17:00"})
    assert response.status_code == 422
    assert "not at a moment already past" in response.content.decode()


def test_a_category_is_changed_with_its_sections(signed_in: SignedIn) -> None:
    category = a_category(sections={})
    for name in ("Need", "Gain"):
        a_section(category, name, ["Why?", "How?"])
    edition = category.edition
    browser = signed_in(director_of(edition))
    address = reverse("organiser_category", args=[edition.pk, category.pk])
    need, gain = category_form(category)
    with frozen_at(WHILE_OPEN):
        fields = form_fields(browser, address)
        assert fields["c-s0-prompts"].strip() == "Why?\nHow?"
        swapped = {
            "c-s0-title": "Gain",
            "c-s1-title": "Need",
            "c-s1-prompts": "Only this?",
            "c-s1-word_limit": "250",
        }
        response = browser.post(address, fields | swapped)
    assert response.status_code == 302
    first, second = category_form(category)
    assert [(first.pk, first.name), (second.pk, second.name)] == [
        (need.pk, "Gain"),
        (gain.pk, "Need"),
    ]
    assert [prompt.text for prompt in second.prompts.all()] == ["Only this?"]
    assert second.word_limit == 250


def test_a_category_is_published_from_its_preview(signed_in: SignedIn) -> None:
    category = a_category(published_at=None, introduction="")
    edition = category.edition
    browser = signed_in(director_of(edition))
    here = [edition.pk, category.pk]
    with frozen_at(WHILE_OPEN):
        assert (
            "Write an introduction"
            in browser.get(reverse("organiser_category_preview", args=here)).content.decode()
        )
        publication = reverse("organiser_category_publication", args=here)
        assert browser.post(publication).status_code == 403
        category.introduction = "For streets."
        category.save()
        assert browser.post(publication).status_code == 302
    category.refresh_from_db()
    assert category.published_at == WHILE_OPEN


def test_the_last_director_cannot_leave(signed_in: SignedIn) -> None:
    edition = an_edition()
    browser = signed_in(director_of(edition))
    [member] = edition.programme.team.all()
    removal = reverse("organiser_team_removal", args=[edition.pk, member.pk])
    assert browser.post(removal).status_code == 403
    added = {"email": "Second@Example.org", "role": "director"}
    assert browser.post(reverse("organiser_team", args=[edition.pk]), added).status_code == 302
    assert browser.post(removal).status_code == 302
    assert {(one.person.email, one.role) for one in edition.programme.team.all()} == {
        ("second@example.org", TeamRole.DIRECTOR)
    }
