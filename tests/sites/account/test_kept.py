"""A form sent after the session has ended goes along while its sender signs in, and is sent with one click."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person, Session
from tests.factories.entries import an_entry
from tests.factories.programmes import WHILE_OPEN
from tests.house.strict_client import StrictClient
from tests.sites.account.code_mail import latest_code

pytestmark = pytest.mark.django_db
WORDS = 'An hour of work:\r\n"ünd" <b>more</b>'


@pytest.fixture(autouse=True)
def _while_entries_are_open() -> Iterator[None]:
    with frozen_at(WHILE_OPEN):
        yield


def submits(
    client: Client, page: HttpResponse, address: str, typed: dict[str, str] | None = None
) -> HttpResponse:
    """Send the page's form for this address with what its fields hold, as a browser would."""
    forms = html.document_fromstring(page.content.decode()).forms
    form = next(form for form in forms if form.get("action") == address)
    return client.post(address, dict(form.form_values()) | (typed or {}))


def shown(page: HttpResponse) -> list[str]:
    found = html.document_fromstring(page.content.decode())
    return [area.text.removeprefix("\n") for area in found.xpath("//textarea")]


def test_a_form_is_sent_after_signing_in_from_where_it_was_refused() -> None:
    entry, client = an_entry(), StrictClient()
    answer = entry.answers.order_by("criterion__position")[0]
    address = f"/entries/{entry.id}/answers/{answer.criterion_id}/text"
    refused = client.post(address, {"text": WORDS, "version": 0})
    assert refused.status_code == 401
    assert shown(refused) == [WORDS.replace("\r\n", "\n")]
    asked = submits(client, refused, "/sign-in/kept/", {"email": entry.started_by.email})
    wrong = submits(client, asked, "/sign-in/kept/code/", {"code": "0000-0000"})
    assert wrong.status_code == 422
    given = {"code": latest_code(entry.started_by.email)}
    back = submits(client, wrong, "/sign-in/kept/code/", given)
    assert (back.status_code, shown(back)) == (200, shown(refused))
    sent = submits(client, back, address)
    assert sent.status_code == 302
    answer.refresh_from_db()
    assert answer.text == WORDS.replace("\r\n", "\n")


def named(page: HttpResponse) -> str:
    return html.document_fromstring(page.content.decode()).xpath("//input[@name='name']")[0].value


def test_so_does_an_organisers_form() -> None:
    person = Person.objects.create(email="ada@example.org", name="Ada Ferrier")
    client = StrictClient()
    address = reverse("organiser_programme")
    refused = client.post(address, {"name": "Neighbour Awards"})
    asked = submits(client, refused, "/sign-in/kept/", {"email": person.email})
    back = submits(client, asked, "/sign-in/kept/code/", {"code": latest_code(person.email)})
    sent = submits(client, back, address)
    assert (sent.status_code, named(sent)) == (422, "Neighbour Awards")


def test_the_server_keeps_nothing_of_it_for_somebody_unsigned() -> None:
    client = StrictClient()
    refused = client.post(reverse("organiser_programme"), {"name": "Neighbour Awards"})
    submits(client, refused, "/sign-in/kept/", {"email": "ada@example.org"})
    assert ["Neighbour" in str(row.get_decoded()) for row in Session.objects.all()] == [False]


def test_what_goes_wrong_on_the_way_keeps_the_form() -> None:
    client = StrictClient()
    page = client.post(reverse("organiser_programme"), {"name": "Neighbour Awards"})
    for typed, status, said in [
        ({"email": "nobody"}, 422, "Enter an email address in the format"),
        ({"email": "ada@example.org"}, 200, "Enter your code"),
    ]:
        page = submits(client, page, "/sign-in/kept/", typed)
        assert page.status_code == status
        assert said in page.content.decode()
    for guess in range(3):
        page = submits(client, page, "/sign-in/kept/code/", {"code": f"0000-000{guess}"})
        assert page.status_code == 422
    for guess in range(2):
        page = submits(client, page, "/sign-in/kept/code/", {"code": f"0000-001{guess}"})
    assert "tried too often" in page.content.decode()
    assert shown(page) == ["Neighbour Awards"]
    late = client.post("/sign-in/kept/code/", kept_in(page) | {"code": "1"})
    assert "had run out" in late.content.decode()
    assert shown(late) == ["Neighbour Awards"]


