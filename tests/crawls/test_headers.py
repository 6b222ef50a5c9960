"""What each answer tells browsers and caches to do with it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from plaudit.kit.clock import frozen_at
from tests.crawls.browsing import Answer, Browsers
from tests.crawls.roles import NOT_THAT_METHOD, ROLES, Route
from tests.crawls.routes import ROUTES
from tests.crawls.world import NOW, World
from tests.factories.results import ONE_SECOND, RELEASE

pytestmark = pytest.mark.django_db
# Public, and yet somebody's own: what they type, and what only who holds a receipt or signs a notice is told.
OF_ONE_VISITOR = {
    "public_adviser",
    "public_desk",
    "public_enquiry",
    "public_enquiry_messages",
    "public_interest",
    "public_payment_notices",
    "public_receipt",
}
OPEN = [
    route
    for route in ROUTES
    if route.name.startswith("public_") and route.name not in OF_ONE_VISITOR
]
PRIVATE = [route for route in ROUTES if route not in OPEN]
FILES = ("entry_file", "judge_file", "organiser_file", "partner_confirmation_file")
TYPESET_HERE = (
    "entry_invoice",
    "entry_pdf",
    "judge_pdf",
    "organiser_booking_paper",
    "workspace_booking_paper",
)
READ_IN_THE_BROWSER = ("entry_file_reading", "judge_file_reading")
MAX_AGE = re.compile(r"public, max-age=(\d+)")


def got(browsers: Browsers, world: World, role: str, route: Route) -> Any:
    return browsers.of(role).get(reverse(route.name, kwargs=route.address(world.own)))


def seconds_kept(response: Any) -> int:
    kept = MAX_AGE.fullmatch(response["Cache-Control"])
    assert kept, response["Cache-Control"]
    return int(kept[1])


def test_what_is_public_is_the_same_for_all_and_sets_no_cookie(
    world: World, browsers: Browsers
) -> None:
    with frozen_at(RELEASE + ONE_SECOND):
        for route in OPEN:
            told = set()
            for role in ROLES:
                response = got(browsers, world, role, route)
                assert not response.cookies, f"{route.name} sets a cookie for {role}"
                assert 0 < seconds_kept(response) <= 60, route.name
                told.add(Answer.of(response))
            assert len(told) == 1, f"{route.name} is not the same for everybody"


def test_no_public_page_is_kept_past_the_release(world: World, browsers: Browsers) -> None:
    with frozen_at(RELEASE - 7 * ONE_SECOND):
        for route in OPEN:
            response = got(browsers, world, "anonymous", route)
            if response.status_code == 404:
                assert response["Cache-Control"] == "private, no-store"
            elif route.name not in {"public_robots", "public_sitemap", "public_index"}:
                assert seconds_kept(response) <= 7, route.name


@pytest.mark.parametrize("role", ["anonymous", "owner", "judge", "director"])
def test_every_answer_is_fenced_in_and_what_is_private_is_kept_by_nobody(
    role: str, world: World, browsers: Browsers
) -> None:
    with frozen_at(NOW):
        for route in ROUTES:
            response = got(browsers, world, role, route)
            if route in PRIVATE:
                assert "no-store" in response["Cache-Control"], route.name
                assert "public" not in response["Cache-Control"], route.name
            policy = response.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy, route.name
            assert "unsafe" not in policy, route.name
            assert response["X-Content-Type-Options"] == "nosniff", route.name
            is_read = route.name in READ_IN_THE_BROWSER and response.status_code == 200
            framing = "SAMEORIGIN" if is_read else "DENY"
            assert response["X-Frame-Options"] == framing, route.name
            assert response["Referrer-Policy"] in {"same-origin", "no-referrer"}, route.name


def test_a_file_can_do_nothing_in_the_browser_that_opens_it(
    world: World, browsers: Browsers
) -> None:
    with frozen_at(NOW):
        for route in (one for one in ROUTES if one.name in FILES):
            role = next(role for role in ROLES if route.get[role] == 200)
            response = got(browsers, world, role, route)
            assert response["Content-Disposition"].startswith("attachment"), route.name
            assert response["X-Content-Type-Options"] == "nosniff"
            assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
            assert response["Cache-Control"] == "private, no-store"


def test_a_pdf_is_read_in_pages_of_this_site_alone(world: World, browsers: Browsers) -> None:
    policy = "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
    with frozen_at(NOW):
        for route in (one for one in ROUTES if one.name in READ_IN_THE_BROWSER):
            role = next(role for role in ROLES if route.get[role] == 200)
            response = got(browsers, world, role, route)
            assert response["Content-Type"] == "application/pdf", route.name
            assert response["Content-Disposition"].startswith("inline"), route.name
            assert response["Content-Security-Policy"] == policy
            assert response["Cache-Control"] == "private, no-store"


def test_files_and_tables_are_downloads(world: World, browsers: Browsers) -> None:
    with frozen_at(NOW):
        for route in ROUTES:
            role = next((role for role in ROLES if route.get[role] == 200), None)
            if role is None or route.name in {"public_robots", "public_sitemap"}:
                continue
            response = got(browsers, world, role, route)
            is_page = response["Content-Type"].startswith(("text/html", "text/plain"))
            is_download = response.get("Content-Disposition", "").startswith("attachment")
            is_read = route.name in (*READ_IN_THE_BROWSER, *TYPESET_HERE)
            assert is_page or is_download or is_read, route.name
            assert not is_read or response["Content-Type"] == "application/pdf", route.name


def test_a_cookie_is_kept_from_scripts_and_other_sites(world: World, browsers: Browsers) -> None:
    with frozen_at(NOW):
        route = next(one for one in ROUTES if one.name == "public_desk")
        cookies = got(browsers, world, "anonymous", route).cookies
    assert set(cookies) == {settings.CSRF_COOKIE_NAME}
    for cookie in cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_the_table_knows_every_public_page() -> None:
    assert {route.name for route in OPEN if route.get["anonymous"] == NOT_THAT_METHOD} == set()
