"""What partners of the demo's joint entry have said, and an organisation's awards lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from plaudit.enquiries.actions.registration import ask_for_places
from plaudit.entries.actions.approval import say_approval
from plaudit.entries.actions.confirmation import confirm_part
from plaudit.entries.actions.details import change_details
from plaudit.entries.actions.membership import grant_membership
from plaudit.entries.actions.partner import add_partner, change_credit_line
from plaudit.entries.actions.partner_request import ask_partner
from plaudit.entries.models import Entry, PartnerRequest
from plaudit.entries.reading import reading_of
from plaudit.entries.substance import substance_digest
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import MembershipRole, Organisation, Person
from plaudit.sites.demo import cast
from plaudit.sites.demo.build.calendar import Calendar
from plaudit.sites.demo.build.mended import mend_series
from plaudit.sites.demo.build.post import post

JOINT, LED = "The Tuesday Table", "One front door for Harbour Ward"
EARLY, LATE, WAITING = (
    "Wrenlow Foodshare",
    "Brackmere Carers' Circle",
    "Tideline Transport Cooperative",
)
SPEAKERS = {
    EARLY: ("Rowena Achterberg", "rowena@foodshare.example", "cooks, and knows who has not come"),
    LATE: ("Silas Pomfret-Amadi", "silas@carerscircle.example", "brings carers and sits with them"),
    WAITING: ("Greta Holloway", "greta@tideline.example", "drives people there and home"),
}
HOUR = dt.timedelta(hours=1)


def build_partners(
    entries: Mapping[str, Entry],
    people: Mapping[str, Person],
    register: Mapping[str, Organisation],
    calendar: Calendar,
    until: float,
) -> None:
    """Ask three partners of the joint entry: one confirmed, one before a change, one has not answered."""
    entry, owner = entries[JOINT], people[cast.ENTRANT.email]
    begun = calendar.into(until * 0.9)
    entry.refresh_from_db()
    with frozen_at(begun):
        add_partner(entry, register[WAITING], by=owner, at=begun)
        requests = {name: _asked(entry, name, owner, begun) for name in SPEAKERS}
    post(begun)
    _confirm(requests[EARLY], begun + HOUR)
    _rewrite(entry, owner, begun + 2 * HOUR)
    _confirm(requests[LATE], begun + 3 * HOUR)
    _lead(entries[LED], register["Wrenlow Borough Council"], people, begun + 4 * HOUR)


def _asked(entry: Entry, name: str, owner: Person, at: dt.datetime) -> PartnerRequest:
    person, address, credit = SPEAKERS[name]
    partner = entry.partners.select_related("organisation").get(organisation__name=name)
    partner.entry = entry
    change_credit_line(partner, by=owner, at=at, credit_line=credit)
    return ask_partner(partner, name=person, email=address, by=owner, at=at)


def _confirm(request: PartnerRequest, at: dt.datetime) -> None:
    with frozen_at(at):
        request.partner.entry.refresh_from_db(fields=["title", "summary", "details_version"])
        substance = substance_digest(reading_of(request.partner.entry, at))
        confirm_part(
            request, facts_are_right=True, credit_is_right=True, substance=substance, at=at
        )
    post(at)


def _rewrite(entry: Entry, owner: Person, at: dt.datetime) -> None:
    with frozen_at(at):
        entry.refresh_from_db()
        change_details(
            entry,
            by=owner,
            at=at,
            title=entry.title,
            summary=f"{entry.summary} It has moved to three villages.",
            version=entry.details_version,
        )
        mend_series(entry, by=owner, at=at)


def _lead(
    entry: Entry, council: Organisation, people: Mapping[str, Person], at: dt.datetime
) -> None:
    lead, director = people[cast.AWARDS_LEAD.email], people[cast.DIRECTOR.email]
    with frozen_at(at):
        grant_membership(
            council, email=lead.email, role=MembershipRole.AWARDS_LEAD, by=director, at=at
        )
        note = "Checked with the leader’s office."
        say_approval(entry, council, is_approved=True, by=lead, at=at, note=note)
        ask_for_places(
            council,
            entry.edition,
            by=lead,
            places=10,
            note="Two of us use wheelchairs.",
            at=at,
            key=new_identifier(),
        )
    post(at)
