"""Passkeys, over allauth's machinery: it makes the challenges, keeps them in the session and checks the answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest

from plaudit.messages.actions.outbox import queue_mail
from plaudit.people import mail
from plaudit.people.models import Person

PASSKEYS_AT_MOST = 10


@dataclass(frozen=True)
class Passkey:
    """A passkey as its owner sees it."""

    id: int
    name: str
    made_at: dt.datetime
    used_at: dt.datetime | None


def passkeys_of(person: Person) -> list[Passkey]:
    """Return the person's passkeys, the oldest first."""
    rows = person.authenticator_set.filter(type=Authenticator.Type.WEBAUTHN).order_by("id")  # type: ignore[attr-defined]
    return [Passkey(row.pk, row.wrap().name, row.created_at, row.last_used_at) for row in rows]


def creation_options(person: Person) -> dict[str, Any]:
    """Return what the browser needs to make a passkey that can sign in by itself."""
    return dict(auth.begin_registration(person, passwordless=True))


def request_options() -> dict[str, Any]:
    """Return what the browser needs to offer the passkeys it has for this site."""
    return dict(auth.begin_authentication(user=None))


@transaction.atomic
def add_passkey(person: Person, credential: str, *, name: str, at: dt.datetime) -> bool:
    """Check the browser's answer, store the passkey and tell the person by mail; False when it does not hold."""
    form = AddWebAuthnForm(
        {"name": name, "credential": credential, "passwordless": True}, user=person
    )
    if not _holds(form):
        return False
    row = auth.WebAuthn.add(
        person, form.cleaned_data["name"], form.cleaned_data["credential"]
    ).instance
    subject, body = mail.passkey_added(person)
    queue_mail("passkey_added", to=person, cause=row.pk, subject=subject, body=body, at=at)
    return True


@transaction.atomic
def remove_passkey(person: Person, passkey: int, *, at: dt.datetime) -> bool:
    """Delete one of the person's passkeys and tell them by mail; False when they have no such one."""
    own = person.authenticator_set.filter(type=Authenticator.Type.WEBAUTHN)  # type: ignore[attr-defined]
    removed, _ = own.filter(pk=passkey).delete()
    if not removed:
        return False
    subject, body = mail.passkey_removed(person)
    queue_mail("passkey_removed", to=person, cause=passkey, subject=subject, body=body, at=at)
    return True


def passkey_answering(request: HttpRequest) -> Authenticator | None:
    """Return the passkey that answered this session's challenge, or None when the answer does not hold."""
    form = LoginWebAuthnForm(request.POST)
    return form.cleaned_data["credential"] if _holds(form) else None


def _holds(form: Form) -> bool:
    """Whether the browser's answer is well-formed and true. What is no answer at all makes the library stumble."""
    try:
        return bool(form.is_valid())
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
