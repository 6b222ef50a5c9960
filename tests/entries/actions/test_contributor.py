from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.contributor import (
    accept_invitation,
    change_level,
    invite_contributor,
    open_invitations,
    remove_contributor,
    revoke_invitation,
)
from plaudit.entries.actions.link import join_by_link, make_link
from plaudit.entries.models import Contributor, ContributorInvitation, ContributorLevel, Entry
from plaudit.entries.rules import level_of
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

HOUR = dt.timedelta(hours=1)


def invited(
    entry: Entry, email: str, level: str = "write", at: dt.datetime = WHILE_OPEN
) -> ContributorInvitation:
    return invite_contributor(entry, email=email, level=level, by=entry.started_by, at=at)


def test_an_invited_person_comes_in_at_the_level_of_the_invitation() -> None:
    entry, person = an_entry(), a_person(email="jo@example.org")
    invitation = invited(entry, " Jo@Example.org ")
    accept_invitation(invitation, by=person, at=WHILE_OPEN)
    accept_invitation(invitation, by=person, at=WHILE_OPEN)
    assert level_of(person, entry) == ContributorLevel.WRITE
    assert open_invitations(entry) == []


def test_the_mail_goes_to_the_address_and_holds_the_link() -> None:
    entry = an_entry(title="Warm homes")
    invitation = invited(entry, "jo@example.org")
    mail = OutboxMessage.objects.get(kind="entry-invitation")
    assert mail.recipient == "jo@example.org"
    assert f"/entries/invitations/{invitation.token}/" in mail.body
    assert "Warm homes" in mail.body


def test_only_the_address_it_was_sent_to_can_accept() -> None:
    entry = an_entry()
    with pytest.raises(Refused, match="another address"):
        accept_invitation(invited(entry, "jo@example.org"), by=a_person(), at=WHILE_OPEN)


def test_a_revoked_or_replaced_invitation_lets_nobody_in() -> None:
    entry, person = an_entry(), a_person(email="jo@example.org")
    first = invited(entry, "jo@example.org")
    second = invited(entry, "jo@example.org", at=WHILE_OPEN + HOUR)
    with pytest.raises(Refused, match="no longer open"):
        accept_invitation(first, by=person, at=WHILE_OPEN)
    revoke_invitation(second, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="no longer open"):
        accept_invitation(second, by=person, at=WHILE_OPEN)
    assert level_of(person, entry) is None


def test_a_double_click_invites_once() -> None:
    entry = an_entry()
    assert invited(entry, "jo@example.org") == invited(entry, "jo@example.org")
    assert OutboxMessage.objects.count() == 1


def test_somebody_at_work_already_is_not_invited_and_keeps_the_higher_level() -> None:
    entry, person = an_entry(), a_person(email="jo@example.org")
    invitation = invited(entry, "jo@example.org", "read")
    a_contributor(entry, person, ContributorLevel.SUBMIT)
    with pytest.raises(Refused, match="already"):
        invited(entry, "JO@example.org")
    accept_invitation(invitation, by=person, at=WHILE_OPEN)
    assert level_of(person, entry) == ContributorLevel.SUBMIT


@pytest.mark.parametrize(
    ("email", "level"), [("jo", "write"), ("", "write"), ("jo@example.org", "owner")]
)
def test_bad_addresses_and_levels_are_refused(email: str, level: str) -> None:
    with pytest.raises(Refused):
        invited(an_entry(), email, level)


def test_only_those_who_can_submit_invite_and_remove() -> None:
    entry = an_entry()
    writer = a_contributor(entry, level=ContributorLevel.WRITE)
    other = a_contributor(entry)
    with pytest.raises(Refused):
        invite_contributor(entry, email="x@example.org", level="read", by=writer, at=WHILE_OPEN)
    with pytest.raises(Refused):
        remove_contributor(Contributor.objects.get(person=other), by=writer, at=WHILE_OPEN)
    remove_contributor(Contributor.objects.get(person=writer), by=writer, at=WHILE_OPEN)
    remove_contributor(Contributor.objects.get(person=other), by=entry.started_by, at=WHILE_OPEN)
    assert entry.contributors.count() == 1


def test_the_owner_stays() -> None:
    entry = an_entry()
    with pytest.raises(Refused, match="owner"):
        remove_contributor(entry.contributors.get(), by=entry.started_by, at=WHILE_OPEN)


def test_what_somebody_may_do_is_changed_at_once_and_they_are_told() -> None:
    entry = an_entry(title="Warm homes")
    person = a_contributor(entry, level="read")
    row = entry.contributors.get(person=person)
    change_level(row, level="submit", by=entry.started_by, at=WHILE_OPEN)
    change_level(row, level="submit", by=entry.started_by, at=WHILE_OPEN + HOUR)
    assert level_of(person, Entry.objects.get(pk=entry.pk)) == ContributorLevel.SUBMIT
    mail = OutboxMessage.objects.get(kind="entry-level")
    assert (mail.recipient, mail.subject) == (
        person.email,
        "You can write in it and submit it now: Warm homes",
    )


@pytest.mark.parametrize("level", ["owner", "", "admin"])
def test_nobody_is_made_an_owner_by_it(level: str) -> None:
    entry = an_entry()
    row = entry.contributors.get(person=a_contributor(entry))
    with pytest.raises(Refused, match="Choose what"):
        change_level(row, level=level, by=entry.started_by, at=WHILE_OPEN)


def test_neither_the_owners_nor_ones_own_level_is_changed_nor_by_a_writer() -> None:
    entry = an_entry()
    submitter, writer = a_contributor(entry, level="submit"), a_contributor(entry)
    rows = {each.person_id: each for each in entry.contributors.all()}
    with pytest.raises(Refused, match="The owner may do everything"):
        change_level(rows[entry.started_by.pk], level="read", by=submitter, at=WHILE_OPEN)
    with pytest.raises(Refused, match="Somebody else has to"):
        change_level(rows[submitter.pk], level="read", by=submitter, at=WHILE_OPEN)
    with pytest.raises(Refused, match="can invite others"):
        change_level(rows[submitter.pk], level="read", by=writer, at=WHILE_OPEN)


def test_who_is_sent_away_cannot_come_back_by_the_link_they_came_by() -> None:
    entry, person, other = an_entry(), a_person(), a_person()
    link = make_link(
        entry, level="write", days=7, email_domain="", by=entry.started_by, at=WHILE_OPEN
    )
    row = join_by_link(link, by=person, at=WHILE_OPEN)
    join_by_link(link, by=other, at=WHILE_OPEN)
    remove_contributor(row, by=entry.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="no longer open"):
        join_by_link(link, by=person, at=WHILE_OPEN)
    assert level_of(other, Entry.objects.get(pk=entry.pk)) == ContributorLevel.WRITE


def test_who_leaves_keeps_the_link_open_for_others() -> None:
    entry, person = an_entry(), a_person()
    link = make_link(
        entry, level="write", days=7, email_domain="", by=entry.started_by, at=WHILE_OPEN
    )
    remove_contributor(join_by_link(link, by=person, at=WHILE_OPEN), by=person, at=WHILE_OPEN)
    join_by_link(link, by=a_person(), at=WHILE_OPEN)
