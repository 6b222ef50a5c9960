"""How often something may be tried, counted in the cache shared by all processes."""

from __future__ import annotations

from allauth.core.internal.ratelimit import consume
from django.http import HttpRequest


def may_try(request: HttpRequest, action: str, rates: str, *, key: str = "") -> bool:
    """Count one try of `action` and say whether it is within its `rates`.

    `rates` is written "20/m/ip,3/m/key": so many in a second, minute, hour or day for each network address or for
    each `key` (an e-mail address, say, which is stored only as a hash).
    """
    return (
        consume(request, app="plaudit", action=action, config={action: rates}, key=key) is not None
    )
