"""The policy that is put together once says what django-csp says of each answer."""

from __future__ import annotations

import pytest
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from plaudit.sites.components.content_policy import ContentPolicy

HEADER = "Content-Security-Policy"


def asked(nonce: bool) -> HttpRequest:
    request = RequestFactory().get("/")
    ContentPolicy(lambda _: HttpResponse()).process_request(request)
    if nonce:
        request._csp_nonce = "bm9uY2U="  # type: ignore[attr-defined]
    return request


@pytest.mark.parametrize("nonce", [True, False])
@pytest.mark.parametrize("own", [None, {"img-src": ["https://pictures.example"]}])
def test_the_policy_is_django_csps(nonce: bool, own: dict[str, list[str]] | None) -> None:
    answers = []
    for kind in (ContentPolicy, CSPMiddleware):
        response = HttpResponse()
        if own:
            response._csp_update = own  # type: ignore[attr-defined]
        answers.append(kind(lambda _: HttpResponse()).process_response(asked(nonce), response))
    assert set(answers[0][HEADER].split("; ")) == set(answers[1][HEADER].split("; "))
    assert ("'nonce-bm9uY2U='" in answers[0][HEADER]) is nonce
    assert ("https://pictures.example" in answers[0][HEADER]) is (own is not None)


def test_an_answer_that_has_a_policy_keeps_it() -> None:
    response = HttpResponse(headers={HEADER: "sandbox"})
    policy = ContentPolicy(lambda _: HttpResponse()).process_response(asked(True), response)
    assert policy[HEADER] == "sandbox"


@pytest.mark.django_db
def test_each_page_has_a_nonce_of_its_own(client: Client) -> None:
    policies = {client.get("/sign-in/")[HEADER] for _ in range(3)}
    assert len(policies) == 3
