"""Words and rows of the account page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse_lazy

from plaudit.kit.dates import clock_time, short_day
from plaudit.people.devices import Device
from plaudit.sites.account.passkeys import Passkey

ZONE = ZoneInfo("Europe/London")
ACCOUNT_NAV: list[dict[str, Any]] = [
    {"text": "Your work", "href": reverse_lazy("home")},
    {"text": "Sign out", "href": reverse_lazy("sign_out"), "post": True},
]


def device_rows(devices: Iterable[Device]) -> list[dict[str, str]]:
    """Return each browser with when it signed in."""
    return [
        {
            "browser": device.browser + (" (this one)" if device.is_this_one else ""),
            "since": _since(device.signed_in_at),
        }
        for device in devices
    ]


def passkey_rows(passkeys: Iterable[Passkey]) -> list[dict[str, object]]:
    """Return each passkey with when it was made and last used."""
    return [
        {
            "id": passkey.id,
            "name": passkey.name,
            "made": f"Made on {short_day(passkey.made_at, ZONE)}",
            "used": f"last used on {short_day(passkey.used_at, ZONE)}"
            if passkey.used_at
            else "not used yet",
        }
        for passkey in passkeys
    ]


def _since(instant: dt.datetime | None) -> str:
    return (
        f"Signed in on {short_day(instant, ZONE)} at {clock_time(instant, ZONE)}" if instant else ""
    )
