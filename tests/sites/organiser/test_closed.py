"""Once it is too late for something, no page offers it, and each says why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from plaudit.judging.models import JudgeInvitation
from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from plaudit.programmes.models import ScoreAnchor
from plaudit.results.models import Outcome
from tests.factories.judging import an_invitation
from tests.factories.programmes import (
    AFTER_JUDGING,
    WHILE_JUDGING,
    WHILE_OPEN,
    a_category,
    an_edition,
    director_of,
)
from tests.factories.results import RELEASE, a_decision, a_judged_category, an_announcement

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
CLOSED = "Judging closed at 5pm on Friday 30 April 2027 (UK time), so nobody can join a panel"


def test_after_judging_nobody_is_offered_to_invite_or_to_give_out_entries(
    signed_in: SignedIn,
) -> None:
    category, _, _ = a_judged_category()
    edition = category.edition
    browser = signed_in(director_of(edition))
    invite, give_out = (
        reverse(name, args=[edition.pk]) for name in ("organiser_invite", "organiser_allocation")
    )
    pages = [
        reverse(name, args=[edition.pk]) for name in ("organiser_judging", "organiser_invitations")
    ]
    with frozen_at(WHILE_JUDGING):
        assert [invite in browser.get(page).content.decode() for page in pages] == [True, True]
        assert give_out in browser.get(pages[0]).content.decode()
        assert f'action="{invite}"' in browser.get(invite).content.decode()
    with frozen_at(AFTER_JUDGING):
        for page in [*pages, invite]:
            text = browser.get(page).content.decode()
            assert CLOSED in text
            assert (f'href="{invite}"' in text, f'action="{invite}"' in text) == (False, False)
            assert give_out not in text


def test_an_invitation_sent_from_a_page_left_open_is_refused_in_words(signed_in: SignedIn) -> None:
    category = a_category()
    browser = signed_in(director_of(category.edition))
    typed = {"name": "Jo", "email": "jo@example.org", "categories": [str(category.pk)]}
    with frozen_at(AFTER_JUDGING):
        answer = browser.post(reverse("organiser_invite", args=[category.edition.pk]), typed)
    assert CLOSED in answer.content.decode()
    assert not JudgeInvitation.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_the_invited_read_that_it_is_too_late(client: Client, signed_in: SignedIn) -> None:
    invitation = an_invitation(a_category())
    person = Person.objects.get(email=invitation.email)
    page = reverse("judge_invitation", args=[invitation.token])
    with frozen_at(AFTER_JUDGING):
        for browser in (client, signed_in(person)):
            text = browser.get(page).content.decode()
            assert CLOSED in text
            assert "Sign in to answer" not in text
            assert reverse("judge_invitation_acceptance", args=[invitation.token]) not in text


def test_an_edition_without_a_category_has_no_panel_to_invite_to(signed_in: SignedIn) -> None:
    edition = an_edition()
    with frozen_at(WHILE_OPEN):
        page = signed_in(director_of(edition)).get(reverse("organiser_invite", args=[edition.pk]))
    text = page.content.decode()
    assert "There is no category yet" in text
    assert reverse("organiser_brief", args=[edition.pk]) in text
    assert "Send the invitation" not in text


def test_what_scores_mean_is_read_not_changed_once_judging_has_opened(signed_in: SignedIn) -> None:
    edition = an_edition()
    ScoreAnchor.objects.update_or_create(edition=edition, value=7, defaults={"meaning": "Strong"})
    browser = signed_in(director_of(edition))
    address = reverse("organiser_anchors", args=[edition.pk])
    with frozen_at(WHILE_OPEN):
        assert f'action="{address}"' in browser.get(address).content.decode()
    with frozen_at(WHILE_JUDGING):
        text = browser.get(address).content.decode()
    assert "so what scores mean is fixed" in text
    assert "Strong" in text
    assert f'action="{address}"' not in text


def test_the_moment_is_offered_only_when_there_is_something_sound_to_announce(
    signed_in: SignedIn,
) -> None:
    category, [first, second, _], _ = a_judged_category()
    edition = category.edition
    browser = signed_in(director_of(edition))
    address = reverse("organiser_announcement", args=[edition.pk])
    form = reverse("organiser_announcement_confirmation", args=[edition.pk])

    def offered() -> tuple[bool, str]:
        text = browser.get(address).content.decode()
        return form in text, text

    with frozen_at(AFTER_JUDGING):
        is_offered, text = offered()
        assert not is_offered
        assert "The moment can be set once an award is decided." in text
        a_decision(first, Outcome.JOINT_WINNER)
        is_offered, text = offered()
        assert not is_offered
        assert "To be put right first" in text
        a_decision(second, Outcome.JOINT_WINNER)
        assert offered()[0]


def test_announced_awards_are_read_not_set(signed_in: SignedIn) -> None:
    category, [first, *_], _ = a_judged_category()
    a_decision(first, Outcome.WINNER)
    an_announcement(category.edition)
    address = reverse("organiser_results", args=[category.edition.pk])
    browser = signed_in(director_of(category.edition))
    with frozen_at(AFTER_JUDGING):
        assert "set the announcement" in browser.get(address).content.decode()
    with frozen_at(RELEASE):
        text = browser.get(address).content.decode()
    assert "set the announcement" not in text
    assert "Read all awards as announced" in text
