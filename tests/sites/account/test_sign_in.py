from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from plaudit.kit.clock import frozen_at, real_now
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person, Session
from tests.house.strict_client import StrictClient
from tests.sites.account.code_mail import latest_code, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    return Person.objects.create(email="ada@example.org", name="Ada Ferrier")


def test_a_code_signs_a_known_person_in(client: Client, ada: Person) -> None:
    page = client.get("/sign-in/")
    assert page.status_code == 200
    answer = client.post("/sign-in/", {"email": " ADA@example.org "})
    assert (answer.status_code, answer.url) == (302, "/sign-in/code/")
    assert "ada@example.org" in client.get("/sign-in/code/").content.decode()
    answer = client.post("/sign-in/code/", {"code": latest_code("ada@example.org")})
    assert (answer.status_code, answer.url) == (302, "/home/")
    assert list(Session.objects.values_list("person", flat=True)) == [ada.id]


def test_a_newcomer_is_asked_for_a_name_once(client: Client) -> None:
    answer = sign_in(client, "new@example.org", next="/account/")
    assert answer.url == "/account/name/?next=%2Faccount%2F"
    assert client.get(answer.url).status_code == 200
    answer = client.post("/account/name/", {"name": "", "next": "/account/"})
    assert answer.status_code == 422
    answer = client.post(
        "/account/name/", {"name": " Noor  Amsel ", "job_title": "Nurse", "next": "/account/"}
    )
    assert answer.url == "/account/"
    person = Person.objects.get()
    assert (person.email, person.name, person.job_title) == (
        "new@example.org",
        "Noor Amsel",
        "Nurse",
    )
    client.post("/sign-out/")
    assert sign_in(client, "new@example.org", next="/account/").url == "/account/"


def test_spaces_and_dashes_in_a_code_do_not_matter(client: Client, ada: Person) -> None:
    client.post("/sign-in/", {"email": ada.email})
    answer = client.post(
        "/sign-in/code/", {"code": f" {latest_code(ada.email).replace('-', ' ')} "}
    )
    assert answer.url == "/home/"


def masked(answer: HttpResponse) -> str:
    """The page without what is drawn afresh for every answer."""
    text = answer.content.decode()
    text = re.sub(r'(name="csrfmiddlewaretoken" value|nonce)="[^"]+"', r"\1", text)
    return re.sub(r"(known|other)@example\.org", "somebody@example.org", text)


def test_known_and_unknown_addresses_cannot_be_told_apart() -> None:
    Person.objects.create(email="known@example.org", name="Kit Known")
    answers, statements, mails = [], [], []
    for email in ("known@example.org", "other@example.org"):
        client = StrictClient()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            posted = client.post("/sign-in/", {"email": email})
            page = client.get("/sign-in/code/")
        headers = sorted(set(posted.headers) | set(page.headers))
        answers.append((posted.status_code, posted.url, masked(page), len(page.content), headers))
        statements.append(
            [re.sub(r"'[^']*'|\d+|%s", "?", query["sql"]) for query in queries.captured_queries]
        )
        mail = OutboxMessage.objects.get(recipient=email)
        mails.append((mail.subject, re.sub(r"\d{4}-\d{4}", "", mail.body), len(mail.body)))
    assert answers[0] == answers[1]
    assert statements[0] == statements[1]
    assert mails[0] == mails[1]


def test_a_code_works_once(client: Client, ada: Person) -> None:
    sign_in(client, ada.email)
    code = latest_code(ada.email)
    other = StrictClient()
    assert other.post("/sign-in/code/", {"code": code}).url == "/sign-in/?why=late"
    client.post("/sign-out/")
    assert client.post("/sign-in/code/", {"code": code}).url == "/sign-in/?why=late"


def test_only_the_latest_code_works(client: Client, ada: Person) -> None:
    client.post("/sign-in/", {"email": ada.email})
    first = latest_code(ada.email)
    client.post("/sign-in/", {"email": ada.email})
    assert client.post("/sign-in/code/", {"code": first}).status_code == 422
    assert client.post("/sign-in/code/", {"code": latest_code(ada.email)}).url == "/home/"