def kept_in(page: HttpResponse) -> dict[str, str]:
    found = html.document_fromstring(page.content.decode())
    return {"kept": found.xpath("//input[@name='kept']")[0].value}


def test_codes_asked_for_too_often_keep_the_form_as_well() -> None:
    client = StrictClient()
    page = client.post(reverse("organiser_programme"), {"name": "Neighbour Awards"})
    statuses = [
        client.post("/sign-in/kept/", kept_in(page) | {"email": "ada@example.org"}).status_code
        for _ in range(4)
    ]
    assert statuses == [200, 200, 200, 429]


def test_who_signed_in_elsewhere_meanwhile_has_it_at_once(
    client: Client,
) -> None:
    page = client.post(reverse("organiser_programme"), {"name": "Neighbour Awards"})
    client.force_login(Person.objects.create(email="ada@example.org", name="Ada Ferrier"))
    back = client.post("/sign-in/kept/", kept_in(page))
    assert "You are signed in as Ada Ferrier." in back.content.decode()
    assert shown(back) == ["Neighbour Awards"]


@pytest.mark.parametrize(
    "carried",
    [
        "",
        "[]",
        "{",
        '{"address": "https://elsewhere.example/", "fields": [], "files": [], "came_from": ""}',
        '{"address": "//elsewhere.example/", "fields": [], "files": [], "came_from": ""}',
        '{"address": "/x/", "fields": [["a"]], "files": [], "came_from": ""}',
        '{"address": "/x/", "fields": [["a", "\\ud800"]], "files": [], "came_from": ""}',
        "[" * 100_000,
    ],
)
def test_what_was_never_a_form_of_ours_leads_to_signing_in(client: Client, carried: str) -> None:
    for address in ("/sign-in/kept/", "/sign-in/kept/code/"):
        assert client.post(address, {"kept": carried})["Location"] == "/sign-in/"


def test_the_way_back_is_a_page_of_this_site_alone(client: Client) -> None:
    address = reverse("organiser_programme")
    for source, leads in [
        ("http://testserver/organiser/new", '"came_from": "/organiser/new"'),
        ("http://elsewhere.example/organiser/new", '"came_from": ""'),
    ]:
        page = client.post(address, {"name": "Neighbour"}, headers={"referer": source})
        assert leads in kept_in(page)["kept"]


class TestATokenThatRanOut:
    """Signing in changes the token of every page open since before."""

    def refused(self, origin: str) -> tuple[Client, HttpResponse]:
        client = StrictClient(enforce_csrf_checks=True)
        client.force_login(Person.objects.create(email="ada@example.org", name="Ada Ferrier"))
        headers = {"origin": origin} if origin else {}
        address = reverse("organiser_programme")
        return client, client.post(address, {"name": "Neighbour Awards"}, headers=headers)

    def test_a_page_of_ours_is_sent_again_with_one_click(self) -> None:
        client, page = self.refused("http://testserver")
        assert page.status_code == 403
        assert shown(page) == ["Neighbour Awards"]
        assert "send it now, as Ada Ferrier" in page.content.decode()
        sent = submits(client, page, reverse("organiser_programme"))
        assert (sent.status_code, named(sent)) == (422, "Neighbour Awards")

    @pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", ""])
    def test_what_may_come_from_elsewhere_gets_no_button(self, origin: str) -> None:
        _, page = self.refused(origin)
        assert page.status_code == 403
        assert shown(page) == ["Neighbour Awards"]
        assert "Send it now" not in page.content.decode()
