from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import Category, TeamRole
from plaudit.results.models import Correction, Outcome
from plaudit.results.queries import decisions_of
from tests.factories.people import a_person
from tests.factories.programmes import AFTER_JUDGING, a_team_member, director_of
from tests.factories.results import (
    RELEASE,
    an_announced_category,
)

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
WHY = "Two results were exchanged."


@pytest.fixture
def announced() -> tuple[Category, list[Entry]]:
    return an_announced_category()


def address_of(category: Category) -> str:
    return reverse("organiser_corrections", args=[category.edition_id, category.pk])


def typed(first: Entry, second: Entry, **more: str) -> dict[str, str]:
    return {
        f"e-{first.pk}-outcome": "finalist",
        f"e-{first.pk}-citation": "",
        f"e-{second.pk}-outcome": "winner",
        f"e-{second.pk}-citation": "Bold.",
        "reason": WHY,
        "seen": "2",
        **more,
    }


def test_a_correction_is_public_at_once_with_its_day_and_reason(
    client: Client, signed_in: SignedIn, announced: tuple[Category, list[Entry]]
) -> None:
    category, [first, second, _] = announced
    edition = category.edition
    browser = signed_in(director_of(edition))
    winners = reverse("public_winners", args=[edition.programme.slug, edition.slug])
    result = reverse("organiser_result", args=[edition.pk, category.pk])
    with frozen_at(RELEASE):
        assert address_of(category) in browser.get(result).content.decode()
        assert 'name="seen" value="2"' in browser.get(address_of(category)).content.decode()
        assert "Corrected on" not in client.get(winners).content.decode()
        answer = browser.post(address_of(category), typed(first, second))
        assert (answer.status_code, answer["Location"]) == (302, f"{result}?said=corrected")
        public = client.get(winners).content.decode()
        inside = browser.get(result).content.decode()
    assert f"Corrected on 10 June 2027: {WHY}" in public
    assert public.index("Project 2") < public.index("Project 1")
    assert "Project 1: Finalist, before winner" in inside
    assert director_of(edition).display_name in inside


def test_a_category_without_any_award_left_still_says_so(
    client: Client, signed_in: SignedIn, announced: tuple[Category, list[Entry]]
) -> None:
    category, entries = announced
    edition = category.edition
    none = {f"e-{entry.pk}-outcome": "not_placed" for entry in entries}
    with frozen_at(RELEASE):
        signed_in(director_of(edition)).post(
            address_of(category), {**none, "reason": "Withdrawn by the panel.", "seen": "2"}
        )
        page = reverse("public_winners", args=[edition.programme.slug, edition.slug])
        text = client.get(page).content.decode()
    assert category.name in text
    assert "No award stands in this category." in text
    assert "Withdrawn by the panel." in text
    assert "Project 1" not in text


def test_a_refused_correction_gives_back_what_was_typed(
    signed_in: SignedIn, announced: tuple[Category, list[Entry]]
) -> None:
    category, [first, second, _] = announced
    browser = signed_in(director_of(category.edition))
    with frozen_at(RELEASE):
        for changed, complaint in (
            ({"reason": ""}, "Say why. The reason is published"),
            ({f"e-{first.pk}-outcome": "winner"}, "A category has one winner"),
            ({"seen": "1"}, "Somebody else corrected these awards meanwhile"),
        ):
            answer = browser.post(address_of(category), typed(first, second, **changed))
            text = answer.content.decode()
            assert answer.status_code == 422
            assert complaint in text
            assert "There is a problem" in text
            assert '<option value="winner" selected>' in text
    assert not Correction.objects.exists()
    assert decisions_of(category)[first.pk].outcome == Outcome.WINNER


def test_before_the_release_and_for_others_of_the_team_there_is_no_correcting(
    signed_in: SignedIn, announced: tuple[Category, list[Entry]]
) -> None:
    category, [first, second, _] = announced
    edition = category.edition
    clerk = a_person()
    a_team_member(edition.programme, clerk, TeamRole.JUDGING)
    result = reverse("organiser_result", args=[edition.pk, category.pk])
    with frozen_at(RELEASE):
        assert address_of(category) not in signed_in(clerk).get(result).content.decode()
        assert signed_in(clerk).post(address_of(category), typed(first, second)).status_code == 403
    browser = signed_in(director_of(edition))
    with frozen_at(AFTER_JUDGING):
        assert address_of(category) not in browser.get(result).content.decode()
        assert browser.get(address_of(category))["Location"] == result
        answer = browser.post(address_of(category), typed(first, second))
    assert answer.status_code == 403
    assert "not announced yet" in answer.content.decode()
    assert not Correction.objects.exists()
