"""The settings of a real site: key, addresses and mail."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from plaudit.cli.health.finding import Finding, good, note, wrong
from plaudit.kit.clamd import is_there

SHORTEST_KEY = 50
FEWEST_DIFFERENT = 5
ON_THIS_MACHINE = {"localhost", "127.0.0.1", "::1", None}


def check_settings() -> Iterator[Finding]:
    """Load Django with the chosen settings. Later checks need this to have gone well."""
    try:
        import django

        django.setup()
    except Exception as error:  # noqa: BLE001 - whatever it is, the operator needs to hear it
        yield wrong(f"The settings cannot be loaded: {type(error).__name__}: {error}")
        return
    from django.conf import settings

    yield good(f"The settings {settings.SETTINGS_MODULE} load.")
    yield from _check_key(settings.SECRET_KEY)
    yield from _check_scanner(settings.CLAMD_ADDRESS)
    if getattr(settings, "DEMO", False):
        yield note("This is the demo: anyone who can open it can sign in as anyone.")
    else:
        yield from _check_addresses(settings.BASE_URL, settings.ALLOWED_HOSTS)
        yield from _check_mail(settings.EMAIL_HOST, settings.DEFAULT_FROM_EMAIL, settings.BASE_URL)


def _check_key(key: str) -> Iterator[Finding]:
    if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_DIFFERENT:
        yield wrong(
            f"The secret key is too weak. Give PLAUDIT_SECRET_KEY {SHORTEST_KEY} random characters or more, "
            "or unset it: Plaudit then makes one."
        )
    else:
        yield good("The secret key is long enough.")


def _check_addresses(base_url: str, allowed_hosts: list[str]) -> Iterator[Finding]:
    parts = urlsplit(base_url)
    if parts.hostname in ON_THIS_MACHINE:
        yield wrong(
            "PLAUDIT_BASE_URL is not set to the site's public address, so links in mail would lead nowhere. "
            "Set it, for example: PLAUDIT_BASE_URL=https://awards.example.org"
        )
    elif parts.scheme != "https":
        yield wrong(f"PLAUDIT_BASE_URL is {base_url}; a real site must begin with https://")
    elif "*" in allowed_hosts:
        yield wrong("PLAUDIT_ALLOWED_HOSTS allows every name. List the site's own names.")
    elif parts.hostname not in allowed_hosts:
        yield wrong(f"PLAUDIT_ALLOWED_HOSTS does not list {parts.hostname}, the site's own name.")
    else:
        yield good(f"The site is known as {base_url}.")


def _check_mail(host: str, sender: str, base_url: str) -> Iterator[Finding]:
    if sender.rstrip(">").endswith("@localhost"):
        yield wrong(
            "PLAUDIT_MAIL_FROM is not set, and nobody accepts mail from localhost. "
            "Set it to an address of your domain."
        )
    elif host in ON_THIS_MACHINE:
        yield note(
            "Mail goes to a mail server on this machine. Set PLAUDIT_SMTP_HOST if there is none."
        )
    else:
        yield good(f"Mail goes out through {host}, from {sender}.")


def _check_scanner(address: str) -> Iterator[Finding]:
    if address and is_there(address):
        yield good("The virus scanner answers.")
    elif address:
        yield wrong(
            f"The virus scanner at {address} does not answer, so new files are held and nobody can open them. "
            "Start clamd, or unset PLAUDIT_CLAMD."
        )
