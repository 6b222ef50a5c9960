"""The rows of an entry, for the people who work on it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.crawls.roles import (
    CONFLICT,
    ENTRANTS,
    EVERYBODY,
    NEITHER,
    NOTHING_THERE,
    REFUSED,
    SIGN_IN,
    SIGNED_IN,
    SIGNED_OUT,
    Arguments,
    Route,
    everybody,
    nobody_but,
)
from tests.crawls.routes.places import public_category


def _entry(place: SimpleNamespace) -> dict[str, Any]:
    return {"entry": place.draft.pk}


def _part(argument: str) -> Arguments:
    """Name the draft and one thing on it."""
    return lambda place: _entry(place) | {argument: getattr(place, argument).pk}


def _version(place: SimpleNamespace) -> dict[str, Any]:
    return _part("criterion")(place) | {"version": 1}


def _comment(place: SimpleNamespace) -> dict[str, Any]:
    return _part("criterion")(place) | {"comment": place.comment.pk}


def _unpaid(place: SimpleNamespace) -> dict[str, Any]:
    return {"entry": place.unpaid.pk}


def _asked_token(place: SimpleNamespace) -> dict[str, Any]:
    return {"token": place.partner_request.token}


ENTRANTS_READ = nobody_but(SIGN_IN, (ENTRANTS, 200))


def _write(name: str, status: int, address: Arguments = _entry, reader: int = REFUSED) -> Route:
    """Whoever may write is answered with `status`; who may only read is told so."""
    may = nobody_but(SIGNED_OUT, (ENTRANTS, status), (("reader",), reader))
    return Route(name, NEITHER, may, address)


def _measure(place: SimpleNamespace) -> dict[str, Any]:
    return _entry(place) | {"evidence": place.measure.pk}


def _own_only(
    name: str,
    status: int,
    address: Arguments = _entry,
    writer: int = REFUSED,
    reader: int = REFUSED,
) -> Route:
    """Only those who may submit are let in."""
    may = nobody_but(SIGNED_OUT, (("owner",), status), (("writer",), writer), (("reader",), reader))
    return Route(name, NEITHER, may, address)


def _document(place: SimpleNamespace) -> dict[str, Any]:
    return _entry(place) | {"attachment": place.document.pk}


def _piece(place: SimpleNamespace) -> dict[str, Any]:
    return _entry(place) | {"evidence": place.document.evidence_id}


def _owners_upload(name: str, status: int) -> Route:
    """A file on its way is its sender's alone."""
    may = nobody_but(SIGNED_OUT, (("owner",), status))
    return Route(name, NEITHER, may, _part("upload"))


def _read(name: str, address: Arguments = _entry) -> Route:
    return Route(name, ENTRANTS_READ, NEITHER, address)


def _page(name: str, writers: int) -> Route:
    """A page that holds its own form."""
    post = nobody_but(SIGNED_OUT, (("owner", "writer"), writers), (("reader",), REFUSED))
    return Route(name, ENTRANTS_READ, post, _entry)


