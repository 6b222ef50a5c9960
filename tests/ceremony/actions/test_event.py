from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from plaudit.ceremony.actions.event import set_event
from plaudit.ceremony.models import Event
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import Edition, TeamRole
from tests.factories.ceremony import CEREMONY, SALE_CLOSES, a_booking, an_event, terms_of_sale
from tests.factories.people import a_person
from tests.factories.programmes import (
    WHILE_OPEN,
    a_programme,
    a_team_member,
    an_edition,
    director_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

LATER = CEREMONY + dt.timedelta(seconds=1)


def put(edition: Edition, version: int = 1, **fields: Any) -> Event:
    given = {"by": director_of(edition), "starts_at": CEREMONY} | {
        name: fields.pop(name) for name in ("by", "starts_at") if name in fields
    }
    return set_event(
        edition,
        terms_of_sale(**fields),
        venue="Sample Hall",
        version=version,
        at=WHILE_OPEN,
        **given,
    )


def test_the_event_is_the_editions_and_sets_its_day_and_venue() -> None:
    edition = an_edition(a_programme(slug="north-awards"), slug="2027")
    event = put(edition, version=0)
    edition.refresh_from_db()
    assert (edition.ceremony_at, edition.venue) == (CEREMONY, "Sample Hall")
    assert (event.capacity, event.version, event.stem) == (30, 1, "NA27")
    changed = put(edition, tables=4, most_places=20)
    assert (changed.pk, changed.capacity, changed.version) == (event.pk, 40, 2)


def test_two_events_never_share_the_beginning_of_their_references() -> None:
    alike = [a_programme(slug=slug) for slug in ("north-awards", "new-arts")]
    stems = [an_event(an_edition(each, slug="2027")).stem for each in alike]
    assert stems == ["NA27", "NA27B"]


def test_what_others_changed_meanwhile_is_not_overwritten() -> None:
    event = an_event()
    with pytest.raises(Refused, match="Somebody has changed the event"):
        put(event.edition, version=0)
    put(event.edition)
    with pytest.raises(Refused, match="Somebody has changed the event"):
        put(event.edition)


def test_no_fewer_places_are_on_sale_than_are_sold() -> None:
    event = an_event()
    a_booking(event, tables=2, places=1)
    with pytest.raises(Refused, match="21 places are booked already"):
        put(event.edition, tables=2)
    assert put(event.edition, tables=3, places_at_table=7).capacity == 21


def test_a_booking_keeps_its_price_and_size_of_table() -> None:
    event = an_event()
    booking = a_booking(event)
    put(event.edition, table_price=1, places_at_table=12)
    booking.refresh_from_db()
    assert (booking.table_price, booking.places_at_table) == (100_000, 10)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"booking_opens_at": SALE_CLOSES}, "must open before it closes"),
        ({"booking_closes_at": LATER}, "close before the ceremony"),
        ({"names_due_at": LATER}, "Names must be in"),
        ({"tables": 0}, "1 to 1000 tables"),
        ({"places_at_table": 31}, "1 to 30 places"),
        ({"seller": " "}, "name and address"),
    ],
)
def test_what_cannot_be_sold_is_refused(fields: dict[str, Any], said: str) -> None:
    edition = an_edition()
    with pytest.raises(Refused, match=said):
        put(edition, version=0, **fields)
    edition.refresh_from_db()
    assert edition.ceremony_at is None


def test_a_free_event_needs_no_seller() -> None:
    put(an_edition(), version=0, table_price=0, place_price=0, seller="")


def test_only_the_director_puts_tables_on_sale() -> None:
    edition = an_edition()
    desk = a_person()
    a_team_member(edition.programme, desk, TeamRole.ENTRIES)
    for somebody in (desk, a_person()):
        with pytest.raises(Refused, match="not on the team"):
            put(edition, version=0, by=somebody)
