from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.test import Client

from plaudit.sites.demo.build.people import build_people
from plaudit.sites.demo.cast import ROLES, Role

AT = dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
def test_each_role_comes_to_its_own_page(client: Client, role: Role) -> None:
    build_people(AT)
    response = client.post(f"/demo/roles/{role.slug}/session/", follow=True)
    assert response.status_code == 200
    assert response.wsgi_request.resolver_match.view_name == role.landing
    assert ("session" in client.cookies and bool(client.cookies["session"].value)) == bool(
        role.email
    )


def test_the_bar_says_who_one_is(client: Client) -> None:
    build_people(AT)
    client.post("/demo/roles/judge/session/")
    assert "You are the judge without a conflict" in client.get("/demo/").content.decode()


def test_another_role_means_another_session(client: Client) -> None:
    build_people(AT)
    client.post("/demo/roles/judge/session/")
    first = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/demo/roles/director/session/")
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != first


def test_a_link_signs_nobody_in(client: Client) -> None:
    build_people(AT)
    assert client.get("/demo/roles/director/session/").status_code == 405


def test_before_it_is_built_it_says_so(client: Client) -> None:
    response = client.post("/demo/roles/director/session/")
    assert response.status_code == 409
    assert "make run" in response.content.decode()


def test_somebody_unknown_is_not_found(client: Client) -> None:
    assert client.post("/demo/roles/hacker/session/").status_code == 404


def test_the_forms_need_their_token() -> None:
    build_people(AT)
    response = Client(enforce_csrf_checks=True).post("/demo/roles/director/session/")
    assert response.status_code == 403
