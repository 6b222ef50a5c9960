"""No page asks the database more often because there is more to show."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plaudit.enquiries.actions.registration import register_interest
from plaudit.enquiries.models import RegistrationKind
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.programmes.models import Edition, FrequentQuestion, TeamRole
from tests.crawls.asking import given
from tests.crawls.browsing import Browsers, body_of
from tests.crawls.roles import ROLES
from tests.crawls.routes import ROUTES
from tests.crawls.world import NOW, SECTIONS, World
from tests.factories.enquiries import a_desk, an_enquiry
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.judging import a_judge, allocated, an_invitation
from tests.factories.people import a_person
from tests.factories.programmes import a_category, a_team_member, an_edition

pytestmark = pytest.mark.django_db
AS = {
    "entry_list": "owner",
    "judge_home": "judge",
    "organiser_home": "director",
    "organiser_enquiries": "director",
}
LISTS = {
    "entry_list",
    "entry_people",
    "judge_home",
    "judge_projects",
    "judge_stack",
    "judge_confirmation",
    "organiser_assignments",
    "organiser_categories",
    "organiser_desks",
    "organiser_enquiries",
    "organiser_entries",
    "organiser_entries_export",
    "organiser_home",
    "organiser_invitations",
    "organiser_judging",
    "organiser_progress",
    "organiser_registrations",
    "organiser_result",
    "organiser_results",
    "organiser_team",
    "public_contact",
    "public_edition",
    "public_faq",
    "public_sitemap",
}


def costs(world: World, browsers: Browsers) -> dict[str, tuple[int, int]]:
    """Return the queries that each page costs somebody who has something on it, and its length."""
    found = {}
    for route in ROUTES:
        roles = [role for role in reversed(ROLES) if route.get[role] == 200]
        role = AS.get(route.name, next(iter(roles), None))
        if role is None or route.name == "readyz":
            continue
        address = reverse(route.name, kwargs=route.address(world.own))
        body_of(browsers.of(role).get(address))
        with CaptureQueriesContext(connection) as queries:
            body = body_of(browsers.of(role).get(address))
        found[route.name] = len(queries), len(body)
    return found


def grow(world: World) -> None:
    """Have two more of everything that a page lists."""
    own, people = world.own, world.people
    own.edition.readers_per_entry = 9
    own.edition.save()
    for _ in range(2):
        category = a_category(own.edition, sections=SECTIONS)
        an_edition(own.programme)
        entry = a_complete_entry(own.category, owner=people["owner"])
        given(entry)
        a_submission(entry)
        draft = an_entry(own.late, owner=people["owner"])
        for there in (own.draft, own.submitted, entry, draft):
            a_contributor(there)
        a_submission(own.submitted)
        FrequentQuestion.objects.create(edition=own.edition, position=9, question="?", answer="!")
        a_team_member(own.programme, a_person(), TeamRole.MEDIA)
        an_enquiry(own.desk)
        a_registration(own.edition)
        a_desk(own.edition)
        an_invitation(category)
        a_judge(own.category)
    allocated(own.edition)


def a_registration(edition: Edition) -> None:
    given = {"name": "Ines", "email": "ines@example.org", "organisation": "", "note": ""}
    key, kind = new_identifier(), RegistrationKind.ATTEND
    register_interest(edition, kind=kind, at=NOW, key=key, **given)


def test_no_page_asks_more_often_when_there_is_more_to_show(
    world: World, browsers: Browsers
) -> None:
    with frozen_at(NOW):
        few = costs(world, browsers)
    grow(world)
    with frozen_at(NOW):
        many = costs(world, browsers)
    more = {page: (few[page][0], many[page][0]) for page in few if many[page][0] > few[page][0]}
    assert more == {}, "queries with few rows and with many"
    grown = {page for page in few if many[page][1] > few[page][1]}
    assert LISTS - grown == set(), "pages that should have shown more"
