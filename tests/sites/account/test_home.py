from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.people.models import Person
from plaudit.programmes.models import TeamRole
from tests.factories.judging import a_judge
from tests.factories.programmes import a_category, a_programme, a_team_member

pytestmark = pytest.mark.django_db


def test_each_person_is_sent_to_where_their_work_is(signed_in: Callable[[Person], Client]) -> None:
    entrant = Person.objects.create(email="ada@example.org", name="Ada")
    judge = a_judge(a_category()).person
    organiser = Person.objects.create(email="toby@example.org", name="Toby")
    a_team_member(a_programme(), organiser, TeamRole.ENTRIES)
    rooms = [signed_in(person).get("/home/").url for person in (entrant, judge, organiser)]
    assert rooms == ["/entries/", "/judging/", "/organise/"]


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/home/").url == "/sign-in/?next=/home/"
