"""Words of the sign-in page."""

from __future__ import annotations

import ipaddress

WHY = {
    "late": "Your code had run out, or was used already. Ask for a new one: nothing has been lost.",
    "guesses": "That code was tried too often, so it no longer works. Ask for a new one: nothing has been lost.",
    "often": "That address was sent several codes just now. Wait a minute, then ask again: nothing has been lost.",
    "passkey": "That passkey could not be used. Ask for a code instead, or try again.",
}


def why(reason: str) -> str:
    """Return why the person is here again, or nothing."""
    return WHY.get(reason, "")


def passkey_note(host: str) -> str:
    """Return why passkeys cannot be used at this host: browsers know them by name, and an IP address is none."""
    name, _, port = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "")
    try:
        address = ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return ""
    if address.is_loopback:
        return f"Passkeys do not work at {host}. Open http://localhost{':' + port if port else ''} to use one."
    return f"Passkeys do not work at {host}, because that is a number and not a name. Use a code."
