"""Mail about an account: functions that return a subject and a body."""

from __future__ import annotations

from django.conf import settings

from plaudit.people.models import Person


def sign_in_code(code: str) -> tuple[str, str]:
    """The mail that brings a code. The same for somebody new and somebody known."""
    body = f"""Your code to sign in is

    {code}

Enter it on the page where you asked for it. It works once, within 15 minutes.

If you did not ask for it, somebody typed your address by mistake. You can
ignore this mail: without the code nobody can sign in.

{settings.BASE_URL}
"""
    return "Your code to sign in", body


def passkey_added(person: Person) -> tuple[str, str]:
    body = f"""Hello {person.display_name}

A passkey was added to your account. From now on it can be used to sign in
without a code.

If that was not you, sign in with a code, remove the passkey and sign out
everywhere else:

{settings.BASE_URL}/account/
"""
    return "A passkey was added to your account", body


def passkey_removed(person: Person) -> tuple[str, str]:
    body = f"""Hello {person.display_name}

A passkey was removed from your account. You can still sign in with a code
sent to this address.

{settings.BASE_URL}/account/
"""
    return "A passkey was removed from your account", body
