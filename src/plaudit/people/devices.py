"""The browsers in which a person is signed in, as they may recognise them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from plaudit.kit.clock import real_now
from plaudit.people.models import Person

SIGNED_IN_AT = "signed_in_at"
BROWSER = "browser"
DEVICES_SHOWN = 50
BROWSERS = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
]


@dataclass(frozen=True)
class Device:
    """A browser in which a person is signed in."""

    browser: str
    signed_in_at: dt.datetime | None
    is_this_one: bool


def remember_device(session: SessionBase, *, user_agent: str, at: dt.datetime) -> None:
    """Note in the session when and in which browser the person signed in, for them to recognise it by."""
    session[SIGNED_IN_AT] = at.isoformat()
    session[BROWSER] = browser_name(user_agent)


def signed_in_at(session: Mapping[str, Any]) -> dt.datetime | None:
    """Return when the browser signed in, or None when it did so by other ways than the sign-in page."""
    text = session.get(SIGNED_IN_AT)
    return dt.datetime.fromisoformat(text) if text else None


def devices_of(person: Person, current: str | None) -> list[Device]:
    """Return the browsers in which the person is signed in, `current` (a session key) first, then the latest."""
    rows = person.sessions.filter(expire_date__gt=real_now()).order_by("-expire_date")[
        :DEVICES_SHOWN
    ]
    devices = []
    for row in rows:
        data = row.get_decoded()
        browser = data.get(BROWSER) or "A browser"
        devices.append(Device(browser, signed_in_at(data), row.session_key == current))
    return sorted(devices, key=lambda device: not device.is_this_one)


def browser_name(user_agent: str) -> str:
    """Return "Firefox on Windows" and the like, as far as the browser says."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "A browser")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return f"{browser} on {system}" if system else browser
