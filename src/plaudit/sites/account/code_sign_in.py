"""Signing in by a mailed code, over allauth's machinery: it keeps the code in the session and checks it."""

from __future__ import annotations

import datetime as dt

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.db import transaction
from django.http import HttpRequest

from plaudit.kit.identifiers import new_identifier
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people import mail
from plaudit.people.devices import remember_device
from plaudit.people.limits import may_try
from plaudit.people.models import Person

ASKING = "30/m/ip,400/h/ip,3/m/key,10/h/key"
GUESSING = "5/15m/key"


@transaction.atomic
def send_code(request: HttpRequest, person: Person, *, at: dt.datetime) -> None:
    """Keep a fresh code in the browser's session, in place of any before, and queue the mail that brings it."""
    waiting = LoginCodeVerificationProcess.initiate(
        request=request, user=person, email=person.email
    )
    subject, body = mail.sign_in_code(waiting.code)
    queue_mail("sign_in_code", to=person, cause=new_identifier(), subject=subject, body=body, at=at)


def may_ask_for_code(request: HttpRequest, email: str) -> bool:
    """Count one request for a code, for the network address and for the e-mail address."""
    return may_try(request, "sign_in_code", ASKING, key=email.strip().lower())


def code_waiting(request: HttpRequest) -> LoginCodeVerificationProcess | None:
    """Return the code that this browser was promised, or None when there is none or its time is up."""
    stage = LoginStageController.enter(request, LoginByCodeStage.key)
    return LoginCodeVerificationProcess.resume(stage) if stage else None


def may_guess(request: HttpRequest, waiting: LoginCodeVerificationProcess) -> bool:
    """Count one guess at this code.

    The count that allauth keeps in the session can be outrun by guesses sent all at once; this one cannot.
    """
    guesses_at = f"{request.session.session_key}:{waiting.state['at']}"
    return may_try(request, "sign_in_guess", GUESSING, key=guesses_at)


def finish_sign_in(
    request: HttpRequest, waiting: LoginCodeVerificationProcess, *, at: dt.datetime
) -> None:
    """Sign the person in under a new session key and note the browser. Raises `Refused` for a closed account."""
    waiting.finish(None)
    remember_device(request.session, user_agent=request.headers.get("User-Agent", ""), at=at)
