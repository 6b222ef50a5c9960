from __future__ import annotations

import pytest

from plaudit.ceremony.models import Event
from plaudit.ceremony.rules import (
    Sale,
    fits,
    is_on_sale,
    may_run_ceremony,
    may_set_event,
    names_are_open,
    sale_of,
)
from plaudit.programmes.actions.edition import change_edition
from plaudit.programmes.models import TeamRole
from tests.factories.ceremony import CEREMONY, MOMENT, NAMES_DUE, SALE_CLOSES, SALE_OPENS, an_event
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN, a_team_member, an_edition, director_of

pytestmark = pytest.mark.django_db


def test_the_sale_is_a_fact_of_the_clock() -> None:
    event = an_event()
    assert [
        sale_of(event, at)
        for at in (SALE_OPENS - MOMENT, SALE_OPENS, SALE_CLOSES - MOMENT, SALE_CLOSES, CEREMONY)
    ] == [Sale.NOT_YET, Sale.OPEN, Sale.OPEN, Sale.CLOSED, Sale.CLOSED]
    assert "9am on Wednesday 20 January 2027" in is_on_sale(event, SALE_OPENS - MOMENT).reason
    assert [bool(names_are_open(event, at)) for at in (NAMES_DUE - MOMENT, NAMES_DUE)] == [
        True,
        False,
    ]


def test_a_ceremony_that_was_brought_forward_closes_its_sale() -> None:
    edition = an_event().edition
    director = director_of(edition)
    change_edition(edition, by=director, at=WHILE_OPEN, ceremony_at=WHILE_OPEN)
    event = Event.objects.select_related("edition").get()
    assert [sale_of(event, at) for at in (WHILE_OPEN - MOMENT, WHILE_OPEN)] == [
        Sale.OPEN,
        Sale.CLOSED,
    ]


def test_an_unpublished_edition_sells_nothing() -> None:
    assert sale_of(an_event(an_edition(published_at=None)), WHILE_OPEN) is Sale.UNPUBLISHED


@pytest.mark.parametrize(
    ("held", "sold", "wanted", "said"),
    [
        (0, 0, 30, ""),
        (0, 0, 31, "Only 30 places are left, enough for 3 tables."),
        (0, 11, 20, "Only 19 places are left, enough for 1 table."),
        (5, 29, 6, ""),
        (5, 29, 7, "Only 1 place is left."),
        (5, 30, 6, "No more places are left."),
        (5, 40, 5, ""),
        (5, 40, 4, ""),
    ],
)
def test_what_fits(held: int, sold: int, wanted: int, said: str) -> None:
    verdict = fits(an_event(), held=held, sold=sold, wanted=wanted, at_table=10)
    assert (bool(verdict), verdict.reason.startswith(said)) == (not said, True)


def test_the_director_sells_and_the_entries_desk_runs_it() -> None:
    edition = an_edition()
    people = {"director": director_of(edition), "stranger": a_person()}
    for role in (TeamRole.ENTRIES, TeamRole.MEDIA, TeamRole.JUDGING):
        people[role] = a_person()
        a_team_member(edition.programme, people[role], role)
    assert {who for who, person in people.items() if may_set_event(person, edition)} == {"director"}
    assert {who for who, person in people.items() if may_run_ceremony(person, edition)} == {
        "director",
        TeamRole.ENTRIES,
    }
