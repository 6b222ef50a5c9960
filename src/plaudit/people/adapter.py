from __future__ import annotations

from typing import Any, NoReturn

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.cryptokit import generate_user_code
from django.conf import settings
from django.http import HttpRequest

from plaudit.kit.verdict import Refused
from plaudit.people.models import Person
from plaudit.people.rules import is_own_path


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """What allauth may do here: keep a code, check it, and sign a person in. No page and no mail of its own."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing. Mail leaves from the outbox alone, so the page that asks for a code queues it there."""

    def generate_login_code(self) -> str:
        """Return eight random digits, which a phone's keypad types easily: "1234-5678"."""
        return str(generate_user_code(numeric=True, length=8))

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: asking for a code is enough (`people.actions.sign_in`)."""
        return False

    def get_login_stages(self) -> list[str]:
        """A code is the whole of signing in. A passkey stands in for it, and is never asked for on top."""
        return ["allauth.account.stages.LoginByCodeStage"]

    def is_safe_url(self, url: str | None) -> bool:
        return url is not None and is_own_path(url)

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> NoReturn:
        raise Refused(
            "This account has been closed. Write to the organiser if you think that is a mistake."
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address of the browser, as the last of our own proxies saw it.

        Each proxy appends to X-Forwarded-For the address it was called from. Of its entries only the last
        `TRUSTED_PROXIES` were written by ours; what stands before them is whatever the sender chose to write.
        """
        hops = [
            hop.strip()
            for hop in request.headers.get("X-Forwarded-For", "").split(",")
            if hop.strip()
        ]
        trusted = settings.TRUSTED_PROXIES
        if trusted and len(hops) >= trusted:
            return hops[-trusted]
        return str(request.META.get("REMOTE_ADDR") or "unknown")