ENTRANT = [
    Route(
        "entry_start",
        everybody(200, anonymous=SIGN_IN),
        everybody(302, anonymous=SIGN_IN),
        public_category,
    ),
    Route("entry_list", SIGNED_IN, NEITHER),
    Route(
        "entry_invitation",
        everybody(200, anonymous=SIGN_IN),
        everybody(REFUSED, anonymous=SIGNED_OUT),
        lambda place: {"token": place.invitation.token},
    ),
    _read("entry_receipt", lambda place: {"reference": place.submission.reference}),
    _read("entry_desk"),
    _page("entry_details", CONFLICT),
    _page("entry_eligibility", 422),
    _page("entry_declarations", 302),
    _read("entry_status"),
    _write("live_token", 200, reader=200),
    _own_only("entry_automatic", 302),
    _read("entry_fee", _unpaid),
    _read("entry_invoice"),
    _write("entry_fee_order", 422, _unpaid, reader=422),
    _own_only("entry_fee_card", REFUSED, _unpaid),
    _write("entry_fee_card_result", 200, _unpaid, reader=200),
    _read("entry_answer", _part("criterion")),
    _write("entry_answer_text", 302, _part("criterion")),
    _read("entry_answer_earlier", _part("criterion")),
    Route("entry_answer_version", ENTRANTS_READ, NEITHER, _version),
    _write("entry_answer_restoration", 302, _version),
    Route(
        "entry_comments",
        ENTRANTS_READ,
        nobody_but(SIGNED_OUT, (("owner", "writer"), 422), (("reader",), REFUSED)),
        _part("criterion"),
    ),
    _write("entry_comment_resolution", 302, _comment),
    Route(
        "entry_hints",
        ENTRANTS_READ,
        nobody_but(SIGNED_OUT, (ENTRANTS, 200)),
        _part("criterion"),
    ),
    _write("entry_hint_dismissals", REFUSED, _part("criterion")),
    _write("entry_hint_restoration", 302, _part("criterion")),
    _write("entry_prompt_ticks", 302, _part("criterion")),
    _write("entry_answer_keeping", 302, _part("criterion")),
    _page("entry_news", REFUSED),
    _read("entry_category"),
    _write("entry_category_moves", NOTHING_THERE, reader=NOTHING_THERE),
    _read("entry_category_move", lambda place: _entry(place) | {"category": place.late.pk}),
    _read("entry_reading"),
    _read("entry_pdf"),
    _read("entry_word"),
    _page("entry_word_upload", 422),
    _write("entry_word_answers", 302),
    Route("partner_confirmation", EVERYBODY, NEITHER, _asked_token),
    Route("partner_confirmation_answer", NEITHER, everybody(422), _asked_token),
    Route(
        "partner_confirmation_file",
        EVERYBODY,
        NEITHER,
        lambda place: _asked_token(place) | {"attachment": place.attachment.pk},
    ),
    _read("entry_partner_confirmation", _part("partner")),
    _write("entry_partner_requests", 422, _part("partner"), reader=422),
    _write("entry_partner_reminder", 302, _part("partner")),
    _write("entry_partner_new_link", 302, _part("partner")),
    _own_only("entry_links", 422, writer=422, reader=422),
    _own_only("entry_link_revocation", 302, _part("link")),
    Route(
        "entry_link",
        everybody(200, anonymous=SIGN_IN, **dict.fromkeys(ENTRANTS, 302)),
        everybody(302, anonymous=SIGNED_OUT),
        lambda place: {"token": place.link.token},
    ),
    _own_only("entry_handover", 422),
    _read("entry_organisations"),
    _write("entry_partners", NOTHING_THERE, reader=NOTHING_THERE),
    _write("entry_new_organisation", 422),
    _write("entry_partner_removal", 200, _part("partner")),  # a second look first
    _write("entry_partner_lead", 302, _part("partner")),
    _write("entry_partner_place", 302, _part("partner")),
    _write("entry_partner_credit", 302, _part("partner")),
    _read("entry_evidence_page"),
    Route(
        "entry_new_evidence",
        ENTRANTS_READ,
        nobody_but(SIGNED_OUT, (ENTRANTS, 422)),
        lambda place: _entry(place) | {"kind": "measure"},
    ),
    Route("entry_evidence_piece", ENTRANTS_READ, nobody_but(SIGNED_OUT, (ENTRANTS, 422)), _measure),
    _write("entry_evidence_removal", 302, _measure),
    _write("entry_evidence_place", 302, _measure),
    _write("entry_evidence_return", 302, _measure),
    _write("entry_evidence_keeping", 302, _measure),
    _read("entry_files"),
    _write("entry_photo", 422, reader=422),
    _write("entry_evidence", 422, reader=422),
    _read("entry_file", _part("attachment")),
    _read("entry_file_reading", _document),
    _write("entry_file_removal", 302, _part("attachment")),
    _write("entry_photo_return", 302, _part("attachment")),
    _write("entry_evidence_file", 422, _piece, reader=422),
    _write("entry_evidence_title", 302, _piece),
    _write("entry_uploads", 422),
    _owners_upload("entry_upload_parts", 200),
    _owners_upload("entry_upload_file", 422),
    _owners_upload("entry_upload_removal", 302),
    _read("entry_people"),
    _write("entry_invitations", 422, reader=422),
    _own_only("entry_invitation_revocation", 302, _part("invitation")),
    Route(
        "entry_contributor_removal",
        NEITHER,
        nobody_but(SIGNED_OUT, (("owner", "reader"), 302), (("writer",), REFUSED)),
        _part("contributor"),
    ),
    _own_only("entry_contributor_level", REFUSED, _part("contributor")),  # no level chosen
    _read("entry_check"),
    _own_only("entry_submissions", 302),
    _page("entry_withdrawal", REFUSED),
    _read("entry_text"),
]
