"""A small second programme that charges, so that every page of a fee can be seen; the awards themselves are free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from plaudit.entries.actions.details import change_details
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.actions.fee import Billing, record_payment, settle_by_order
from plaudit.entries.actions.partner import set_lead
from plaudit.entries.fees import quote_for, usable_code
from plaudit.entries.models import Entry, Settlement
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Organisation, OrganisationKind, Person
from plaudit.people.models.organisation import PUBLIC_BODIES
from plaudit.programmes.actions.brief import store_brief
from plaudit.programmes.actions.category import publish_category
from plaudit.programmes.actions.edition import create_edition, publish_edition
from plaudit.programmes.actions.fee import GeneralTerms, add_code, set_fees
from plaudit.programmes.actions.programme import create_programme
from plaudit.programmes.actions.team import add_team_member
from plaudit.programmes.brief import read_brief
from plaudit.programmes.models import Category, Edition, TeamRole
from plaudit.programmes.pricing import Band, Step
from plaudit.sites.demo import cast
from plaudit.sites.demo.build.calendar import Calendar
from plaudit.sites.demo.build.post import post
from plaudit.sites.demo.build.projects import FOLDER

NAME, SLUG, ACCENT = "Second Look Prizes", "second-look", "#5B3A73"
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
SHARE_CODE, FREE_CODE = "SECOND20", "FIRSTTIME"
INTRODUCTION = f"""\
A small invented programme that charges for entering, so that you can look at fees: what an entrant sees, a discount \
code (try {SHARE_CODE}), a purchase order, the invoice, and what the organiser sees of payments. The \
{cast.PROGRAMME_NAME} are free, and nobody sees anything of fees there."""
TERMS = GeneralTerms(
    currency="GBP",
    vat_percent=Decimal("20.00"),
    vat_number="GB 000 0000 00",
    seller=f"{cast.ORGANISER_NAME}\n4 Larkfield Yard\nBrackmere",
    pay_to="Sort code 00-00-00\nAccount 00000000",
    payment_days=30,
    takes_cards=False,
    takes_orders=True,
)


@dataclass(frozen=True)
class Attempt:
    title: str
    summary: str
    lead: str
    owner: str


VAN = Attempt(
    "The library van, second route",
    "The first route followed the map. The second followed the people who had missed it.",
    "Wrenlow Borough Council",
    cast.ENTRANT.email,
)
LETTERS = Attempt(
    "Letters that get read",
    "Appointment letters, rewritten with the people who had thrown the first ones away.",
    "Wrenlow Borough Council",
    cast.ENTRANT.email,
)
CAFE = Attempt(
    "Second Cup, third room",
    "Two rooms did not suit the men's group. The third was a workshop.",
    "Second Cup",
    cast.PARTNER.email,
)


def build_charged(
    people: Mapping[str, Person], register: Mapping[str, Organisation], calendar: Calendar
) -> None:
    """Set the programme up with its fees, and three entries: fee due, paid on an order, free by a code."""
    director = people[cast.DIRECTOR.email]
    with frozen_at(calendar.set_up):
        category = _category(people, director, calendar)
    opened = calendar.opens - WEEK
    _entry(VAN, category, people, register, opened + 3 * DAY)
    letters = _entry(LETTERS, category, people, register, opened + 4 * DAY)
    cafe = _entry(CAFE, category, people, register, opened + 5 * DAY)
    billing = Billing("Wrenlow Borough Council\nAccounts payable\nGuildhall, Wrenlow", "PO 4471")
    with frozen_at(opened + 6 * DAY):
        settled = _settle(letters, billing, "", opened + 6 * DAY)
        _settle(cafe, Billing(), FREE_CODE, opened + 6 * DAY)
    post(opened + 6 * DAY)
    paid = calendar.into(0.4)
    with frozen_at(paid):
        record_payment(settled, amount=6_000, note="First half, by BACS", by=director, at=paid)


def _category(people: Mapping[str, Person], director: Person, calendar: Calendar) -> Category:
    at = calendar.set_up
    programme = create_programme(
        name=NAME, slug=SLUG, organiser_name=cast.ORGANISER_NAME, by=director, at=at
    )
    desk = people[cast.ENTRIES_DESK.email]
    add_team_member(programme, person=desk, role=TeamRole.ENTRIES, by=director, at=at)
    edition = create_edition(
        programme,
        name=f"{NAME} {calendar.name}",
        slug=calendar.name,
        opens_at=calendar.opens - WEEK,
        closes_at=calendar.closes,
        judging_opens_at=calendar.judging_opens,
        judging_closes_at=calendar.judging_closes,
        strapline="For what worked the second time",
        introduction=INTRODUCTION,
        accent_colour=ACCENT,
        by=director,
        at=at,
    )
    edition = publish_edition(edition, by=director, at=at)
    _charge(edition, calendar, director)
    text = (FOLDER / "briefs" / "second-look-prize.txt").read_text()
    (category,) = store_brief(edition, read_brief(text), by=director, at=at)
    return publish_category(category, by=director, at=at)


def _charge(edition: Edition, calendar: Calendar, director: Person) -> None:
    """Ask less of charities than of others, and less of everybody early; with a code for a share, and a free one."""
    at, late = calendar.set_up, calendar.closes - WEEK
    charities = frozenset({OrganisationKind.CHARITY, OrganisationKind.SOCIAL_ENTERPRISE})
    bands = [
        Band("Public bodies", frozenset(PUBLIC_BODIES), [Step(10_000, None), Step(14_000, late)]),
        Band("Charities and social enterprises", charities, [Step(4_000, None)]),
        Band("All others", frozenset(), [Step(18_000, None), Step(24_000, late)]),
    ]
    set_fees(edition, TERMS, bands, by=director, at=at)
    for code, percent, uses in ((SHARE_CODE, 20, None), (FREE_CODE, 100, 5)):
        add_code(
            edition, code=code, percent=percent, most_uses=uses, ends_at=None, by=director, at=at
        )


def _entry(
    attempt: Attempt,
    category: Category,
    people: Mapping[str, Person],
    register: Mapping[str, Organisation],
    at: dt.datetime,
) -> Entry:
    owner = people[attempt.owner]
    with frozen_at(at):
        entry = start_entry(category, by=owner, at=at)
        change_details(
            entry,
            by=owner,
            at=at,
            title=attempt.title,
            summary=attempt.summary,
            version=entry.details_version,
        )
        set_lead(entry, register[attempt.lead], by=owner, at=at)
    return entry


def _settle(entry: Entry, billing: Billing, code: str, at: dt.datetime) -> Settlement:
    edition = entry.category.edition
    used = usable_code(edition, code, at) if code else None
    seen = quote_for(entry, at, terms=edition.fee_terms, code=used).total
    return settle_by_order(entry, billing, by=entry.started_by, at=at, code=code, seen=seen)
