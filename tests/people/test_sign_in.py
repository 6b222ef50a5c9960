from __future__ import annotations

import datetime as dt

import pytest
from django.test import RequestFactory, override_settings

from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.actions.profile import name_person
from plaudit.people.actions.sign_in import forget_unused_people, person_for_sign_in
from plaudit.people.adapter import AccountAdapter
from plaudit.people.devices import browser_name
from plaudit.people.models import Person
from plaudit.people.rules import may_change_passkeys, own_path
from tests.factories.enquiries import a_desk
from tests.factories.messages import MORNING, a_mail
from tests.factories.programmes import a_team_member

TWO_DAYS_LATER = MORNING + dt.timedelta(days=2)


@pytest.mark.django_db
def test_an_address_is_one_person_whatever_its_case() -> None:
    first = person_for_sign_in(" Ada@Example.org", at=MORNING)
    again = person_for_sign_in("ada@example.ORG ", at=MORNING)
    assert (first.id, first.email) == (again.id, "ada@example.org")
    assert not first.has_usable_password()


@pytest.mark.django_db
def test_who_never_finished_signing_in_is_forgotten_after_a_day() -> None:
    ada = person_for_sign_in("ada@example.org", at=MORNING)
    a_mail(kind="sign_in_code", person=ada, recipient=ada.email)
    person_for_sign_in("late@example.org", at=TWO_DAYS_LATER)
    person_for_sign_in("named@example.org", at=MORNING)
    Person.objects.filter(email="named@example.org").update(name="Noor")
    person_for_sign_in("known@example.org", at=MORNING)
    Person.objects.filter(email="known@example.org").update(last_login=MORNING)
    owner = person_for_sign_in("owner@example.org", at=MORNING)
    a_team_member(a_desk().edition.programme, owner, "media")
    assert forget_unused_people(at=TWO_DAYS_LATER) == 1
    left = set(Person.objects.values_list("email", flat=True))
    assert left == {
        "late@example.org",
        "named@example.org",
        "known@example.org",
        "owner@example.org",
        "director@example.org",
    }
    assert OutboxMessage.objects.get().person is None


@pytest.mark.django_db
def test_a_name_is_one_line() -> None:
    ada = Person.objects.create(email="ada@example.org")
    name_person(ada, name=" Ada\nFerrier ", job_title="", at=MORNING)
    ada.refresh_from_db()
    assert ada.name == "Ada Ferrier"
    for name, job_title in ((" \n", ""), ("a" * 121, ""), ("Ada", "a" * 121)):
        with pytest.raises(Refused):
            name_person(ada, name=name, job_title=job_title, at=MORNING)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/entries/?page=2#top", True),
        ("/", True),
        ("", False),
        (None, False),
        ("entries/", False),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("/a\r\nLocation: x", False),
        ("/\u2028evil", False),
        ("https:/evil.example", False),
    ],
)
def test_only_a_path_of_this_site_is_kept(address: str | None, kept: bool) -> None:
    assert own_path(address, "/home/") == (address if kept else "/home/")


@pytest.mark.parametrize(
    ("header", "trusted", "address"),
    [
        ("", 0, "127.0.0.1"),
        ("203.0.113.9", 0, "127.0.0.1"),
        ("", 1, "127.0.0.1"),
        ("203.0.113.9", 1, "203.0.113.9"),
        ("10.1.1.1, 203.0.113.9", 1, "203.0.113.9"),
        ("10.1.1.1, 203.0.113.9, 198.51.100.7", 2, "203.0.113.9"),
        ("198.51.100.7", 2, "127.0.0.1"),
    ],
)
def test_the_network_address_is_what_our_own_proxies_saw(
    header: str, trusted: int, address: str
) -> None:
    request = RequestFactory().get("/", headers={"X-Forwarded-For": header} if header else {})
    with override_settings(TRUSTED_PROXIES=trusted):
        assert AccountAdapter().get_client_ip(request) == address


def test_passkeys_change_only_soon_after_signing_in() -> None:
    half_an_hour = dt.timedelta(minutes=30)
    assert may_change_passkeys(MORNING, MORNING + half_an_hour)
    assert not may_change_passkeys(MORNING, MORNING + half_an_hour + dt.timedelta(seconds=1))
    assert not may_change_passkeys(None, MORNING)


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
            "Chrome on Windows",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari on iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Linux",
        ),
        ("", "A browser"),
    ],
)
def test_a_browser_is_named_as_people_name_it(user_agent: str, name: str) -> None:
    assert browser_name(user_agent) == name
