"""Django takes the tokens of forms, and a browser is given the cookie once."""

from __future__ import annotations

import re

import pytest
from django.middleware.csrf import _does_token_match, _unmask_cipher_token
from django.test import Client, RequestFactory

from plaudit.sites.components.form_token import TokenInput, form_token, masked
from tests.factories.people import a_person

SECRET = "Ab3" * 10 + "zZ"


def test_django_reads_the_secret_of_a_masked_token() -> None:
    tokens = {masked(SECRET) for _ in range(200)}
    assert len(tokens) == 200
    assert {len(token) for token in tokens} == {64}
    assert {_unmask_cipher_token(token) for token in tokens} == {SECRET}
    assert all(_does_token_match(token, SECRET) for token in tokens)
    assert not _does_token_match(masked(SECRET), SECRET[::-1])


def test_the_forms_of_a_page_bear_one_token() -> None:
    request = RequestFactory().get("/")
    request.META["CSRF_COOKIE"] = SECRET
    field = TokenInput(request)
    assert str(field) == field.__html__()
    assert re.fullmatch(
        r'<input type="hidden" name="csrfmiddlewaretoken" value="\w{64}">', str(field)
    )


def test_a_browser_without_the_cookie_is_given_it() -> None:
    request = RequestFactory().get("/")
    token = form_token(request)
    assert request.META["CSRF_COOKIE_NEEDS_UPDATE"]
    assert _does_token_match(token, request.META["CSRF_COOKIE"])


@pytest.mark.django_db
def test_a_page_with_a_form_says_so_and_its_form_is_taken(settings: object) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(a_person())
    first = client.get("/account/")
    cookie = next(name for name in first.cookies if name.endswith("csrf"))
    second = client.get("/account/")
    assert cookie not in second.cookies
    assert "Cookie" in second["Vary"]
    token = re.search(r'csrfmiddlewaretoken" value="(\w{64})"', second.content.decode())
    assert token is not None
    form = {"csrfmiddlewaretoken": token[1]}
    assert client.post("/sign-out/", {"csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert client.post("/sign-out/", form).status_code == 302
