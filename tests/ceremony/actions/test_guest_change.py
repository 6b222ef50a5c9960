from __future__ import annotations

import pytest

from plaudit.ceremony.actions.cancellation import cancel_booking
from plaudit.ceremony.actions.guest import change_guest_for_organisation
from plaudit.ceremony.guest_list import Named
from plaudit.ceremony.models import GuestChange
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.programmes.models import TeamRole
from tests.factories.ceremony import MOMENT, NAMES_DUE, a_booking, a_guest, a_lead
from tests.factories.people import a_person
from tests.factories.programmes import a_team_member, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

BO = Named("Bo Okoro", "vegan", "ramp")


def test_the_organiser_changes_a_guest_from_the_day_names_are_due_and_it_is_on_record() -> None:
    booking = a_booking()
    guest = a_guest(booking, "Ada Vale", "vegan")
    director = director_of(booking.event.edition)
    with pytest.raises(Refused, match="the organisation changes its guests itself"):
        change_guest_for_organisation(guest, BO, version=1, by=director, at=NAMES_DUE - MOMENT)
    changed = change_guest_for_organisation(guest, BO, version=1, by=director, at=NAMES_DUE)
    assert (changed.name, changed.dietary, changed.access, changed.version) == (
        "Bo Okoro",
        "vegan",
        "ramp",
        2,
    )
    change = GuestChange.objects.get()
    assert (change.booking, change.changed_by, change.changed_at) == (booking, director, NAMES_DUE)
    assert (change.name_changed, change.needs_changed) == (True, True)
    same = change_guest_for_organisation(guest, BO, version=2, by=director, at=NAMES_DUE)
    assert same.version == 2
    assert GuestChange.objects.count() == 1


def test_the_leads_hear_of_it_by_mail_that_names_no_guest_and_no_need() -> None:
    booking = a_booking()
    second = a_lead(booking.event, booking.organisation)
    guest = a_guest(booking, "Ada Vale", "vegan")
    OutboxMessage.objects.all().delete()
    director = director_of(booking.event.edition)
    named = Named("Ada Vale", "halal", "ramp")
    change_guest_for_organisation(guest, named, version=1, by=director, at=NAMES_DUE)
    mails = OutboxMessage.objects.all()
    assert {each.recipient for each in mails} == {booking.booked_by.email, second.email}
    for mail in mails:
        assert "The organiser changed a guest’s needs on the list of" in mail.body
        assert director.display_name in mail.body
        assert booking.reference in mail.subject
        for secret in ("Ada", "Vale", "vegan", "halal", "ramp"):
            assert secret not in mail.subject + mail.body


def test_what_somebody_changed_meanwhile_is_not_written_over() -> None:
    booking = a_booking()
    guest = a_guest(booking)
    director = director_of(booking.event.edition)
    change_guest_for_organisation(guest, BO, version=1, by=director, at=NAMES_DUE)
    with pytest.raises(Refused, match="Somebody has changed this guest"):
        change_guest_for_organisation(guest, Named("Cy"), version=1, by=director, at=NAMES_DUE)
    with pytest.raises(Refused, match="Enter the guest's name"):
        change_guest_for_organisation(guest, Named(""), version=2, by=director, at=NAMES_DUE)
    assert GuestChange.objects.count() == 1


def test_only_who_runs_the_ceremony_changes_guests_and_only_of_a_booking_that_stands() -> None:
    booking = a_booking()
    guest, edition = a_guest(booking), booking.event.edition
    judging = a_team_member(edition.programme, a_person(), TeamRole.JUDGING).person
    for somebody in (a_person(), booking.booked_by, judging):
        with pytest.raises(Refused):
            change_guest_for_organisation(guest, BO, version=1, by=somebody, at=NAMES_DUE)
    desk = a_team_member(edition.programme, a_person(), TeamRole.ENTRIES).person
    change_guest_for_organisation(guest, BO, version=1, by=desk, at=NAMES_DUE)
    director = director_of(edition)
    cancel_booking(booking, version=1, by=director, at=NAMES_DUE, reason="Never paid")
    with pytest.raises(Refused, match="cancelled"):
        change_guest_for_organisation(guest, BO, version=2, by=director, at=NAMES_DUE)
    assert GuestChange.objects.count() == 1
