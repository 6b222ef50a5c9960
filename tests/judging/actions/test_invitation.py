from __future__ import annotations

import pytest

from plaudit.judging.actions.invitation import (
    accept_judge_invitation,
    decline_judge_invitation,
    invite_judge,
    revoke_judge_invitation,
)
from plaudit.judging.models import Judge, JudgeInvitation, PanelMember, Round
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from tests.factories.judging import WHILE_INVITING, a_new_judge, an_invitation
from tests.factories.people import a_person
from tests.factories.programmes import (
    AFTER_JUDGING,
    JUDGING_CLOSES,
    JUDGING_OPENS,
    WHILE_JUDGING,
    a_category,
    director_of,
)

pytestmark = pytest.mark.django_db


def test_an_invitation_is_mailed_once_with_its_link() -> None:
    category = a_category()
    person = a_person()
    first = an_invitation(category, person)
    second = an_invitation(category, person, at=WHILE_JUDGING)
    assert first == second
    mail = OutboxMessage.objects.get(kind="judge_invitation")
    assert (mail.recipient, mail.created_at) == (person.email, WHILE_INVITING)
    assert f"/judging/invitations/{first.token}/" in mail.body


def test_only_the_director_and_the_judging_desk_invite() -> None:
    with pytest.raises(Refused, match="not on the team"):
        invite_judge(
            a_category(), email="a@example.org", name="A", by=a_person(), at=WHILE_INVITING
        )
    assert not JudgeInvitation.objects.exists()


def test_accepting_makes_a_judge_on_the_panel_of_a_first_round() -> None:
    category = a_category()
    person = a_person()
    invitation = an_invitation(category, person)
    judge = accept_judge_invitation(invitation, by=person, at=WHILE_INVITING)
    assert (judge.edition, judge.person) == (category.edition, person)
    round_ = Round.objects.get(edition=category.edition)
    assert (round_.position, round_.name) == (1, "Scoring")
    assert (round_.opens_at, round_.closes_at) == (JUDGING_OPENS, JUDGING_CLOSES)
    member = PanelMember.objects.get()
    assert (member.judge, member.panel.category, member.panel.round) == (judge, category, round_)


def test_accepting_again_or_for_a_second_category_makes_no_second_judge() -> None:
    category = a_category()
    person = a_person()
    invitation = an_invitation(category, person)
    first = accept_judge_invitation(invitation, by=person, at=WHILE_INVITING)
    assert accept_judge_invitation(invitation, by=person, at=WHILE_JUDGING) == first
    assert a_new_judge(a_category(category.edition), person) == first
    assert Judge.objects.count() == 1
    assert PanelMember.objects.count() == 2


def test_somebody_without_a_name_takes_the_invited_one() -> None:
    category = a_category()
    nameless = Person.objects.create(email="ash@example.org")
    by = director_of(category.edition)
    invitation = invite_judge(
        category, email="ASH@example.org", name="Ash Lee", by=by, at=WHILE_INVITING
    )
    accept_judge_invitation(invitation, by=nameless, at=WHILE_INVITING)
    assert Person.objects.get(pk=nameless.pk).name == "Ash Lee"


def test_nobody_else_can_answer() -> None:
    invitation = an_invitation(a_category())
    for answer in (accept_judge_invitation, decline_judge_invitation):
        with pytest.raises(Refused, match="another address"):
            answer(invitation, by=a_person(), at=WHILE_INVITING)
    assert not Judge.objects.exists()


def test_a_declined_invitation_stays_declined_until_it_is_sent_anew() -> None:
    category = a_category()
    person = a_person()
    invitation = an_invitation(category, person)
    decline_judge_invitation(invitation, by=person, at=WHILE_INVITING)
    decline_judge_invitation(invitation, by=person, at=WHILE_JUDGING)
    with pytest.raises(Refused, match="You have declined"):
        accept_judge_invitation(invitation, by=person, at=WHILE_INVITING)
    again = an_invitation(category, person, at=WHILE_JUDGING)
    assert (again.pk, again.token == invitation.token) == (invitation.pk, False)
    assert OutboxMessage.objects.filter(kind="judge_invitation").count() == 2
    assert accept_judge_invitation(again, by=person, at=WHILE_JUDGING).person == person


def test_a_revoked_invitation_cannot_be_accepted_nor_an_accepted_one_revoked_or_declined() -> None:
    category = a_category()
    director = director_of(category.edition)
    person, other = a_person(), a_person()
    revoked = an_invitation(category, person)
    revoke_judge_invitation(revoked, by=director, at=WHILE_INVITING)
    with pytest.raises(Refused, match="taken this invitation back"):
        accept_judge_invitation(revoked, by=person, at=WHILE_INVITING)
    accepted = an_invitation(category, other)
    accept_judge_invitation(accepted, by=other, at=WHILE_INVITING)
    with pytest.raises(Refused, match="accepted already"):
        revoke_judge_invitation(accepted, by=director, at=WHILE_INVITING)
    with pytest.raises(Refused, match="leave the panel"):
        decline_judge_invitation(accepted, by=other, at=WHILE_INVITING)


def test_nobody_is_invited_or_joins_once_judging_has_closed() -> None:
    category = a_category()
    director = director_of(category.edition)
    person = a_person()
    invitation = an_invitation(category, person)
    with pytest.raises(Refused, match="Judging closed at 5pm on Friday 30 April 2027"):
        invite_judge(category, email="b@example.org", name="B", by=director, at=AFTER_JUDGING)
    with pytest.raises(Refused, match="nobody can join a panel any more"):
        accept_judge_invitation(invitation, by=person, at=AFTER_JUDGING)
    accepted = accept_judge_invitation(invitation, by=person, at=JUDGING_CLOSES)
    assert accept_judge_invitation(invitation, by=person, at=AFTER_JUDGING) == accepted
    assert set(JudgeInvitation.objects.values_list("email")) == {(person.email,)}
    assert set(OutboxMessage.objects.values_list("recipient")) == {(person.email,)}
