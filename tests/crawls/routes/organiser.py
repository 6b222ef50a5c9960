"""The rows of an edition, for the team that runs it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.crawls.roles import (
    DESKS,
    NOT_THAT_METHOD,
    NOTHING_THERE,
    REFUSED,
    SIGN_IN,
    SIGNED_OUT,
    Arguments,
    Route,
    everybody,
    nobody_but,
)


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
        nobody_but(SIGNED_OUT, (DESKS, REFUSED), (let_in, post)),
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
        everybody(REFUSED, anonymous=SIGNED_OUT, director=422, other_director=422),
    ),
    _team("organiser_edition", 200, NO, DESKS),
    _team("organiser_settings", 200, NO, DESKS),
    _team("organiser_details", 200, 422),
    _team("organiser_publication", NO, 302),
    _team("organiser_next_edition", 200, 422),
    _team("organiser_entering", 200, 422),
    _team("organiser_files", 200, 422),
    _team("organiser_fees", 200, 422),
    _team("organiser_fees_free", NO, REFUSED),
    _team("organiser_codes", NO, 422),
    _team("organiser_code_removal", NO, 302, (), _in_room(code="code")),
    _team("organiser_payments", 200, NO, ENTRIES),
    _team("organiser_payment", 200, 422, ENTRIES, _in_room(settlement="settlement")),
    _team("organiser_ceremony", 200, NO, ENTRIES),
    _team("organiser_ceremony_event", 200, 422),
    _team("organiser_ceremony_notices", NO, 302, ENTRIES),
    _team("organiser_bookings_export", 200, NO, ENTRIES, _table),
    _team("organiser_guests_export", 200, NO, ENTRIES, _table),
    _team("organiser_booking", 200, NO, ENTRIES, _in_room(booking="booking")),
    _team("organiser_booking_guest", 200, 422, ENTRIES, _in_room(booking="booking", guest="guest")),
    _team("organiser_booking_payments", NO, 422, ENTRIES, _in_room(booking="booking")),
    _team("organiser_booking_cancellation", 200, 422, ENTRIES, _in_room(booking="booking")),
    _team(
        "organiser_booking_paper",
        200,
        NO,
        ENTRIES,
        _in_room(booking="booking", movement="movement"),
    ),
    _team("organiser_extensions", 200, 422, ENTRIES),
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
    _team("organiser_corrections", 302, REFUSED, (), _in_room(category="category")),
    _team("organiser_brief", 200, 422, ENTRIES),
    _team("organiser_brief_review", 302, 200, ENTRIES),
    _team("organiser_brief_store", 302, 302, ENTRIES),
    _team("organiser_register", 200, NO, ENTRIES),
    _team("organiser_register_imports", 200, 422, ENTRIES),
    *(
        Route(
            name,
            nobody_but(SIGN_IN, (DESKS, REFUSED), (("director",), get), (ENTRIES, other)),
            nobody_but(SIGNED_OUT, (DESKS, REFUSED), (("director",), post), (ENTRIES, others)),
            _in_room(brought="register_import"),
        )
        for name, get, post, other, others in (
            ("organiser_register_import", 200, NO, NOTHING_THERE, NO),
            ("organiser_register_storing", NO, 302, NO, NOTHING_THERE),
        )
    ),
    _team("organiser_organisation", 200, 422, ENTRIES, _in_room(organisation="lead")),
    _team("organiser_merging", 200, NO, ENTRIES, _in_room(organisation="lead")),
    _team("organiser_merges", NO, NOTHING_THERE, ENTRIES, _in_room(organisation="lead")),
    _team("organiser_members", NO, 422, ENTRIES, _in_room(organisation="lead")),
    _team(
        "organiser_member_answer",
        NO,
        302,
        ENTRIES,
        _in_room(organisation="lead", membership="asking"),
    ),
    _team(
        "organiser_member_end",
        NO,
        302,
        ENTRIES,
        _in_room(organisation="lead", membership="membership"),
    ),
    _team("organiser_entries", 200, NO, ENTRIES_AND_JUDGING),
    _team("organiser_entries_export", 200, NO, ENTRIES_AND_JUDGING, _table),
    _team("organiser_receptions", 200, 422, ENTRIES, _in_room(entry="submitted")),
    _team("organiser_earlier", 200, NO, ENTRIES_AND_JUDGING, _in_room(entry="carried")),
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
        nobody_but(SIGNED_OUT, (("director", "entries_desk"), 422)),
        _in_room(enquiry="enquiry"),
    ),
    _team("organiser_registrations", 200, NO, ENTRIES),
    _team("organiser_registrations_export", 200, NO, ENTRIES, _table),
]
