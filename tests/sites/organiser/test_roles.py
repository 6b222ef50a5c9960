"""What each role of the team finds, and who is told to ask the director."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import TeamRole
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN, a_team_member, an_edition

pytestmark = pytest.mark.django_db

EVERYBODY = {"organiser_edition", "organiser_enquiries", "organiser_settings"}
ALLOWED = {
    TeamRole.ENTRIES: EVERYBODY
    | {
        "organiser_categories",
        "organiser_new_category",
        "organiser_groups",
        "organiser_brief",
        "organiser_entries",
        "organiser_questions",
        "organiser_desks",
        "organiser_new_desk",
        "organiser_registrations",
    },
    TeamRole.MEDIA: EVERYBODY | {"organiser_questions"},
    TeamRole.JUDGING: EVERYBODY
    | {
        "organiser_entries",
        "organiser_judging",
        "organiser_invitations",
        "organiser_invite",
        "organiser_allocation",
        "organiser_progress",
        "organiser_results",
        "organiser_anchors",
    },
}
PAGES = set().union(*ALLOWED.values()) | {
    "organiser_details",
    "organiser_team",
    "organiser_announcement",
    "organiser_next_edition",
}


@pytest.mark.parametrize("role", [TeamRole.ENTRIES, TeamRole.MEDIA, TeamRole.JUDGING])
def test_a_role_opens_its_own_pages_and_no_other(
    role: TeamRole, signed_in: Callable[[Person], Client]
) -> None:
    edition, person = an_edition(), a_person()
    a_team_member(edition.programme, person, role)
    browser = signed_in(person)
    with frozen_at(WHILE_OPEN):
        found = {name: browser.get(reverse(name, args=[edition.pk])) for name in PAGES}
    opened = {name for name, response in found.items() if response.status_code == 200}
    assert opened == ALLOWED[role]
    refused = [response for name, response in found.items() if name not in opened]
    assert {response.status_code for response in refused} == {403}
    assert all("Ask the awards director" in response.content.decode() for response in refused)
    menu = found["organiser_edition"].content.decode()
    for name in (
        "organiser_categories",
        "organiser_entries",
        "organiser_judging",
        "organiser_results",
    ):
        assert (f'href="{reverse(name, args=[edition.pk])}"' in menu) == (name in ALLOWED[role])


def test_scores_are_for_those_who_look_after_judging(signed_in: Callable[[Person], Client]) -> None:
    edition, person = an_edition(), a_person()
    a_team_member(edition.programme, person, TeamRole.ENTRIES)
    browser = signed_in(person)
    with frozen_at(WHILE_OPEN):
        entries = browser.get(reverse("organiser_entries", args=[edition.pk])).content.decode()
        assert "scores/export" not in entries
        assert (
            browser.get(reverse("organiser_entries_export", args=[edition.pk, "csv"])).status_code
            == 200
        )
        assert (
            browser.get(reverse("organiser_scores_export", args=[edition.pk, "csv"])).status_code
            == 403
        )
