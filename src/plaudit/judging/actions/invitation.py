from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.judging.actions.round import round_to_join
from plaudit.judging.mail import invitation_mail
from plaudit.judging.models import Judge, JudgeInvitation, Panel, PanelMember
from plaudit.judging.queries.judges import current_round
from plaudit.judging.rules import may_answer, may_join, may_run_judging
from plaudit.kit.identifiers import new_token
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.actions.profile import name_person
from plaudit.people.models import Person
from plaudit.programmes.models import Category


@transaction.atomic
def invite_judge(
    category: Category, *, email: str, name: str, by: Person, at: dt.datetime
) -> JudgeInvitation:
    """Ask somebody, by mail, to join a category's panel.

    Checks that `by` runs the judging and that it has not closed. An address asked before gets no second
    mail while its invitation stands; after a refusal or a withdrawn invitation it is asked anew, with a
    new link. Queues the invitation. Raises `Refused`.
    """
    require(may_run_judging(by, category.edition))
    require(may_join(current_round(category.edition, at), category.edition, at))
    invitation, is_new = JudgeInvitation.objects.select_for_update(of=("self",)).get_or_create(
        category=category,
        email=email.strip().lower(),
        defaults={
            "edition": category.edition,
            "name": name.strip(),
            "invited_by": by,
            "invited_at": at,
        },
    )
    if not is_new:
        if invitation.declined_at is None and invitation.revoked_at is None:
            return invitation
        _ask_again(invitation, name=name.strip(), by=by, at=at)
    subject, body = invitation_mail(invitation)
    queue_mail(
        "judge_invitation",
        to=invitation.email,
        cause=f"{invitation.pk} {invitation.invited_at.isoformat()}",
        subject=subject,
        body=body,
        at=at,
    )
    return invitation


@transaction.atomic
def accept_judge_invitation(invitation: JudgeInvitation, *, by: Person, at: dt.datetime) -> Judge:
    """Make the person a judge of the edition and a member of the category's panel.

    Checks that `by` has the invited address, that the invitation stands and that judging has not closed.
    Accepting again changes nothing. Gives the person the invited name when they have none yet. Locks the
    invitation, then the edition. Raises `Refused`.
    """
    locked = _lock(invitation)
    require(may_answer(locked, by))
    if locked.judge is not None:
        return locked.judge
    require(may_join(current_round(locked.edition, at), locked.edition, at))
    if not by.name:
        name_person(by, name=locked.name, job_title=by.job_title, at=at)
    round_ = round_to_join(locked.edition, at)
    judge, _ = Judge.objects.get_or_create(
        edition=locked.edition, person=by, defaults={"joined_at": at}
    )
    panel, _ = Panel.objects.get_or_create(round=round_, category_id=locked.category_id)
    PanelMember.objects.get_or_create(panel=panel, judge=judge)
    locked.accepted_at, locked.judge = at, judge
    locked.save(update_fields=["accepted_at", "judge"])
    return judge


@transaction.atomic
def decline_judge_invitation(invitation: JudgeInvitation, *, by: Person, at: dt.datetime) -> None:
    """Record that the person will not judge the category. Declining again changes nothing.

    Checks that `by` has the invited address and has not accepted. Locks the invitation. Raises `Refused`.
    """
    locked = _lock(invitation)
    if locked.declined_at is not None and locked.email == by.email.lower():
        return
    require(may_answer(locked, by))
    if locked.accepted_at is not None:
        raise Refused(
            "You have accepted this invitation. To leave the panel, write to the organiser."
        )
    locked.declined_at = at
    locked.save(update_fields=["declined_at"])


@transaction.atomic
def revoke_judge_invitation(invitation: JudgeInvitation, *, by: Person, at: dt.datetime) -> None:
    """Take an unanswered invitation back. Its link then says so.

    Checks that `by` runs the judging and that nobody has accepted. Locks the invitation. Raises `Refused`.
    """
    require(may_run_judging(by, invitation.edition))
    locked = _lock(invitation)
    if locked.accepted_at is not None:
        raise Refused("This judge has accepted already.")
    if locked.revoked_at is None:
        locked.revoked_at = at
        locked.save(update_fields=["revoked_at"])


def _lock(invitation: JudgeInvitation) -> JudgeInvitation:
    found = JudgeInvitation.objects.select_for_update(of=("self",))
    return found.select_related("edition", "judge").get(pk=invitation.pk)


def _ask_again(invitation: JudgeInvitation, *, name: str, by: Person, at: dt.datetime) -> None:
    invitation.name, invitation.invited_by, invitation.invited_at = name, by, at
    invitation.declined_at = invitation.revoked_at = None
    invitation.token = new_token()
    invitation.save()
