"""Every named route, and how it answers each person: the whole of who may go where.

`get` and `post` give a status by role; `address` names the arguments of the route, which are looked up in
`World.own`. A form is posted empty, so 302 and 422 both mean that the person was let in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

Answers = Mapping[str, int]
Arguments = Callable[[SimpleNamespace], dict[str, Any]]

SIGN_IN = 302
SIGNED_OUT = 401
REFUSED = 403
NOTHING_THERE = 404
NOT_THAT_METHOD = 405
CONFLICT = 409
ROLES = (
    "anonymous",
    "stranger",
    "owner",
    "reader",
    "writer",
    "rival",
    "judge",
    "conflicted",
    "other_judge",
    "director",
    "entries_desk",
    "media_desk",
    "judging_desk",
    "other_director",
)
ENTRANTS = ("owner", "reader", "writer")
DESKS = ("entries_desk", "media_desk", "judging_desk")


def everybody(status: int, **others: int) -> Answers:
    """Return one answer for all roles but those named."""
    return dict.fromkeys(ROLES, status) | others


def nobody_but(anonymous: int, *groups: tuple[tuple[str, ...], int]) -> Answers:
    """Return 404 for all roles but the groups named; `anonymous` for who is signed out."""
    answers = everybody(NOTHING_THERE, anonymous=anonymous)
    for roles, status in groups:
        answers |= dict.fromkeys(roles, status)
    return answers


def no_arguments(place: SimpleNamespace) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Route:
    name: str
    get: Answers
    post: Answers
    address: Arguments = no_arguments


NEITHER = everybody(NOT_THAT_METHOD)
SIGNED_IN = everybody(200, anonymous=SIGN_IN)
EVERYBODY = everybody(200)


def _edition(place: SimpleNamespace) -> dict[str, Any]:
    return {"programme": place.programme.slug, "edition": place.edition.slug}


def _public_category(place: SimpleNamespace) -> dict[str, Any]:
    return _edition(place) | {"category": place.late.slug}


def _desk(place: SimpleNamespace) -> dict[str, Any]:
    return _edition(place) | {"desk": place.desk.slug}


def _kind(place: SimpleNamespace) -> dict[str, Any]:
    return _edition(place) | {"kind": "attend"}


def _enquiry_token(place: SimpleNamespace) -> dict[str, Any]:
    return {"token": place.enquiry.token}


PUBLIC = [
    Route("public_index", EVERYBODY, NEITHER),
    Route("public_robots", EVERYBODY, NEITHER),
    Route("public_sitemap", EVERYBODY, NEITHER),
    *(
        Route(name, EVERYBODY, NEITHER, _edition)
        for name in (
            "public_edition",
            "public_how",
            "public_judges",
            "public_faq",
            "public_contact",
        )
    ),
    Route("public_category", EVERYBODY, NEITHER, _public_category),
    Route("public_winners", everybody(NOTHING_THERE), NEITHER, _edition),
    Route("public_desk", EVERYBODY, everybody(422), _desk),
    Route("public_interest", EVERYBODY, everybody(422), _kind),
    Route("public_enquiry", EVERYBODY, NEITHER, _enquiry_token),
    Route("public_enquiry_messages", NEITHER, everybody(422), _enquiry_token),
]

ACCOUNT = [
    Route("healthz", EVERYBODY, NEITHER),
    Route("readyz", EVERYBODY, NEITHER),
    Route("sign_in", everybody(302, anonymous=200), everybody(422)),
    Route("sign_in_code", everybody(302), everybody(302)),
    Route("sign_in_passkey", NEITHER, everybody(302)),
    Route("sign_in_passkey_options", NEITHER, EVERYBODY),
    Route("sign_out", everybody(200, anonymous=302), everybody(302)),
    Route("home", everybody(302), everybody(302)),
    Route("account", SIGNED_IN, everybody(NOT_THAT_METHOD, anonymous=SIGN_IN)),
    Route("account_name", SIGNED_IN, everybody(422, anonymous=SIGN_IN)),
    *(
        Route(name, everybody(NOT_THAT_METHOD, anonymous=SIGN_IN), everybody(status, anonymous=302))
        for name, status in (
            ("account_confirmation", 302),
            ("account_elsewhere", 302),
            ("account_passkeys", REFUSED),
            ("account_passkey_options", REFUSED),
        )
    ),
    Route(
        "account_passkey_removal",
        everybody(NOT_THAT_METHOD, anonymous=SIGN_IN),
        everybody(REFUSED, anonymous=SIGN_IN),
        lambda place: {"passkey": 1},
    ),
]


def _entry(place: SimpleNamespace) -> dict[str, Any]:
    return {"entry": place.draft.pk}


def _part(argument: str) -> Arguments:
    """Name the draft and one thing on it."""
    return lambda place: _entry(place) | {argument: getattr(place, argument).pk}


ENTRANTS_READ = nobody_but(SIGN_IN, (ENTRANTS, 200))


def _write(name: str, status: int, address: Arguments = _entry, reader: int = REFUSED) -> Route:
    """Whoever may write is answered with `status`; who may only read is told so."""
    may = nobody_but(SIGNED_OUT, (ENTRANTS, status), (("reader",), reader))
    return Route(name, NEITHER, may, address)


def _own_only(name: str, status: int, address: Arguments = _entry, writer: int = REFUSED) -> Route:
    """Only those who may submit are let in."""
    may = nobody_but(
        SIGNED_OUT, (("owner",), status), (("writer",), writer), (("reader",), REFUSED)
    )
    return Route(name, NEITHER, may, address)


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
        _public_category,
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
    _page("entry_eligibility", 302),
    _read("entry_answer", _part("criterion")),
    _write("entry_answer_text", CONFLICT, _part("criterion")),
    _read("entry_answer_earlier", _part("criterion")),
    _read("entry_organisations"),
    _write("entry_partners", NOTHING_THERE, reader=NOTHING_THERE),
    _write("entry_new_organisation", 422),
    _write("entry_partner_removal", 302, _part("partner")),
    _write("entry_partner_lead", 302, _part("partner")),
    _write("entry_partner_place", 302, _part("partner")),
    _write("entry_partner_credit", 302, _part("partner")),
    _read("entry_files"),
    _write("entry_photo", 422, reader=422),
    _write("entry_evidence", 422, reader=422),
    _read("entry_file", _part("attachment")),
    _write("entry_file_removal", 302, _part("attachment")),
    _read("entry_people"),
    _write("entry_invitations", 422, reader=422),
    _own_only("entry_invitation_revocation", 302, _part("invitation")),
    Route(
        "entry_contributor_removal",
        NEITHER,
        nobody_but(SIGNED_OUT, (("owner", "reader"), 302), (("writer",), REFUSED)),
        _part("contributor"),
    ),
    _read("entry_check"),
    _own_only("entry_submissions", 302),
    _page("entry_withdrawal", REFUSED),
    _read("entry_text"),
]


def _judge(place: SimpleNamespace) -> dict[str, Any]:
    return {"judge": place.judge.pk}


def _assignment(place: SimpleNamespace) -> dict[str, Any]:
    return {"assignment": place.assignment.pk}


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
    _judges_own("judge_scorecard", NOT_THAT_METHOD, 422, _assignment),
    _judges_own("judge_scorecard_onward", NOT_THAT_METHOD, 422, _assignment),
    _judges_own("judge_abstention", 200, 200, _assignment),
    _judges_own(
        "judge_file", 200, NOT_THAT_METHOD, lambda place: _assignment(place) | {"kind": "photo"}
    ),
    _judges_own("judge_stack", 200, NOT_THAT_METHOD, _judge),
    _judges_own("judge_terms", 200, 302, _judge),
    _judges_own("judge_interests", 200, 200, _judge),
    _judges_own("judge_projects", 200, 302, _judge),
    _judges_own("judge_confirmation", 200, REFUSED, _judge),
]


def _room(place: SimpleNamespace) -> dict[str, Any]:
    return {"edition": place.edition.pk}


def _in_room(**arguments: str) -> Arguments:
    """Name the edition, and by attribute of the world whatever else the address holds."""
    return lambda place: (
        _room(place) | {key: getattr(place, name).pk for key, name in arguments.items()}
    )


def _table(place: SimpleNamespace) -> dict[str, Any]:
    return _room(place) | {"form": "csv"}


def _team(
    name: str, get: int, post: int, roles: tuple[str, ...] = (), address: Arguments = _room
) -> Route:
    """A page of the team: for the director and `roles`; the rest of the team is told whom to ask."""
    let_in = ("director", *roles)
    return Route(
        name,
        nobody_but(SIGN_IN, (DESKS, REFUSED), (let_in, get)),
        nobody_but(SIGN_IN, (DESKS, REFUSED), (let_in, post)),
        address,
    )


ENTRIES = ("entries_desk",)
JUDGING = ("judging_desk",)
ENTRIES_AND_JUDGING = ENTRIES + JUDGING
NO = NOT_THAT_METHOD
_category = _in_room(category="late")

ORGANISER = [
    Route(
        "organiser_home",
        everybody(200, anonymous=SIGN_IN),
        everybody(NOT_THAT_METHOD, anonymous=SIGN_IN),
    ),
    Route(
        "organiser_programme",
        everybody(REFUSED, anonymous=SIGN_IN, director=200, other_director=200),
        everybody(REFUSED, anonymous=SIGN_IN, director=422, other_director=422),
    ),
    _team("organiser_edition", 200, NO, DESKS),
    _team("organiser_settings", 200, NO, DESKS),
    _team("organiser_details", 200, 422),
    _team("organiser_publication", NO, 302),
    _team("organiser_next_edition", 200, 422),
    _team("organiser_questions", 200, 302, ("entries_desk", "media_desk")),
    _team("organiser_anchors", 200, 422, JUDGING),
    _team("organiser_desks", 200, NO, ENTRIES),
    _team("organiser_new_desk", 200, 422, ENTRIES),
    _team("organiser_desk", 200, 422, ENTRIES, _in_room(desk="desk")),
    _team("organiser_team", 200, 422),
    _team("organiser_team_removal", NO, 302, (), _in_room(member="member")),
    _team("organiser_categories", 200, NO, ENTRIES),
    _team("organiser_new_category", 200, 422, ENTRIES),
    _team("organiser_groups", 200, 302, ENTRIES),
    _team("organiser_category", 200, 422, ENTRIES, _category),
    _team("organiser_category_sections", 302, 200, ENTRIES, _category),
    _team("organiser_category_preview", 200, NO, ENTRIES, _category),
    _team("organiser_category_publication", NO, 302, ENTRIES, _category),
    _team("organiser_eligibility", 200, 422, ENTRIES, _category),
    _team("organiser_assignments", 200, NO, JUDGING, _in_room(category="category")),
    _team(
        "organiser_recusal",
        200,
        422,
        JUDGING,
        _in_room(category="category", assignment="recusable"),
    ),
    _team("organiser_result", 200, NO, JUDGING, _in_room(category="category")),
    _team("organiser_decisions", 302, 302, JUDGING, _in_room(category="category")),
    _team("organiser_brief", 200, 422, ENTRIES),
    _team("organiser_brief_review", 302, 200, ENTRIES),
    _team("organiser_brief_store", 302, 302, ENTRIES),
    _team("organiser_entries", 200, NO, ENTRIES_AND_JUDGING),
    _team("organiser_entries_export", 200, NO, ENTRIES_AND_JUDGING, _table),
    _team("organiser_entry", 200, NO, ENTRIES_AND_JUDGING, _in_room(entry="submitted")),
    _team(
        "organiser_file",
        200,
        NO,
        ENTRIES_AND_JUDGING,
        _in_room(entry="submitted", attachment="evidence"),
    ),
    _team("organiser_scores_export", 200, NO, JUDGING, _table),
    _team("organiser_judging", 200, NO, JUDGING),
    _team("organiser_invitations", 200, NO, JUDGING),
    _team("organiser_invite", 200, 422, JUDGING),
    _team("organiser_revocation", NO, 302, JUDGING, _in_room(invitation="judge_invitation")),
    _team("organiser_allocation", 200, 302, JUDGING),
    _team("organiser_progress", 200, NO, JUDGING),
    _team("organiser_results", 200, NO, JUDGING),
    _team("organiser_announcement", 200, NO),
    _team("organiser_announcement_confirmation", 302, 422),
    _team("organiser_announcement_setting", 302, 422),
    _team("organiser_announcement_cancellation", NO, 302),
    _team("organiser_enquiries", 200, NO, DESKS),
    Route(
        "organiser_enquiry",
        nobody_but(SIGN_IN, (("director", "entries_desk"), 200)),
        nobody_but(SIGN_IN, (("director", "entries_desk"), 422)),
        _in_room(enquiry="enquiry"),
    ),
    _team("organiser_registrations", 200, NO, ENTRIES),
    _team("organiser_registrations_export", 200, NO, ENTRIES, _table),
]

DEMO = [
    Route("demo_home", EVERYBODY, NEITHER),
    Route("demo_session", NEITHER, everybody(409), lambda place: {"role": "director"}),
    Route("demo_clock", EVERYBODY, NEITHER),
    Route(
        "demo_clock_moment",
        NEITHER,
        everybody(NOTHING_THERE),
        lambda place: {"moment": "no-such-moment"},
    ),
    Route("demo_clock_instant", NEITHER, everybody(422)),
    Route("demo_clock_real", NEITHER, everybody(302)),
    Route("demo_judges", NEITHER, everybody(NOTHING_THERE)),
    Route("demo_mail", EVERYBODY, NEITHER),
]

ROUTES = [*PUBLIC, *ACCOUNT, *ENTRANT, *JUDGE, *ORGANISER, *DEMO]
