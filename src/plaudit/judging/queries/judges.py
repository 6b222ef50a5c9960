from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from plaudit.judging.models import Judge, JudgeInvitation, PanelMember, Round
from plaudit.judging.queries.readiness import with_readiness
from plaudit.judging.queries.ties import judge_ties_of
from plaudit.people.models import Person
from plaudit.programmes.models import Edition


def judgeships_of(person: Person) -> QuerySet[Judge]:
    """Return what the person judges, newest edition first, with edition, programme, readiness and ties."""
    return (
        with_readiness(Judge.objects.filter(person=person))
        .annotate(**judge_ties_of("pk"))
        .select_related("edition__programme")
        .order_by("-edition__judging_opens_at", "edition__name")
    )


def judgeship_of(person: Person, judge_id: UUID) -> Judge | None:
    """Return the person's own judgeship with this id, as `judgeships_of` does, or None."""
    return judgeships_of(person).filter(pk=judge_id).first()


def judges_of(edition: Edition) -> QuerySet[Judge]:
    """Return the edition's judges by name, with person, employer, readiness and `panel_memberships`."""
    memberships = PanelMember.objects.select_related("panel__category", "panel__round").order_by(
        "panel__category__position", "panel__category__name"
    )
    return (
        with_readiness(Judge.objects.filter(edition=edition))
        .select_related("person", "employer")
        .prefetch_related(Prefetch("panel_memberships", memberships))
        .order_by("person__name", "person__email")
    )


def invitations_of(edition: Edition) -> QuerySet[JudgeInvitation]:
    """Return every invitation of the edition with its category, the newest first."""
    return (
        JudgeInvitation.objects.filter(edition=edition)
        .select_related("category")
        .order_by("-invited_at", "email")
    )


def invitation_by_token(token: str) -> JudgeInvitation | None:
    """Return the invitation that the mailed link names, with edition, programme and category, or None."""
    return (
        JudgeInvitation.objects.select_related("edition__programme", "category", "judge")
        .filter(token=token)
        .first()
    )


def open_invitations(person: Person) -> QuerySet[JudgeInvitation]:
    """Return the invitations to the person's address that wait for an answer, the newest first."""
    return (
        JudgeInvitation.objects.filter(
            email=person.email.lower(),
            accepted_at__isnull=True,
            declined_at__isnull=True,
            revoked_at__isnull=True,
        )
        .select_related("edition", "category")
        .order_by("-invited_at")
    )


def rounds_of(edition: Edition) -> QuerySet[Round]:
    """Return the edition's rounds in order."""
    return Round.objects.filter(edition=edition).order_by("position")


def current_round(edition: Edition, at: dt.datetime) -> Round | None:
    """Return the first round that has not closed at `at`, else the last; None when there is none yet."""
    rounds = list(rounds_of(edition))
    waiting = [one for one in rounds if at <= one.closes_at]
    return next(iter(waiting or rounds[-1:]), None)
