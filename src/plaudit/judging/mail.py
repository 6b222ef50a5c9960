"""What judging mails say. Functions return (subject, body), plain text."""

from __future__ import annotations

from django.conf import settings

from plaudit.judging.models import JudgeInvitation, Round
from plaudit.kit.dates import moment
from plaudit.programmes.models import Edition


def invitation_mail(invitation: JudgeInvitation) -> tuple[str, str]:
    """Ask somebody to judge. The link opens a page with two buttons; it answers nothing by itself."""
    edition = invitation.edition
    address = f"{settings.BASE_URL}/judging/invitations/{invitation.token}/"
    subject = f"Would you judge {invitation.category.name}? {edition.name}"
    body = f"""Dear {invitation.name},

{edition.programme.organiser_name} invites you to judge {invitation.category.name} in {edition.name}.

Judging opens at {moment(edition.judging_opens_at, edition.zone)}
and closes at {moment(edition.judging_closes_at, edition.zone)}.

Read more, and accept or decline, here:
{address}

You will be asked to sign in with this e-mail address. Before you read any entry, you say where you
work and what else ties you to those who entered, so that you are not given entries you could not
judge fairly.

If you did not expect this, you can leave it unanswered.
"""
    return subject, body


def entries_ready_mail(edition: Edition, round_: Round, name: str) -> tuple[str, str]:
    """Tell a judge that entries wait for them. No entry is named: mail is not a safe place for that."""
    subject = f"Your entries are ready to read: {edition.name}"
    body = f"""Dear {name},

Your entries in {edition.name} are ready to read and score:
{settings.BASE_URL}/judging/

Judging closes at {moment(round_.closes_at, edition.zone)}. You can stop and come back on any device:
each score is kept as you give it. When you have scored every entry, confirm your scores. Only
confirmed scores count.
"""
    return subject, body
