"""The words of an invitation to judge."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from plaudit.judging.models import JudgeInvitation
from plaudit.judging.rules import may_answer
from plaudit.kit.dates import moment
from plaudit.kit.verdict import Verdict
from plaudit.people.models import Person


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """`note` says why it cannot be answered now, when it cannot; addresses are empty unless they help."""

    category: str
    category_address: str
    name: str
    organiser: str
    facts: list[tuple[str, str]]
    note: str
    can_answer: bool
    acceptance: str
    refusal: str
    sign_in: str
    signed_in_as: str


def invitation_page(
    invitation: JudgeInvitation, person: Person | None, sign_in: str, joining: Verdict
) -> InvitationPage:
    """Return the page as `person` sees it, or somebody not signed in; `joining` says whether one still can."""
    edition = invitation.edition
    answered = invitation.declined_at or invitation.revoked_at or invitation.accepted_at
    is_open = bool(joining) and not answered
    can_answer = is_open and person is not None and bool(may_answer(invitation, person))
    wrong_person = is_open and person is not None and not can_answer
    return InvitationPage(
        category=invitation.category.name,
        category_address=reverse(
            "public_category",
            args=[edition.programme.slug, edition.slug, invitation.category.slug],
        )
        if edition.published_at and invitation.category.published_at
        else "",
        name=invitation.name,
        organiser=edition.programme.organiser_name,
        facts=[
            ("Award programme", edition.name),
            ("Judging opens", moment(edition.judging_opens_at, edition.zone)),
            ("Judging closes", moment(edition.judging_closes_at, edition.zone)),
            ("Invited address", invitation.email),
        ],
        note=_note(invitation, person, is_open=is_open, wrong_person=wrong_person)
        or joining.reason,
        can_answer=can_answer,
        acceptance=reverse("judge_invitation_acceptance", args=[invitation.token]),
        refusal=reverse("judge_invitation_refusal", args=[invitation.token]),
        sign_in=sign_in if is_open and person is None else "",
        signed_in_as=person.email if wrong_person and person else "",
    )


def _note(
    invitation: JudgeInvitation, person: Person | None, *, is_open: bool, wrong_person: bool
) -> str:
    if invitation.revoked_at:
        return "The organiser has taken this invitation back. There is nothing for you to do."
    if invitation.declined_at:
        return "You have declined. Thank you for the answer. The organiser can ask you again."
    if invitation.accepted_at:
        return "This invitation has been accepted."
    if wrong_person:
        return (
            f"It was sent to {invitation.email}. Sign out, then open the link in the mail again and "
            "sign in with that address."
        )
    if person is None and is_open:
        return (
            f"To answer, sign in as {invitation.email}. We send you a code; no password is needed."
        )
    return ""
