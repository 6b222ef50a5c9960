"""No page asks the database more often because there is more to show."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plaudit.kit.clock import frozen_at
from tests.crawls.browsing import Browsers, body_of
from tests.crawls.growing import grow
from tests.crawls.roles import ROLES
from tests.crawls.routes import ROUTES
from tests.crawls.world import NOW, World

pytestmark = pytest.mark.django_db
AS = {
    "entry_list": "owner",
    "judge_home": "judge",
    "organiser_home": "director",
    "organiser_enquiries": "director",
}
LISTS = {
    "entry_answer",
    "entry_answer_earlier",
    "entry_check",
    "entry_comments",
    "entry_evidence_page",
    "entry_list",
    "entry_organisations",
    "entry_people",
    "judge_home",
    "judge_projects",
    "judge_stack",
    "judge_confirmation",
    "organiser_assignments",
    "organiser_booking",
    "organiser_bookings_export",
    "organiser_categories",
    "organiser_ceremony",
    "organiser_desks",
    "organiser_enquiries",
    "organiser_entries",
    "organiser_entries_export",
    "organiser_guests_export",
    "organiser_home",
    "organiser_invitations",
    "organiser_judging",
    "organiser_extensions",
    "organiser_fees",
    "organiser_organisation",
    "organiser_payments",
    "organiser_progress",
    "organiser_register",
    "organiser_registrations",
    "organiser_result",
    "organiser_results",
    "organiser_team",
    "public_contact",
    "public_edition",
    "public_faq",
    "public_sitemap",
    "workspace",
    "workspace_guests",
    "workspace_people",
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
