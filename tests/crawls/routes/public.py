"""The rows of what anybody may read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.crawls.roles import EVERYBODY, NEITHER, NOTHING_THERE, Route, everybody
from tests.crawls.routes.places import edition_of, public_category


def _desk(place: SimpleNamespace) -> dict[str, Any]:
    return edition_of(place) | {"desk": place.desk.slug}


def _kind(place: SimpleNamespace) -> dict[str, Any]:
    return edition_of(place) | {"kind": "attend"}


def _enquiry_token(place: SimpleNamespace) -> dict[str, Any]:
    return {"token": place.enquiry.token}


PUBLIC = [
    Route("public_index", EVERYBODY, NEITHER),
    Route("public_robots", EVERYBODY, NEITHER),
    Route("public_sitemap", EVERYBODY, NEITHER),
    *(
        Route(name, EVERYBODY, NEITHER, edition_of)
        for name in (
            "public_edition",
            "public_how",
            "public_judges",
            "public_faq",
            "public_contact",
        )
    ),
    Route("public_category", EVERYBODY, NEITHER, public_category),
    Route("public_adviser", EVERYBODY, everybody(422), edition_of),
    Route("public_winners", everybody(NOTHING_THERE), NEITHER, edition_of),
    Route("public_desk", EVERYBODY, everybody(422), _desk),
    Route("public_interest", EVERYBODY, everybody(422), _kind),
    Route("public_payment_notices", NEITHER, everybody(NOTHING_THERE)),
    Route(
        "public_receipt",
        EVERYBODY,
        NEITHER,
        lambda place: {"reference": place.submission.reference},
    ),
    Route("public_enquiry", EVERYBODY, NEITHER, _enquiry_token),
    Route("public_enquiry_messages", NEITHER, everybody(422), _enquiry_token),
]