def test_a_code_lives_fifteen_minutes(client: Client, ada: Person) -> None:
    client.post("/sign-in/", {"email": ada.email})
    session = client.session
    session["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= 15 * 60 + 1
    session.save()
    answer = client.post("/sign-in/code/", {"code": latest_code(ada.email)})
    assert answer.url == "/sign-in/?why=late"
    assert "had run out" in client.get(answer.url).content.decode()


def test_five_wrong_codes_end_it(client: Client, ada: Person) -> None:
    client.post("/sign-in/", {"email": ada.email})
    answers = [client.post("/sign-in/code/", {"code": "0000-000"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 302]
    assert (
        client.post("/sign-in/code/", {"code": latest_code(ada.email)}).url == "/sign-in/?why=late"
    )


def test_guesses_that_put_the_session_back_are_counted_all_the_same(
    client: Client, ada: Person
) -> None:
    """As guesses sent all at once do: each reads the count of the first."""
    client.post("/sign-in/", {"email": ada.email})
    as_it_was = Session.objects.get().session_data
    for _ in range(5):
        client.post("/sign-in/code/", {"code": "0000-000"})
        Session.objects.update(session_data=as_it_was)
    assert (
        client.post("/sign-in/code/", {"code": latest_code(ada.email)}).url
        == "/sign-in/?why=guesses"
    )


def test_signing_in_changes_the_session_key(client: Client, ada: Person) -> None:
    """So that nobody can plant a key and use it once the person has signed in."""
    client.post("/sign-in/", {"email": ada.email})
    planted = client.session.session_key
    client.post("/sign-in/code/", {"code": latest_code(ada.email)})
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_signing_out_ends_the_session_on_the_server(client: Client, ada: Person) -> None:
    sign_in(client, ada.email)
    cookie = client.cookies["session"].value
    assert client.get("/sign-out/").status_code == 200
    assert client.post("/sign-out/").url == "/"
    client.cookies["session"] = cookie
    assert client.get("/account/").url == "/sign-in/?next=/account/"
    assert not Session.objects.filter(person=ada).exists()


def test_a_closed_account_learns_so_only_with_the_code(client: Client, ada: Person) -> None:
    Person.objects.update(is_active=False)
    assert client.post("/sign-in/", {"email": ada.email}).url == "/sign-in/code/"
    answer = client.post("/sign-in/code/", {"code": latest_code(ada.email)})
    assert answer.status_code == 403
    assert "has been closed" in answer.content.decode()
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example/",
        "/\n/evil.example/",
        " //evil.example",
        "///evil.example/",
        "/%0a/evil.example\r\nX: y",
        "javascript:alert(1)",
        "http:evil.example",
        "evil",
        "/" + "a" * 2001,
    ],
)
def test_nobody_is_sent_to_another_site(client: Client, ada: Person, target: str) -> None:
    assert client.post("/sign-in/", {"email": ada.email, "next": target}).url == "/sign-in/code/"
    answer = client.post("/sign-in/code/", {"code": latest_code(ada.email), "next": target})
    assert answer.url == "/home/"
    answer = client.get("/sign-in/", {"next": target})
    assert answer.url == "/home/"
    answer = client.post("/account/name/", {"name": "Ada", "next": target})
    assert answer.url == "/home/"


def test_an_own_path_is_kept_all_the_way(client: Client, ada: Person) -> None:
    target = "/entries/?page=2"
    page = client.get("/sign-in/", {"next": target})
    assert 'name="next" value="/entries/?page=2"' in page.content.decode()
    answer = client.post("/sign-in/", {"email": ada.email, "next": target})
    assert answer.url == "/sign-in/code/?next=%2Fentries%2F%3Fpage%3D2"
    assert (
        client.post("/sign-in/code/", {"code": latest_code(ada.email), "next": target}).url
        == target
    )


def test_an_address_can_be_asked_for_three_codes_a_minute(client: Client) -> None:
    answers = [client.post("/sign-in/", {"email": "Ada@example.org"}).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    assert OutboxMessage.objects.count() == 3
    assert client.post("/sign-in/", {"email": "bo@example.org"}).status_code == 302


def ask_from_many(client: Client, **headers: str) -> list[int]:
    return [
        client.post(
            "/sign-in/",
            {"email": f"p{number}@example.org"},
            headers={name: value.format(number) for name, value in headers.items()},
        ).status_code
        for number in range(31)
    ]


def test_a_made_up_forwarding_header_does_not_lift_the_limit(client: Client) -> None:
    answers = ask_from_many(client, **{"X-Forwarded-For": "203.0.113.{0}"})
    assert answers == [302] * 30 + [429]


@override_settings(TRUSTED_PROXIES=1)
def test_behind_a_proxy_only_what_it_wrote_counts(client: Client) -> None:
    answers = ask_from_many(client, **{"X-Forwarded-For": "203.0.113.{0}, 198.51.100.7"})
    assert answers == [302] * 30 + [429]
    assert ask_from_many(client, **{"X-Forwarded-For": "10.0.0.1, 203.0.113.{0}"})[:5] == [302] * 5


@pytest.mark.parametrize(
    "email", ["", "ada", "ada@example.org\nBcc: eve@example.org", "a" * 250 + "@example.org"]
)
def test_what_is_no_address_is_given_back(client: Client, email: str) -> None:
    answer = client.post("/sign-in/", {"email": email})
    assert answer.status_code == 422
    assert not Person.objects.exists()


def test_the_form_works_without_scripts_and_says_when_passkeys_cannot(client: Client) -> None:
    at_a_name = client.get("/sign-in/", headers={"Host": "localhost"}).content.decode()
    at_a_number = client.get("/sign-in/", headers={"Host": "127.0.0.1:8000"}).content.decode()
    assert "passkey.js" in at_a_name
    assert "passkey.js" not in at_a_number
    assert "Open http://localhost:8000 to use one." in at_a_number


def test_a_page_costs_one_query_to_know_who_asks(client: Client, ada: Person) -> None:
    sign_in(client, ada.email)
    with CaptureQueriesContext(connection) as queries:
        client.get("/account/name/")
    assert len(queries) == 1


@pytest.mark.parametrize(("path", "text"), [("/healthz", b"up\n"), ("/readyz", b"ready\n")])
def test_health(client: Client, path: str, text: bytes) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, text, "text/plain")


def test_the_process_is_up_without_asking_the_database(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.get("/healthz")
    assert len(queries) == 0


def test_the_code_mail_is_due_at_once_even_with_a_moved_clock(client: Client, ada: Person) -> None:
    later = real_now() + dt.timedelta(days=200)
    with frozen_at(later):
        client.post("/sign-in/", {"email": ada.email})
        assert OutboxMessage.objects.get().not_before == later
        assert client.post("/sign-in/code/", {"code": latest_code(ada.email)}).url == "/home/"
