"""Who may invite, read, score and confirm, and when. Open or closed is a fact of the clock."""

from __future__ import annotations

import datetime as dt

from plaudit.judging.models import Assignment, Judge, JudgeInvitation, Round
from plaudit.kit.dates import moment
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, TeamRole
from plaudit.programmes.rules import may_work_for


def may_run_judging(person: Person, edition: Edition) -> Verdict:
    """Whether the person may invite judges, allocate entries and recuse: the director or the judging desk."""
    return may_work_for(person, edition.programme, TeamRole.JUDGING)


def may_join(round_: Round | None, edition: Edition, at: dt.datetime) -> Verdict:
    """Whether judges can still be invited and accept at `at`: until the round they would join has closed.

    `round_` is the edition's current one, or None when nobody has accepted yet.
    """
    closes_at = round_.closes_at if round_ else edition.judging_closes_at
    if at > closes_at:
        closed = moment(closes_at, edition.zone)
        return refused(f"Judging closed at {closed}, so nobody can join a panel any more.")
    return ALLOWED


def may_answer(invitation: JudgeInvitation, person: Person) -> Verdict:
    """Whether the person may accept or decline the invitation. Only the invited address may."""
    if person.email.lower() != invitation.email.lower():
        return refused(
            "This invitation was sent to another address. "
            "Sign in with the address that the invitation came to."
        )
    if invitation.revoked_at is not None:
        return refused("The organiser has taken this invitation back.")
    if invitation.declined_at is not None:
        return refused("You have declined this invitation. The organiser can send it again.")
    return ALLOWED


def is_the_judge(judge: Judge, person: Person) -> Verdict:
    """Whether the person is this judge. Nobody else ever acts for a judge."""
    if judge.person_id == person.pk:
        return ALLOWED
    return refused("Only the judge can do this.")


def may_read(round_: Round, edition: Edition, at: dt.datetime) -> Verdict:
    """Whether the round's entries can be read at `at`: from its opening on, for good."""
    if at < round_.opens_at:
        return refused(f"Judging opens at {moment(round_.opens_at, edition.zone)}.")
    return ALLOWED


def is_open(round_: Round, edition: Edition, at: dt.datetime) -> Verdict:
    """Whether the round takes scores at `at`. The closing instant itself is still in time."""
    opened = may_read(round_, edition, at)
    if opened and at > round_.closes_at:
        return refused(f"Judging closed at {moment(round_.closes_at, edition.zone)}.")
    return opened


def may_score(assignment: Assignment, person: Person, at: dt.datetime) -> Verdict:
    """Whether the person may score or abstain from the assignment at `at`, conflicts aside.

    Needs the assignment with its judge, round, entry and edition, and its milestones.
    """
    edition = assignment.judge.edition
    for verdict in (is_the_judge(assignment.judge, person), is_open(assignment.round, edition, at)):
        if not verdict:
            return verdict
    if hasattr(assignment, "recusal"):
        return refused("The organiser has taken this entry off your list.")
    if hasattr(assignment, "abstention"):
        return refused("You have abstained from this entry, so it takes no scores from you.")
    if hasattr(assignment, "scorecard") and hasattr(assignment.scorecard, "confirmation"):
        return refused("You have confirmed these scores. Confirmed scores do not change.")
    return ALLOWED
