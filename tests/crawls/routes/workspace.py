"""The rows of an organisation's workspace, which only its awards lead enters."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.crawls.roles import (
    NEITHER,
    NOT_THAT_METHOD,
    NOTHING_THERE,
    SIGN_IN,
    SIGNED_IN,
    SIGNED_OUT,
    Route,
    everybody,
    nobody_but,
)


def _led(place: SimpleNamespace) -> dict[str, Any]:
    return {"organisation": place.lead.pk}


def _lead_page(name: str, get: int, post: int, **arguments: str) -> Route:
    """A page of an organisation's awards lead, and of nobody else."""
    return Route(
        name,
        NEITHER if get == NOT_THAT_METHOD else nobody_but(SIGN_IN, (("awards_lead",), get)),
        NEITHER if post == NOT_THAT_METHOD else nobody_but(SIGNED_OUT, (("awards_lead",), post)),
        lambda place: (
            _led(place) | {key: getattr(place, value).pk for key, value in arguments.items()}
        ),
    )


WORKSPACE = [
    Route("workspaces", SIGNED_IN, NEITHER),
    Route("workspace_requests", NEITHER, everybody(NOTHING_THERE, anonymous=SIGNED_OUT)),
    _lead_page("workspace", 200, NOT_THAT_METHOD),
    _lead_page("workspace_entry", 200, NOT_THAT_METHOD, entry="submitted"),
    _lead_page("workspace_approvals", NOT_THAT_METHOD, 422, entry="submitted"),
    _lead_page("workspace_owner", NOT_THAT_METHOD, 422, entry="submitted"),
    _lead_page("workspace_people", 200, 422),
    _lead_page("workspace_places", 302, 422, edition="edition"),
    _lead_page("workspace_tables", 200, NOT_THAT_METHOD, edition="edition"),
    _lead_page("workspace_bookings", NOT_THAT_METHOD, 422, edition="edition"),
    _lead_page("workspace_booking", 200, NOT_THAT_METHOD, booking="booking"),
    _lead_page("workspace_booking_changes", NOT_THAT_METHOD, 422, booking="booking"),
    _lead_page("workspace_booking_billing", NOT_THAT_METHOD, 422, booking="booking"),
    _lead_page("workspace_booking_cancellation", 200, 422, booking="booking"),
    _lead_page(
        "workspace_booking_paper", 200, NOT_THAT_METHOD, booking="booking", movement="movement"
    ),
    _lead_page("workspace_guests", 200, 422, booking="booking"),
    _lead_page("workspace_guest_list", NOT_THAT_METHOD, 422, booking="booking"),
    _lead_page("workspace_guest", 200, 422, booking="booking", guest="guest"),
    _lead_page("workspace_guest_removal", NOT_THAT_METHOD, 302, booking="booking", guest="guest"),
    _lead_page("workspace_answer", NOT_THAT_METHOD, 302, membership="asking"),
    _lead_page("workspace_end", NOT_THAT_METHOD, 302, membership="membership"),
]
