"""Passkeys in a real browser, with an authenticator made of software."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Page, expect

from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person, Session
from tests.house.browser import a_browser
from tests.house.strict_client import StrictClient
from tests.sites.account.code_mail import latest_code, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A browser with a built-in authenticator, as a laptop with a fingerprint reader has."""
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with a_browser() as browser:
        page = browser.new_page()
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        yield page
        connections.close_all()


@pytest.fixture
def ada(db: None) -> Person:
    return Person.objects.create(email="ada@example.org", name="Ada Ferrier")


def sign_in_by_code(page: Page, address: str, person: Person) -> None:
    page.goto(f"{address}/sign-in/?next=/account/")
    page.get_by_label("Your email address").fill(person.email)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code").fill(latest_code(person.email))
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/account/")


def sign_out(page: Page) -> None:
    """The page first looks for words that are not saved yet, so that the next page takes a moment."""
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url(lambda address: "/account/" not in address)


def test_a_passkey_is_made_and_signs_in_without_a_code(
    page: Page, live_server, ada: Person
) -> None:  # type: ignore[no-untyped-def]
    sign_in_by_code(page, live_server.url, ada)
    page.get_by_role("button", name="Add a passkey on this device").click()
    expect(page.get_by_text("not used yet")).to_be_visible()
    assert OutboxMessage.objects.filter(kind="passkey_added", recipient=ada.email).count() == 1

    sign_out(page)
    page.goto(f"{live_server.url}/sign-in/?next=/account/")
    codes = OutboxMessage.objects.filter(kind="sign_in_code").count()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/account/")
    expect(page.get_by_text("last used on")).to_be_visible()
    assert OutboxMessage.objects.filter(kind="sign_in_code").count() == codes

    page.get_by_role("button", name="Remove the passkey").click()
    expect(page.get_by_text("last used on")).to_have_count(0)
    sign_out(page)
    page.goto(f"{live_server.url}/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("That passkey could not be used.")).to_be_visible()


def test_a_device_without_passkeys_says_so_and_a_code_still_works(
    page: Page, live_server, ada: Person
) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"{live_server.url}/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_have_text("The passkey was not used. Nothing has changed.")
    sign_in_by_code(page, live_server.url, ada)


def test_a_sign_in_of_long_ago_must_be_confirmed_first(client: Client, ada: Person) -> None:
    sign_in(client, ada.email)
    session = client.session
    session["signed_in_at"] = "2020-01-01T00:00:00+00:00"
    session.save()
    assert client.post("/account/passkeys/options/").status_code == 403
    assert client.post("/account/passkeys/", {"credential": "{}"}).status_code == 403
    assert "confirm first that it is you" in client.get("/account/").content.decode()
    assert client.post("/account/confirmation/").url == "/sign-in/code/?next=%2Faccount%2F"
    form = {"code": latest_code(ada.email), "next": "/account/"}
    assert client.post("/sign-in/code/", form).url == "/account/"
    assert client.post("/account/passkeys/options/").status_code == 200


@pytest.mark.parametrize(
    "credential", ["", "{}", "[]", "nonsense", '{"id": "a", "response": {"userHandle": "AAAA"}}']
)
def test_an_answer_that_does_not_hold_signs_nobody_in(
    client: Client, ada: Person, credential: str
) -> None:
    client.post("/sign-in/passkey/options/")
    answer = client.post(
        "/sign-in/passkey/", {"credential": credential, "next": "https://evil.example/"}
    )
    assert answer.url == "/sign-in/?why=passkey"
    assert client.get("/account/").status_code == 302
    sign_in(client, ada.email)
    assert client.post("/account/passkeys/", {"credential": credential}).status_code == 403


def test_only_ones_own_passkey_can_be_removed(client: Client, ada: Person) -> None:
    other = Person.objects.create(email="bo@example.org", name="Bo")
    row = other.authenticator_set.create(type="webauthn", data={"name": "Bo's", "credential": {}})  # type: ignore[attr-defined]
    sign_in(client, ada.email)
    assert client.post(f"/account/passkeys/{row.pk}/removal/").status_code == 404
    row.refresh_from_db()


def test_signing_out_everywhere_else_leaves_this_browser(client: Client, ada: Person) -> None:
    elsewhere = StrictClient(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    sign_in(client, ada.email)
    sign_in(elsewhere, ada.email)
    assert "Firefox on Windows" in client.get("/account/").content.decode()
    client.post("/account/elsewhere/")
    assert elsewhere.get("/account/").status_code == 302
    text = client.get("/account/").content.decode()
    assert "You are signed in nowhere else." in text
    assert Session.objects.filter(person=ada).count() == 1
