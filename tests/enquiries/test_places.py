from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest
from django.db.models import ProtectedError

from plaudit.enquiries.actions.registration import ask_for_places, register_interest
from plaudit.enquiries.models import InterestRegistration, RegistrationKind
from plaudit.enquiries.queries import places_asked, registrations_of
from plaudit.entries.actions.membership import end_membership, grant_membership
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.actions.merge import merge_organisations
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Edition
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import CLOSES, JUDGING_CLOSES, WHILE_OPEN, an_edition, director_of

pytestmark = pytest.mark.django_db

LATER = WHILE_OPEN + dt.timedelta(days=3)


def a_lead(organisation: Organisation, edition: Edition) -> Person:
    person = a_person("Lee Lead")
    director = director_of(edition)
    grant_membership(
        organisation, email=person.email, role="awards_lead", by=director, at=WHILE_OPEN
    )
    return person


def ask(
    organisation: Organisation,
    edition: Edition,
    by: Person,
    places: int = 12,
    at: dt.datetime = WHILE_OPEN,
) -> InterestRegistration:
    return ask_for_places(organisation, edition, by=by, places=places, note="", at=at, key=uuid4())


def test_what_is_asked_last_counts_and_the_first_stays() -> None:
    edition, trust = an_edition(), an_organisation("Alder Trust")
    lead = a_lead(trust, edition)
    first = ask(trust, edition, lead)
    last = ask(trust, edition, lead, places=0, at=LATER)
    assert list(registrations_of(edition)) == [last]
    assert places_asked(trust, [edition]) == {edition.pk: last}
    assert InterestRegistration.objects.filter(pk=first.pk, places=12).exists()


def test_other_organisations_editions_and_the_public_stand_beside_it() -> None:
    edition, next_year = an_edition(), an_edition()
    trust, council = an_organisation("Alder Trust"), an_organisation("Birch Council")
    lead = a_lead(trust, edition)
    asked = {
        ask(trust, edition, lead).pk,
        ask(council, edition, a_lead(council, edition)).pk,
        *(public(edition, name).pk for name in ("Ada", "Ben")),
    }
    elsewhere = ask(trust, next_year, lead, places=3, at=LATER)
    assert {each.pk for each in registrations_of(edition)} == asked
    assert places_asked(trust, [edition, next_year])[next_year.pk] == elsewhere
    assert len(places_asked(trust, [edition, next_year])) == 2


def public(edition: Edition, name: str) -> InterestRegistration:
    return register_interest(
        edition,
        kind=RegistrationKind.ATTEND,
        name=name,
        email=f"{name.lower()}@example.org",
        organisation="Alder Trust",
        note="",
        at=WHILE_OPEN,
        key=uuid4(),
    )


def test_sent_twice_it_is_asked_once_and_mailed_once() -> None:
    edition, trust = an_edition(), an_organisation("Alder Trust")
    lead, key = a_lead(trust, edition), uuid4()
    OutboxMessage.objects.all().delete()
    both = {
        ask_for_places(trust, edition, by=lead, places=8, note="Ramp", at=WHILE_OPEN, key=key).pk
        for _ in range(2)
    }
    assert len(both) == 1
    mails = {each.recipient: each.body for each in OutboxMessage.objects.all()}
    assert set(mails) == {lead.email, director_of(edition).email}
    assert "8 places" in mails[lead.email]
    assert "Nothing is booked or owed" in mails[lead.email]
    assert "> Ramp" in mails[director_of(edition).email]


@pytest.mark.parametrize(
    ("places", "at", "reason"),
    [
        (501, WHILE_OPEN, "Enter a number of places from 0 to 500."),
        (-1, WHILE_OPEN, "Enter a number of places from 0 to 500."),
        (5, JUDGING_CLOSES, "The ceremony has been held."),
    ],
)
def test_what_is_refused(places: int, at: dt.datetime, reason: str) -> None:
    edition, trust = an_edition(), an_organisation()
    lead = a_lead(trust, edition)
    with pytest.raises(Refused, match=reason):
        ask(trust, edition, lead, places=places, at=at)
    assert not InterestRegistration.objects.exists()


def test_the_ceremony_is_the_end_of_asking_where_its_day_is_set() -> None:
    held = JUDGING_CLOSES + dt.timedelta(days=30)
    edition, trust = an_edition(ceremony_at=held), an_organisation()
    lead = a_lead(trust, edition)
    ask(trust, edition, lead, at=held - dt.timedelta(seconds=1))
    with pytest.raises(Refused, match="has been held"):
        ask(trust, edition, lead, at=held)


def test_only_a_lead_of_the_organisation_asks_and_not_once_that_has_ended() -> None:
    edition, trust = an_edition(), an_organisation()
    lead = a_lead(trust, edition)
    end_membership(lead.memberships.get(), by=lead, at=CLOSES)
    for person in (lead, a_person(), a_lead(an_organisation(), edition), director_of(edition)):
        with pytest.raises(Refused, match="Only the organisation's awards lead"):
            ask(trust, edition, person)


def test_merged_organisations_keep_all_that_was_asked() -> None:
    edition, other = an_edition(), an_edition()
    kept, merged = an_organisation("Alder Trust"), an_organisation("Alder NHS Trust")
    ours = ask(kept, edition, a_lead(kept, edition))
    lead = a_lead(merged, edition)
    theirs, moves = ask(merged, edition, lead), ask(merged, other, lead)
    merge_organisations(kept, merged, by=director_of(edition), at=LATER)
    assert places_asked(kept, [edition, other]) == {edition.pk: ours, other.pk: moves}
    assert set(registrations_of(edition)) == {ours, theirs}


def test_an_organisation_that_asked_is_not_deleted() -> None:
    edition, trust = an_edition(), an_organisation()
    ask(trust, edition, a_lead(trust, edition))
    with pytest.raises(ProtectedError):
        Organisation.objects.filter(pk=trust.pk).delete()
