"""A page's script keeps typed forms in the browser; a cookie tells it which of them were taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client, RequestFactory

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.sites.components.middleware import FORM_FIELD, TAKEN_COOKIE, TOLD_AT_MOST, FormsTaken
from tests.factories.entries import an_entry
from tests.factories.programmes import WHILE_OPEN

SignedIn = Callable[[Person], Client]
FORMS = [f"01a202c2-f445-70f9-9539-{number:012}" for number in range(TOLD_AT_MOST + 1)]


def told(form: str, answer: HttpResponse, before: str = "") -> str | None:
    """Return what the cookie says after the form was answered with `answer`."""
    request = RequestFactory().post(
        "/", f"{FORM_FIELD}={form}", "application/x-www-form-urlencoded"
    )
    request.COOKIES[TAKEN_COOKIE] = before
    response = FormsTaken(lambda _: answer)(request)
    return response.cookies[TAKEN_COOKIE].value if TAKEN_COOKIE in response.cookies else None


def test_only_a_form_that_leads_on_was_taken() -> None:
    assert told(FORMS[0], HttpResponseRedirect("/entries/")) == FORMS[0]
    assert told(FORMS[0], HttpResponse(status=422)) is None
    assert told(FORMS[0], HttpResponse(status=401)) is None
    assert told("not one; of ours", HttpResponseRedirect("/entries/")) is None
    assert told("", HttpResponseRedirect("/entries/")) is None


def test_the_last_few_are_told_until_a_page_has_heard_of_them() -> None:
    known = ".".join(FORMS[:-1])
    assert told(FORMS[-1], HttpResponseRedirect("/"), known) == ".".join(FORMS[1:])


@pytest.mark.django_db
def test_a_saved_summary_is_told_and_a_refused_one_is_not(signed_in: SignedIn) -> None:
    entry = an_entry()
    with frozen_at(WHILE_OPEN):
        sends_details(signed_in(entry.started_by), f"/entries/{entry.pk}/details/")


def sends_details(browser: Client, address: str) -> None:
    plain = "application/x-www-form-urlencoded"
    for title, is_taken in (("x" * 121, False), ("Warm+homes", True)):
        body = f"title={title}&summary=Dry&version=0&{FORM_FIELD}={FORMS[0]}"
        cookies = browser.post(address, body, plain).cookies
        assert (TAKEN_COOKIE in cookies) == is_taken
