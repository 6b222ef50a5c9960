"""The rows of a judge's own room."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.crawls.roles import (
    EVERYBODY,
    NEITHER,
    NOT_THAT_METHOD,
    REFUSED,
    SIGN_IN,
    SIGNED_IN,
    SIGNED_OUT,
    Arguments,
    Route,
    everybody,
    nobody_but,
)


def _judge(place: SimpleNamespace) -> dict[str, Any]:
    return {"judge": place.judge.pk}


def _assignment(place: SimpleNamespace) -> dict[str, Any]:
    return {"assignment": place.assignment.pk}


def _judged_document(place: SimpleNamespace) -> dict[str, Any]:
    """Name the document by its number, which follows on from those of the entry it was begun from."""
    file = place.submitted.attachments.get(evidence__isnull=False)
    return _assignment(place) | {"kind": f"e{file.evidence.number}"}


def _judge_token(place: SimpleNamespace) -> dict[str, Any]:
    return {"token": place.judge_invitation.token}


def _judges_own(name: str, get: int, post: int, address: Arguments) -> Route:
    """A page of one judge: nobody else's, the organisers' neither."""
    return Route(
        name,
        NEITHER if get == NOT_THAT_METHOD else nobody_but(SIGN_IN, (("judge",), get)),
        NEITHER if post == NOT_THAT_METHOD else nobody_but(SIGNED_OUT, (("judge",), post)),
        address,
    )


JUDGE = [
    Route("judge_home", SIGNED_IN, NEITHER),
    Route("judge_invitation", EVERYBODY, NEITHER, _judge_token),
    Route(
        "judge_invitation_acceptance",
        NEITHER,
        everybody(REFUSED, anonymous=SIGNED_OUT),
        _judge_token,
    ),
    Route(
        "judge_invitation_refusal", NEITHER, everybody(REFUSED, anonymous=SIGNED_OUT), _judge_token
    ),
    _judges_own("judge_entry", 200, NOT_THAT_METHOD, _assignment),
    _judges_own("judge_pdf", 200, NOT_THAT_METHOD, _assignment),
    _judges_own("judge_scorecard", NOT_THAT_METHOD, 422, _assignment),
    _judges_own("judge_scorecard_onward", NOT_THAT_METHOD, 422, _assignment),
    _judges_own("judge_abstention", 200, 200, _assignment),
    _judges_own(
        "judge_file", 200, NOT_THAT_METHOD, lambda place: _assignment(place) | {"kind": "photo"}
    ),
    _judges_own(
        "judge_file_reading",
        200,
        NOT_THAT_METHOD,
        _judged_document,
    ),
    _judges_own("judge_stack", 200, NOT_THAT_METHOD, _judge),
    _judges_own("judge_terms", 200, 302, _judge),
    _judges_own("judge_interests", 200, 200, _judge),
    _judges_own("judge_projects", 200, 302, _judge),
    _judges_own("judge_confirmation", 200, REFUSED, _judge),
]
